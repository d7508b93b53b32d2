// Makes the sample files anew: `node www/samples/make.mjs`. Chromium prints and photographs pages and qpdf
// packs them, so that what an applicant tries is a real PDF, a real JPEG, a real PNG. Nobody named here exists.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = fileURLToPath(new URL('.', import.meta.url));
const STYLE = `
  * { box-sizing: border-box; } body { margin: 0; font: 15px/1.9 "Noto Sans CJK SC", sans-serif; color: #222; }
  .page { padding: 56px 64px; position: relative; } h1 { text-align: center; font-size: 24px; letter-spacing: 4px; }
  table { border-collapse: collapse; width: 100%; } td { border: 1px solid #444; padding: 8px 12px; } td:first-child { width: 30%; background: #f4f4f4; }
  .mark { position: fixed; inset: 0; display: grid; place-items: center; font-size: 96px; color: #c0392b; opacity: .16; transform: rotate(-24deg); }
  .sign { text-align: right; margin-top: 40px; }
  .card { width: 540px; height: 340px; position: relative; border-radius: 20px; padding: 36px; background: #eaf1f7; font-size: 18px; }
  .card .mark { position: absolute; font-size: 84px; opacity: .3; } .card dl { display: grid; grid-template-columns: 90px 1fr; margin: 0; } dt { color: #37698f; } dd { margin: 0; }
  .portrait { position: absolute; right: 40px; top: 60px; width: 130px; height: 170px; background: radial-gradient(circle at 50% 34%, #98a7b3 0 30px, transparent 31px), radial-gradient(circle at 50% 112%, #98a7b3 0 76px, transparent 77px), #dfe6eb; }
  .bust { width: 358px; height: 441px; background: repeating-linear-gradient(97deg, transparent 0 3px, #0001 3px 4px), radial-gradient(circle at 50% 38%, #8a7365 0 84px, transparent 86px), radial-gradient(circle at 50% 112%, #34506b 0 170px, transparent 172px), #fff; }
  .bust .mark { position: absolute; font-size: 60px; }`;

const page = (title, rows, sign) =>
  `<div class="page"><h1>${title}</h1><table>${rows.map(([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`).join('')}</table><p class="sign">${sign}</p></div><div class="mark">样本</div>`;
const card = (inside) => `<div class="card">${inside}<div class="mark">样本</div></div>`;
const list = (rows) => `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`;

const PRINTED = {
  'application.pdf': page(
    '申请书',
    [
      ['申请人', '张小明（虚构）'],
      ['申请事项', '按办事指南填写'],
      ['联系电话', '138 0000 0000'],
      ['申请人声明', '所填内容与提交的材料真实、准确。'],
    ],
    '申请人签名：张小明　　2026 年 3 月 2 日',
  ),
  'lease.pdf': page(
    '房屋租赁合同',
    [
      ['出租人', '李样本（虚构）'],
      ['承租人', '张小明（虚构）'],
      ['房屋坐落', '样例路 1 号 101 室'],
      ['租赁期限', '2026 年 1 月 1 日至 2027 年 12 月 31 日'],
      ['用途', '经营场所'],
    ],
    '出租人：李样本　　承租人：张小明',
  ),
  'proof.pdf': page(
    '证明材料',
    [
      ['证明事项', '样例，供试用材料自查'],
      ['出具单位', '样例单位（虚构）'],
    ],
    '2026 年 3 月 2 日',
  ),
};
const PHOTOGRAPHED = {
  'id-front.jpg': [
    540,
    340,
    card(
      list([
        ['姓　名', '张小明'],
        ['性　别', '男'],
        ['出　生', '1990 年 1 月 1 日'],
        ['住　址', '样例市样例区样例路 1 号'],
        ['号　码', '000000 0000 0000 0000'],
      ]) + '<div class="portrait"></div>',
    ),
  ],
  'id-back.jpg': [
    540,
    340,
    card(
      '<h1>居民身份证样本</h1>' +
        list([
          ['签发机关', '样例市公安局（虚构）'],
          ['有效期限', '2020.01.01 — 2040.01.01'],
        ]),
    ),
  ],
  'portrait.jpg': [358, 441, '<div class="bust"><div class="mark">样本</div></div>'],
  'photo-png.jpg': [420, 260, card('<h1>手机截图样本</h1><p>内容是 PNG，名字却写成 JPG。</p>')],
};

const browser = await puppeteer.launch({
  headless: true,
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const tab = await browser.newPage();
const open = (body) =>
  tab.setContent(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>样本</title><style>${STYLE}</style>${body}`,
  );
for (const [name, body] of Object.entries(PRINTED)) {
  await open(body);
  writeFileSync(here + name, await tab.pdf({ format: 'A4', printBackground: true, tagged: false, outline: false }));
  execFileSync('qpdf', [
    '--object-streams=generate',
    '--recompress-flate',
    '--compression-level=9',
    '--replace-input',
    here + name,
  ]);
}
for (const [name, [width, height, body]] of Object.entries(PHOTOGRAPHED)) {
  await tab.setViewport({ width, height });
  await open(body);
  const type = name.includes('png') ? 'png' : 'jpeg';
  writeFileSync(
    here + name,
    await tab.screenshot(type === 'png' ? { type } : { type, quality: name.startsWith('portrait') ? 92 : 82 }),
  );
}
await browser.close();
// Wrong on purpose: a program's first bytes behind a document's name.
writeFileSync(
  here + 'program.pdf',
  Buffer.concat([
    Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00', 'latin1'),
    Buffer.from('\nThis is no program and does nothing: a sample.\n'),
  ]),
);

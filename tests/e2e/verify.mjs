// Receipts from end to end in Chromium: an applicant hands in, the demo authority signs, the page verifies — served, from a
// code on a screenshot, and as one file with the network off. With SHOTS=folder every state is photographed.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '../../www/serve.mjs';
import { startAuthority } from '../../www/signing/authority.mjs';
import { handIn, inEffect, review } from './applicant.mjs';
import { axe } from './axe.mjs';
import { BROWSERS } from './browsers.mjs';
import { ROOT } from './data.mjs';
import { attacks, camera, kept, ofd, rollback, stale } from './trusted.mjs';
import {
  answers,
  DIST,
  decoded,
  instead,
  main,
  must,
  saved,
  schemes,
  scratch,
  shot,
  told,
  verdictOf,
} from './verifying.mjs';

/** From the list of items to a document in effect; gives its JSON and a picture of it. */
async function issued(page, address, who) {
  await page.evaluateOnNewDocument(() => {
    window.saved = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      window.saved.push(blob);
      return make(blob);
    };
  });
  await review(page, address, who);
  await axe(page, 'review with submission');
  await handIn(page);
  await inEffect(page);
  await axe(page, 'the document issued');
  await page.click('#save-json');
  const json = await page.evaluate(() => window.saved[0].text());
  return {
    json,
    link: await page.$eval('#to-verify', (link) => link.href),
    png: await (await page.$('.sheet')).screenshot(),
  };
}

async function portal(engine, address) {
  const { page } = engine;
  const accepted = await issued(page, address, { item: '高龄老人津贴', name: '张小明', number: '440304199001010011' });
  const text = await main(page);
  for (const part of ['受理通知书（电子受理回执）', '演示受〔', '（电子印章处）', '校验码', '承诺办结', '演示'])
    must(`the receipt has ${part}`, text.includes(part));
  await shot(page, 'acceptance');
  await schemes(page, 'acceptance');
  const code = await decoded(engine, accepted.png);
  must(
    `the code in the screenshot: ${code}`,
    code && code.startsWith('https://') && code.split('#')[1] === accepted.link.split('#')[1],
  );

  const notice = await issued(page, address, {
    item: '个体工商户设立登记',
    name: '<img src=x onerror="window.pwned=1">',
    number: '440304199001010011',
    samples: false,
    answer: '否',
  });
  const words = await main(page);
  for (const part of [
    '一次性补正告知书',
    '演示补〔',
    '缺少“登记申请书”',
    '请上传“登记申请书”',
    '系统核验',
    '第十六条',
    '<img src=x',
  ])
    must(`the notice has ${part}`, words.includes(part));
  await shot(page, 'supplement');

  // 未生效 until there is a signature that verifies: the authority answers with another's.
  answers.set('/demo-authority/sign', JSON.parse(notice.json).sig);
  await review(page, address, { item: '高龄老人津贴', name: '张小明', number: '440304199001010011' });
  await handIn(page);
  await page.waitForSelector('.outcome.bad');
  must('a draft is marked', (await page.$eval('.sheet', (sheet) => sheet.innerText)).includes('未生效'));
  must(
    'a draft cannot be taken away',
    !(await page.$('#save-json')) && !(await page.$('.sheet .qr')) && (await main(page)).includes('SIGNATURE_REFUSED'),
  );
  await axe(page, 'a draft');
  await shot(page, 'draft');
  answers.clear();
  must('no script of an applicant ran', !(await page.evaluate(() => window.pwned)));
  return { accepted, notice };
}

/** The page as it is served, with what came from the portal. */
async function served(engine, address, { accepted, notice }) {
  const { page } = engine;
  const requests = [];
  const hear = (request) => requests.push(request.url());
  await page.goto(`${address}verify/`);
  await page.waitForSelector('#pasted');
  await axe(page, 'verify, nothing given');
  await shot(page, 'verify-empty');
  page.on('request', hear);

  const fragment = accepted.link.slice(accepted.link.indexOf('#'));
  await page.goto(accepted.link);
  let said = await told(page);
  must(
    `from the code: ${said.verdict}`,
    said.tone.includes('good') &&
      said.verdict.includes('示例机关（演示，无效力）') &&
      said.all.includes('演示受〔') &&
      said.all.includes('纸面上别的内容没有核对'),
  );
  must('only receipts are loaded', !requests.some((each) => /yushen(-files)?\.wasm|jsQR|dist-/.test(each)));
  must('the heading has the focus', await page.evaluate(() => document.activeElement.closest('#verdict') !== null));
  await axe(page, 'verify, a code');
  await shot(page, 'verify-code');

  for (const place of [40, 200, fragment.length - 30]) {
    const flipped = fragment.slice(0, place) + (fragment[place] === 'A' ? 'B' : 'A') + fragment.slice(place + 1);
    said = await verdictOf(page, { paste: `https://zwfw.example.gov.cn/verify/${flipped}` });
    must(
      `a flipped character at ${place}: ${said.verdict}`,
      said.tone.includes('bad') && said.verdict.includes('没有通过校验') && /不符|不完整|不在|格式|不合/.test(said.all),
    );
    must('of what failed nothing is shown', !said.all.includes('签名载明的内容') && !(await page.$('.paper')));
  }
  await axe(page, 'verify, a flipped code');

  said = await verdictOf(page, { file: saved('screen.png', accepted.png) });
  must(`from the screenshot: ${said.verdict}`, said.tone.includes('good'));
  said = await verdictOf(page, { paste: accepted.json });
  must(
    `pasted: ${said.verdict}`,
    said.tone.includes('good') && said.all.includes('张小明') && !said.all.includes('未生效'),
  );
  await axe(page, 'verify, a document');
  await shot(page, 'verify-document');
  await schemes(page, 'verify-document');
  said = await verdictOf(page, { file: saved('notice.json', notice.json) });
  must(
    `opened: ${said.verdict}`,
    said.tone.includes('good') && said.all.includes('缺少“登记申请书”') && said.all.includes('<img src=x'),
  );
  must('no element of the record', !(await page.$('.paper img')) && !(await page.evaluate(() => window.pwned)));

  const changed = accepted.json.replace('13800138000', '13800138001');
  said = await verdictOf(page, { paste: changed });
  must(
    `one digit changed: ${said.verdict}`,
    said.tone.includes('bad') &&
      said.all.includes('正文与签名时不同，内容被改动过。') &&
      said.all.includes('BODY_DIGEST_DIFFERS'),
  );
  must(
    'what failed is marked',
    await page.$eval(
      'details .sheet',
      (sheet) => sheet.textContent.includes('未生效') && !sheet.querySelector('.qr') && !sheet.closest('details').open,
    ),
  );
  await page.$eval('#result details', (details) => {
    details.open = true;
  });
  await axe(page, 'verify, a changed document');
  await shot(page, 'verify-changed');
  await schemes(page, 'verify-changed');

  for (const [name, bytes] of [
    ['rubbish.bin', Buffer.from([0xff, 0xfe, 0, 1])],
    ['rubbish.ofd', Buffer.from('PK\u0003\u0004rubbish')],
    ['list.json', '[1,2]'],
    ['object.json', '{"a":1}'],
  ]) {
    said = await verdictOf(page, { file: saved(name, bytes) });
    must(`${name}: ${said.verdict}`, said.tone.includes('bad'));
  }
  await (await page.$('#open')).uploadFile(
    saved(
      'blank.png',
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
        'base64',
      ),
    ),
  );
  await page.waitForFunction(() => document.querySelector('#status').textContent.includes('没有找到二维码'));
  must('what was verified before is gone', !(await page.$('#verdict')));

  // The files that were handed in: a sample of the portal is one of them, another file of the same name is not.
  await verdictOf(page, { paste: accepted.json });
  await (await page.$('#files')).uploadFile(join(ROOT, 'www/samples/lease.pdf'));
  await page.waitForFunction(() => document.querySelector('#result').innerText.includes('FILE_NOT_LISTED'));
  said = await told(page);
  must(`another file: ${said.verdict}`, said.tone.includes('note') && said.all.includes('不在文书的清单中'));
  page.off('request', hear);
}

/** One file, `file://`, no network: with what it trusts in it, and with a list that is opened. */
async function offline(engine, address, { accepted }) {
  const { page } = engine;
  const whole = await (await fetch(`${address}verify/offline.html`)).text();
  for (const terms of ['Redistribution and use in source and binary forms', 'jsqr 1.4.0 (Apache-2.0)'])
    must(`the page comes without the terms “${terms}”`, whole.includes(terms));
  const pinned = saved('pinned.html', whole);
  const trust = saved(
    'trust.json',
    JSON.stringify({
      list: await (await fetch(`${address}verify/trust.json`)).json(),
      roots: await (await fetch(`${address}verify/roots.json`)).json(),
    }),
  );
  await page.setOfflineMode(true);
  const requests = [];
  const hear = (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  };
  page.on('request', hear);
  await page.goto(`${pathToFileURL(pinned)}${accepted.link.slice(accepted.link.indexOf('#'))}`);
  let said = await told(page);
  must(`offline, a code: ${said.verdict}`, said.tone.includes('good') && said.all.includes('保存在本机的副本'));
  said = await verdictOf(page, { paste: accepted.json });
  must(`offline, a document: ${said.verdict}`, said.tone.includes('good'));
  said = await verdictOf(page, { file: saved('screen.png', accepted.png) });
  must(`offline, a picture: ${said.verdict}`, said.tone.includes('good'));
  await verdictOf(page, { paste: accepted.json });
  await (await page.$('#files')).uploadFile(join(ROOT, 'www/samples/lease.pdf'));
  await page.waitForFunction(() => document.querySelector('#result').innerText.includes('FILE_NOT_LISTED'));
  await axe(page, 'offline');
  await shot(page, 'verify-offline');

  await page.goto(String(pathToFileURL(join(DIST, 'verify/offline.html'))));
  await page.waitForSelector('#pasted');
  said = await verdictOf(page, { paste: accepted.json });
  must(`offline, nothing trusted: ${said.verdict}`, said.tone.includes('bad') && said.all.includes('没有信任列表'));
  await (await page.$('#open-trust')).uploadFile(trust);
  await page.waitForFunction(() => document.querySelector('#verdict').className.includes('note'));
  said = await told(page);
  must(`offline, roots of an opened file: ${said.tone} ${said.all}`, said.all.includes('官方渠道'));
  must(
    `no request: ${requests.join(' ')}`,
    requests.every((each) => each.startsWith('file://') || each.startsWith('blob:')),
  );
  page.off('request', hear);
  await page.setOfflineMode(false);
}

const engine = await BROWSERS.chromium();
const authority = await startAuthority({ root: DIST });
const server = await serve(DIST, {
  handle: async (request, response) => instead(request, response) || authority.handle(request, response),
});
try {
  await engine.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await engine.size(1280, 900);
  const documents = await portal(engine, server.address);
  await served(engine, server.address, documents);
  await stale(engine);
  await rollback(engine);
  await kept(engine);
  await camera(engine);
  const attacked = await attacks(engine);
  const file = await ofd(engine);
  await offline(engine, server.address, documents);
  if (engine.errors.length) throw new Error(`errors on the page: ${engine.errors.join('; ')}`);
  console.log(
    `${engine.version}: receipts issued and verified as expected, served and from file:// without network; ${attacked} records with attacks shown as text; ${file}; axe finds nothing`,
  );
} finally {
  await engine.close();
  server.close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(0);

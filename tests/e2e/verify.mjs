// Receipts from end to end in Chromium: an applicant hands in, the demo authority signs, the page verifies — served, from a
// code on a screenshot, and as one file with the network off. With SHOTS=folder every state is photographed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '../../www/serve.mjs';
import { startAuthority } from '../../www/signing/authority.mjs';
import { clock } from '../../www/signing/list.mjs';
import { handIn, inEffect, review } from './applicant.mjs';
import { axe } from './axe.mjs';
import { BROWSERS } from './browsers.mjs';
import { filmed } from './camera.mjs';
import { ROOT } from './data.mjs';
import { example, infected, issue, modelOf, ofdOf, trustOf } from './desk.mjs';
import { small } from './look.mjs';

const JSQR = readFileSync(createRequire(import.meta.url).resolve('jsqr'), 'utf8');
const DIST = join(ROOT, 'www/dist');
const DAY = 86_400_000;
const must = (what, test) => {
  if (!test) throw new Error(what);
};
const scratch = mkdtempSync(join(tmpdir(), 'yushen-verify-'));
const now = new Date();
const on = clock(now).slice(0, 10);
/** Answers that stand in the place of the authority's, by path. */
const answers = new Map();

function instead({ url }, response) {
  const found = answers.get(url);
  if (found) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
  return Boolean(found);
}

const main = (page) => page.$eval('main', (element) => element.innerText);

async function shot(page, name) {
  if (!process.env.SHOTS) return;
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 900 });
    must(
      `${name}, ${width} px: scrolls sideways`,
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    );
    await page.screenshot({ path: join(process.env.SHOTS, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewport({ width: 1280, height: 900 });
}

/** The same page in the dark, and enlarged for the elderly. */
async function schemes(page, name) {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'dark' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await axe(page, `${name}, dark`);
  await shot(page, `${name}-dark`);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  for (const least of [44, 60]) {
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 900 });
      const narrow = await page.evaluate(small, least);
      must(`${name}, ${width} px: targets under ${least} px: ${narrow.join(' ')}`, !narrow.length);
    }
    await page.click('#elder');
  }
  await page.setViewport({ width: 1280, height: 900 });
}

/** What the page says: how it looks, the verdict, everything. */
async function told(page) {
  await page.waitForSelector('#verdict');
  const [tone, verdict] = await page.$eval('#verdict', (element) => [
    element.className,
    element.querySelector('h2').textContent,
  ]);
  return { tone, verdict, all: await main(page) };
}

async function verdictOf(page, { paste, file }) {
  await page.evaluate(() => document.querySelector('#result').replaceChildren());
  if (file) await (await page.$('#open')).uploadFile(file);
  else
    await page.evaluate((text) => {
      document.querySelector('#pasted').value = text;
      document.querySelector('#check').click();
    }, paste);
  return told(page);
}

const saved = (name, bytes) => {
  const path = join(scratch, name);
  writeFileSync(path, bytes);
  return path;
};

/** The text of the code in a screenshot, read by a reader that is not ours. */
async function decoded(engine, png) {
  const page = await engine.page.browser().newPage();
  await page.goto('about:blank');
  await page.evaluate(JSQR);
  const text = await page.evaluate(
    async (data) => {
      const picture = await createImageBitmap(await (await fetch(data)).blob());
      const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
      const context = canvas.getContext('2d');
      context.drawImage(picture, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
      return (window.jsQR(pixels, canvas.width, canvas.height) || {}).data;
    },
    `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
  );
  await page.close();
  return text;
}

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

/** The page of verification, with whatever it is to trust. */
async function trusting(engine, { list, roots }, act) {
  answers.set('/verify/trust.json', list).set('/verify/roots.json', roots);
  const server = await serve(DIST, { handle: async (request, response) => instead(request, response) });
  try {
    await engine.page.goto(`${server.address}verify/`);
    await engine.page.waitForSelector('#pasted');
    await act(engine.page);
  } finally {
    answers.clear();
    server.close();
  }
}

async function stale(engine) {
  const earlier = new Date(now.getTime() - 10 * DAY);
  const trust = trustOf(earlier);
  const document = issue('acceptance', example('acceptance', clock(earlier)), trust);
  await trusting(engine, trust, async (page) => {
    const said = await verdictOf(page, { paste: document.json });
    must(
      `a stale list: ${said.tone} ${said.verdict}`,
      said.tone.includes('note') &&
        !said.tone.includes('good') &&
        said.all.includes('信任列表已过更新日期') &&
        said.verdict.includes('需要留意'),
    );
    await axe(page, 'verify, a stale list');
    await shot(page, 'verify-stale');
  });
}

async function camera(engine) {
  const trust = trustOf(now);
  const document = issue('acceptance', example('acceptance', clock(now)), trust);
  await trusting(engine, trust, async (page) => {
    const said = await filmed(page.url(), modelOf(document, trust, on).code, scratch);
    must(`by the camera: ${said}`, said.includes('good'));
  });
}

/** A list that is older than one seen before is not used. */
async function rollback(engine) {
  const trust = trustOf(now);
  const document = issue('received', example('received', clock(now)), trust);
  await trusting(engine, trust, async (page) => {
    for (const [{ list }, tone] of [
      [trust, 'good'],
      [trustOf(new Date(now.getTime() - DAY)), 'bad'],
      [trust, 'good'],
    ]) {
      answers.set('/verify/trust.json', list);
      await page.reload();
      await page.waitForSelector('#pasted');
      const said = await verdictOf(page, { paste: document.json });
      must(
        `a list of ${list.issuedAt}: ${said.tone} ${said.all}`,
        said.tone.includes(tone) && (tone === 'good' || said.all.includes('信任列表比已经用过的旧')),
      );
    }
  });
}

/** Attacks in every free text of every kind of record, signed as they are. */
async function attacks(engine) {
  const trust = trustOf(now);
  let shown = 0;
  await trusting(engine, trust, async (page) => {
    const dialogs = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    for (const kind of ['acceptance', 'supplement', 'received']) {
      for (const attack of [
        '<img src=x onerror="window.pwned=1">',
        '"><svg onload="window.pwned=1">',
        'javascript:window.pwned=1',
      ]) {
        for (const record of infected(example(kind, clock(now)), attack)) {
          const said = await verdictOf(page, { paste: issue(kind, record, trust).json });
          must(
            `an attack is a text like any other: ${said.verdict}`,
            said.tone.includes('good') || said.tone.includes('note'),
          );
          const injected = await page.evaluate(
            () =>
              document.querySelectorAll(
                'main img, main script, main iframe, main a[href], main [onload], main [onerror], .paper svg:not(.qr)',
              ).length,
          );
          must(`${attack} in ${kind} made an element`, injected === 0);
          // The issuer is named by the trust list alone, whatever the record calls it.
          const named = record.issuer.name === attack;
          must(
            `${attack} is shown as it is`,
            (await page.$eval('.paper', (paper) => paper.textContent)).includes(attack) !== named,
          );
          shown += 1;
        }
      }
    }
    must('no script ran', !dialogs.length && !(await page.evaluate(() => window.pwned)));
  });
  return shown;
}

/** 版式文件: its attachment is verified and shown; a receipt of the case before it is told from another. */
async function ofd(engine) {
  const trust = trustOf(now);
  const record = example('acceptance', clock(now));
  const document = issue('acceptance', record, trust);
  const bytes = ofdOf(document, trust, on);
  if (!bytes.length) return 'this build makes no OFD yet';
  const longer = (digest) =>
    issue(
      'extension',
      { ...example('extension', clock(now)), case: record.case, previous: { number: document.number, digest } },
      trust,
    );
  await trusting(engine, trust, async (page) => {
    const path = saved('receipt.ofd', bytes);
    let said = await verdictOf(page, { file: path });
    must(
      `an OFD: ${said.verdict}`,
      said.tone.includes('good') && said.all.includes('版式文件页面上的字为准') && (await page.$('.paper .lines')),
    );
    await verdictOf(page, { paste: longer(document.chain).json });
    await (await page.$('#previous')).uploadFile(path);
    await page.waitForFunction(() => document.querySelector('#h-history'));
    said = await told(page);
    must(`the case: ${said.tone} ${said.all}`, said.tone.includes('good') && said.all.includes('办件经过'));
    await shot(page, 'verify-history');
    await verdictOf(page, { paste: longer('0'.repeat(64)).json });
    await (await page.$('#previous')).uploadFile(path);
    await page.waitForFunction(() => document.querySelector('#result').innerText.includes('PREVIOUS_DIFFERS'));
    must('another case', (await told(page)).tone.includes('bad'));
  });
  return 'OFD verified';
}

/** One file, `file://`, no network: with what it trusts in it, and with a list that is opened. */
async function offline(engine, address, { accepted }) {
  const { page } = engine;
  const pinned = saved('pinned.html', await (await fetch(`${address}verify/offline.html`)).text());
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

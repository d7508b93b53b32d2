// Documents in every form they are written in, as others read them: pages by Chromium under a strict policy and by axe,
// printed and read by pdftotext, QR codes scanned off the screen by jsqr, OFD by two readers of Python. Whatever stands in a
// model, all of them say the same and none of it becomes markup. `node tests/e2e/documents.mjs [DOCUMENTS]`; SHOTS=folder.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import jsqr from 'jsqr';
import { libraries } from '../peers/python.mjs';
import { BROWSERS } from './browsers.mjs';
import { bare, counted, elements, fixtures, shown, words } from './papers.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ROOT = at('../..');
const folder = at('../../target/documents');
const failures = [];
const must = (what, test) => {
  if (!test) failures.push(what);
};
/** Pages say what the model says, in its order; only heads of tables are said again where a table goes on. */
function said(where, pages, { model, attack }) {
  const wanted = bare(words(model).join(''));
  const heads = model.tables.map(({ head }) => bare(shown(head.join('')))).filter(Boolean);
  let got = '';
  for (const page of pages.map(bare)) {
    const again = heads.find(
      (head) => page.startsWith(head) && !wanted.startsWith(got + page.slice(0, head.length + 1)),
    );
    got += again ? page.slice(again.length) : page;
  }
  // A cell that is higher than a page is cut, beside the others of its row: then it is the characters that are counted.
  if (attack && got !== wanted && pages.length > 1) {
    const [ours, all] = [counted(got), counted(wanted)];
    return must(
      `${where}: it has not all characters of the model`,
      Object.keys(all).every((each) => ours[each] >= all[each]),
    );
  }
  const differs = [...wanted].findIndex((each, n) => each !== [...got][n]);
  return must(
    `${where}: …${got.slice(Math.max(0, differs - 10), differs + 30)}… is not …${wanted.slice(Math.max(0, differs - 10), differs + 30)}…`,
    got === wanted,
  );
}

/** What Python's readers of OFD say; nothing where pip cannot install them. */
function readers(paths) {
  const home = libraries('ofd.txt');
  if (!home) {
    console.log('OFD not read by others');
    must('the readers of OFD are missing', process.env.CI !== 'true');
    return undefined;
  }
  const { status, stdout, stderr } = spawnSync('python3', [at('../peers/ofd.py'), ...paths], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONPATH: home },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** What a scanner reads of the only path that is filled: at 20 pixels a millimetre, as printed. */
function drawn(ofd) {
  const [, whole, path] = ofd.match(/Boundary="[\d.]+ [\d.]+ ([\d.]+) [^>]*Fill="true"><ofd:AbbreviatedData>([^<]*)</);
  const side = Math.round(whole * 20);
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, left, top, right, bottom] of path.matchAll(
    /M ([\d.]+) ([\d.]+) L [\d.]+ [\d.]+ L ([\d.]+) ([\d.]+) L [\d.]+ [\d.]+ C/g,
  )) {
    const [from, to] = [left, right].map((each) => Math.round(each * 20));
    for (let y = Math.round(top * 20); y < Math.round(bottom * 20); y++) {
      for (let x = from; x < to; x++) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return whole >= 30 && jsqr(pixels, side, side)?.data;
}

function packages(documents) {
  const told = readers(documents.map(({ name }) => `${folder}/${name}.ofd`));
  if (!told) return;
  for (const document of documents) {
    const { name, model, receipt } = document;
    const { ofdkit, easyofd, times, files } = told[`${folder}/${name}.ofd`];
    const many = ofdkit.pages.length;
    must(
      `${name}.ofd: title, size, time, receipt`,
      ofdkit.title === shown(model.title) &&
        ofdkit.sizes.every((size) => String(size) === '210,297') &&
        JSON.stringify(times) === '[[1980,1,1,0,0,0]]' &&
        files['receipt.json'] === receipt,
    );
    must(
      `${name}.ofd: the mark is not on every page`,
      ofdkit.marks.every((page) => bare(page.join('')) === bare(shown(model.mark || ''))),
    );
    must(
      `${name}.ofd: pages without their number`,
      ofdkit.pages.every((page, n) => page.at(-1) === `${n + 1} / ${many}`),
    );
    must(`${name}.ofd: its readers differ`, bare(JSON.stringify(ofdkit.pages)) === bare(JSON.stringify(easyofd)));
    if (document.url)
      must(
        `${name}.ofd: its QR code is not read`,
        drawn(readFileSync(`${folder}/${name}.ofd`, 'latin1')) === document.url + document.payload,
      );
    said(
      `${name}.ofd`,
      ofdkit.pages.map((page) => page.slice(0, -1).join('')),
      document,
    );
  }
  console.log(
    `ofd: ${documents.length} packages read by ofdkit and easyofd, their QR codes by jsqr, ${documents.map(({ name }) => told[`${folder}/${name}.ofd`].easyofd.length).reduce((sum, each) => sum + each)} pages`,
  );
}

async function scanned(page, png) {
  const { data, width, height } = await page.evaluate(async (png) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    return {
      data: Array.from(canvas.getImageData(0, 0, picture.width, picture.height).data),
      width: picture.width,
      height: picture.height,
    };
  }, png);
  return jsqr(Uint8ClampedArray.from(data), width, height)?.data;
}

/** Printed by Chromium and read by pdftotext: every page has its number, and the mark. */
async function printed(page, document) {
  const { name, model } = document;
  const path = `${folder}/${name}.pdf`;
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, timeout: 120_000 }));
  const { error, stdout } = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) return must('pdftotext is missing: install poppler-utils', process.env.CI !== 'true');
  const pages = stdout.split('\f').slice(0, -1).map(bare);
  must(
    `${name}.pdf: pages without their number`,
    pages.every((text, n) => text.includes(`${n + 1}/${pages.length}`)),
  );
  const mark = bare(shown(model.mark || ''));
  if (!document.attack) {
    const plain = pages.map((text, n) =>
      [`${n + 1}/${pages.length}`, ...(mark ? [mark] : [])].reduce((text, each) => {
        const place = text.lastIndexOf(each);
        must(`${name}.pdf: page ${n + 1} lacks ${each}`, place >= 0);
        return text.slice(0, place) + text.slice(place + each.length);
      }, text),
    );
    said(`${name}.pdf`, plain, document);
  }
  return pages.length;
}

async function looked(page, document) {
  const { name, model } = document;
  const here = await page.evaluate(() => ({
    count: document.querySelectorAll('*').length,
    text: document.querySelector('main').textContent,
    title: document.title,
    styled: getComputedStyle(document.querySelector('h1')).textAlign === 'center',
    lang: document.documentElement.lang,
    label: document.querySelector('svg')?.getAttribute('aria-label'),
    attributes: Array.from(document.querySelectorAll('*')).flatMap((each) => each.getAttributeNames()),
  }));
  must(`${name}.html: ${here.count} elements, not ${elements(model)}`, here.count === elements(model));
  must(
    `${name}.html: an attribute that is not ours`,
    here.attributes.every((each) =>
      [
        'lang',
        'charset',
        'name',
        'content',
        'class',
        'aria-hidden',
        'data-mark',
        'scope',
        'xmlns',
        'role',
        'aria-label',
        'viewBox',
        'shape-rendering',
        'fill',
        'stroke',
        'd',
      ].includes(each),
    ),
  );
  must(`${name}.html: the policy keeps its looks off`, here.styled);
  must(
    `${name}.html: language and label`,
    here.lang === shown(model.lang) && (!model.code || here.label === shown(model.code.label)),
  );
  must(`${name}.html: its title`, bare(here.title) === bare(shown((model.mark || '') + model.title)));
  said(`${name}.html`, [here.text], document);
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 900, deviceScaleFactor: 2 });
    must(
      `${name}.html scrolls sideways at ${width} px`,
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    );
    if (process.env.SHOTS && (!document.attack || process.env.SHOTS_ALL))
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
  }
}

async function pages(documents) {
  const served = createServer((request, response) => {
    const html = readFileSync(`${folder}${request.url}`);
    const [, style] = html.toString().match(/<style>([^<]*)<\/style>/);
    const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:`;
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(html);
  }).listen(0, '127.0.0.1');
  const engine = await BROWSERS.chromium();
  const [page, blank] = [engine.page, await engine.page.browser().newPage()];
  await page.bringToFront();
  const session = await page.createCDPSession();
  const media = (features) => session.send('Emulation.setEmulatedMedia', { features });
  for (const heard of ['dialog', 'pageerror', 'requestfailed'])
    page.on(heard, (what) => must(`${page.url()}: ${heard} ${what.message || ''}`, false));
  page.on('console', (message) => must(`${page.url()}: ${message.text()}`, message.text().includes('favicon')));
  let [sheets, codes] = [0, 0];
  try {
    for (const document of documents) {
      const { name, model, url } = document;
      await page.goto(`http://127.0.0.1:${served.address().port}/${name}.html`);
      await looked(page, document);
      await page.evaluate(AXE);
      const found = await page.evaluate(
        (tags) =>
          window.axe
            .run({ runOnly: tags })
            .then(({ violations }) => violations.map((each) => `${each.id} ${each.nodes[0].html}`)),
        TAGS,
      );
      must(
        `${name}.html: axe finds ${found.join('; ')}`,
        !found
          .filter((each) => !(document.attack && each.startsWith('valid-lang')))
          .filter((each) => !(document.attack && each.startsWith('html-lang-valid'))).length,
      );
      for (const scheme of url ? ['light', 'dark'] : []) {
        await media([
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'forced-colors', value: scheme === 'dark' ? 'active' : 'none' },
        ]);
        const read = await scanned(blank, await (await page.$('svg')).screenshot({ encoding: 'base64' }));
        must(`${name}.html, ${scheme}: the QR code says ${read}`, read === url + document.payload);
        codes++;
      }
      await media([]);
      await page.emulateMediaType('print');
      if (model.code)
        must(
          `${name}.html: the QR code prints smaller than 30 mm`,
          await page.$eval('svg', (each) => each.getBoundingClientRect().width >= (30 * 96) / 25.4),
        );
      await page.emulateMediaType(null);
      sheets += (await printed(page, document)) || 0;
    }
  } finally {
    await engine.close();
    served.close();
  }
  console.log(
    `chromium: ${documents.length} pages under their policy, axe finds nothing; ${sheets} sheets printed and read by pdftotext, ${codes} QR codes scanned by jsqr`,
  );
}

const documents = process.argv[2] ? JSON.parse(readFileSync(process.argv[2], 'utf8')) : fixtures();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/documents.json`, JSON.stringify(documents));
const { status, stderr } = spawnSync(
  'cargo',
  ['run', '--quiet', '--locked', '--example', 'render', '--', `${folder}/documents.json`, folder],
  { cwd: ROOT, encoding: 'utf8' },
);
if (status !== 0) throw new Error(stderr);
for (const document of documents) {
  document.model = JSON.parse(readFileSync(`${folder}/${document.name}.json`, 'utf8'));
  const text = readFileSync(`${folder}/${document.name}.txt`, 'utf8');
  must(
    `${document.name}.txt begins with something else`,
    text.startsWith(`${shown(document.model.mark || document.model.title)}\n`),
  );
  for (const each of words(document.model)) must(`${document.name}.txt lacks ${each}`, text.includes(each));
}
packages(documents);
await pages(documents);
failures.slice(0, 40).forEach((failure) => console.error(failure));
if (failures.length) process.exitCode = 1;

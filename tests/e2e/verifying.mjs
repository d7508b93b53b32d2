// The page that verifies, as a test handles it: what it is given, what it says, how it looks.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../www/serve.mjs';
import { clock } from '../../www/signing/list.mjs';
import { axe } from './axe.mjs';
import { ROOT } from './data.mjs';
import { small } from './look.mjs';

const JSQR = readFileSync(createRequire(import.meta.url).resolve('jsqr'), 'utf8');
export const DIST = join(ROOT, 'www/dist');
export const DAY = 86_400_000;
export const must = (what, test) => {
  if (!test) throw new Error(what);
};
export const scratch = mkdtempSync(join(tmpdir(), 'yushen-verify-'));
export const now = new Date();
export const on = clock(now).slice(0, 10);
/** Answers that stand in the place of the authority's, by path. */
export const answers = new Map();

export function instead({ url }, response) {
  const found = answers.get(url);
  if (found) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
  return Boolean(found);
}

export const main = (page) => page.$eval('main', (element) => element.innerText);

export async function shot(page, name) {
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
export async function schemes(page, name) {
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
export async function told(page) {
  await page.waitForSelector('#verdict');
  const [tone, verdict] = await page.$eval('#verdict', (element) => [
    element.className,
    element.querySelector('h2').textContent,
  ]);
  return { tone, verdict, all: await main(page) };
}

export async function verdictOf(page, { paste, file }) {
  await page.evaluate(() => document.querySelector('#result').replaceChildren());
  if (file) await (await page.$('#open')).uploadFile(file);
  else
    await page.evaluate((text) => {
      document.querySelector('#pasted').value = text;
      document.querySelector('#check').click();
    }, paste);
  return told(page);
}

export const saved = (name, bytes) => {
  const path = join(scratch, name);
  writeFileSync(path, bytes);
  return path;
};

/** The text of the code in a screenshot, read by a reader that is not ours. */
export async function decoded(engine, png) {
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

/** The page of verification, with whatever it is to trust. */
export async function trusting(engine, { list, roots }, act) {
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

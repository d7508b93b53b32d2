// `make demo` as anyone would start it, and what it serves in Chromium: a first result, a receipt, and the page that verifies
// it. What `make build` has made stays as it was.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handIn, inEffect, review } from './applicant.mjs';
import { BROWSERS } from './browsers.mjs';
import { ROOT } from './data.mjs';
import { visit } from './portal.js';

const must = (what, test) => {
  if (!test) throw new Error(what);
};
const shipped = ['yushen', 'yushen-files', 'yushen-receipts', 'yushen-editor'].map((name) =>
  join(ROOT, `pkg/dist/${name}.wasm`),
);
const digest = (path) => existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex');

/** Starts the command in a group of its own, so that all of it can be ended; gives the address that it prints. */
function started() {
  const child = spawn('make', ['demo'], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const found = /demo portal: (http:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.on('exit', (code) => reject(new Error(`make demo ended with ${code}: ${said}`)));
  });
  return { child, address };
}

async function walk(engine, address) {
  const { page } = engine;
  await engine.open(address);
  await page.waitForSelector('.items button');
  await engine.run(visit.toString());
  await review(page, address, { item: '高龄老人津贴', name: '张小明', number: '440304199001010011' });
  await handIn(page);
  await inEffect(page);
  await page.goto(await page.$eval('#to-verify', (link) => link.href));
  await page.waitForSelector('#verdict');
  const verdict = await page.$eval('#verdict', (element) => `${element.className}: ${element.innerText}`);
  must(`verified: ${verdict}`, verdict.includes('good') && verdict.includes('示例机关（演示，无效力）'));
  must(`errors on the page: ${engine.errors.join('; ')}`, !engine.errors.length);
}

const before = shipped.map(digest);
const began = Date.now();
const { child, address } = started();
const engine = await BROWSERS.chromium();
try {
  const portal = await address;
  const seconds = Math.round((Date.now() - began) / 1000);
  await walk(engine, portal);
  must('what `make build` has made is touched', shipped.map(digest).join() === before.join());
  console.log(`demo: served after ${seconds} s; ${engine.version} had a first result and verified a receipt`);
} finally {
  await engine.close();
  process.kill(-child.pid);
}
process.exit(0);

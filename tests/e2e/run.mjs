// One engine: `node tests/e2e/run.mjs node|sandbox|chromium|firefox|webkit [ZONE…]`. Prints what ran; exits 1 if anything failed.
// Everything runs in three time zones, the dates of which are a day apart: no result may know where the device is. `make test`
// takes UTC, `make test-all` the others.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { serve } from '../../www/serve.mjs';
import { begin } from './begin.js';
import { BROWSERS } from './browsers.mjs';
import { bundle, OUT } from './bundle.mjs';
import { chain } from './chain.js';
import { delivered, gather, ROOT } from './data.mjs';
import { look } from './look.mjs';
import { visit } from './portal.js';
import { remote } from './remote.js';
import { replay } from './replay.js';
import { sandbox } from './sandbox.mjs';

/** The digest of the chain's sheet: one golden answer, the same on every engine. */
const GOLDEN = JSON.parse(readFileSync(join(ROOT, 'tests/data/golden.json'), 'utf8')).sheet;

/** Minutes west of Greenwich, all the year round. */
const ZONES = { UTC: 0, 'Pacific/Honolulu': 600, 'Pacific/Kiritimati': -840 };

function report(engine, { passed, failures, offset }, digest) {
  const zone = process.env.TZ;
  if (offset !== ZONES[zone])
    failures.push(`${zone} was asked for, but the clock is ${offset} minutes west of Greenwich`);
  if (digest !== GOLDEN) failures.push(`the sheet has digest ${digest}, not ${GOLDEN}`);
  failures.forEach((failure) => console.error(failure));
  console.log(`${engine}, ${zone}: ${passed} cases byte-equal, ${failures.length} failures`);
  return passed > 0 && !failures.length;
}

const told = ({ megabytes, pieces, longest, spent }) =>
  `in a worker: ${megabytes} MB in ${pieces} pieces; the page waited ${longest.toFixed(0)} ms of ${spent.toFixed(0)} at most`;

async function node() {
  const data = { ...gather(), delivery: await delivered() };
  const encode = (text) => new TextEncoder().encode(text);
  const modules = await begin(
    async (imports, name) =>
      (await WebAssembly.instantiate(readFileSync(join(ROOT, `pkg/dist/${name}.wasm`)), imports)).instance,
  );
  const replayed = replay(modules, data, encode);
  const esm = await import('yushen');
  const cjs = createRequire(import.meta.url)('yushen');
  const digest = await chain(esm.init, {}, data, encode);
  const same = await chain(cjs.init, {}, data, encode);
  const oracle = (name, bytes) => createHash(name).update(bytes).digest('hex');
  for (const { input, expected } of data.cases.filter(({ stage }) => stage === 'inspect')) {
    const bytes = Buffer.alloc(input.pad || Buffer.from(data.files[input.file], 'base64').length);
    Buffer.from(data.files[input.file], 'base64').copy(bytes);
    const { sha256, sm3 } = expected.ok.report;
    if (sha256 !== oracle('sha256', bytes) || sm3 !== oracle('sm3', bytes))
      replayed.failures.push(`digests of ${input.name} are not those of OpenSSL`);
  }
  const { connect } = await import('yushen/connect');
  const worker = (name) => new Worker(name ? join(OUT, name) : new URL(import.meta.resolve('yushen/worker')));
  const place = (name) => join(ROOT, 'pkg/dist', name);
  console.log(
    told(
      await remote(
        {
          init: esm.init,
          connect,
          worker,
          wasm: readFileSync(place('yushen.wasm')),
          files: readFileSync(place('yushen-files.wasm')),
        },
        data,
        encode,
      ),
    ),
  );
  if (digest !== same) replayed.failures.push('ESM and CommonJS differ');
  const started = esm.init();
  if (started !== esm.init()) replayed.failures.push('init() starts twice');
  (await started).close();
  return report(`node ${process.version}`, replayed, digest);
}

/** The sandbox of a mini-program: its code package holds what `yushen miniprogram` puts there. */
async function miniprogram() {
  const data = gather();
  const carried = join(ROOT, 'target/mini');
  let good = true;
  execFileSync(process.execPath, [join(ROOT, 'pkg/dist/cli.js'), 'miniprogram', '-o', carried]);
  for (const ios of [false, true]) {
    const tests = sandbox(OUT, { ios })('miniprogram.js');
    const replayed = await tests.run(data, 'yushen.wasm.br');
    const { init } = sandbox(carried, { ios })('index.js');
    const digest = await chain(init, { wasm: 'yushen.wasm.br' }, data, tests.encode);
    good = report(`mini-program sandbox${ios ? ', no exported globals' : ''}`, replayed, digest) && good;
  }
  return good;
}

async function portal(engine, name) {
  const requests = [];
  const served = await serve(join(ROOT, 'www/dist'), { seen: (path) => requests.push(path) });
  try {
    for (const [width, height] of [
      [1280, 900],
      [360, 740],
    ]) {
      await engine.size(width, height);
      await engine.open(served.address);
      await engine.run(
        'async () => { while (!document.querySelector(".items button")) await new Promise((go) => setTimeout(go, 50)); }',
      );
      if (!requests.includes('/worker.js')) throw new Error('the portal started no worker');
      requests.length = 0;
      await engine.run(visit.toString());
      if (requests.length) throw new Error(`requests while checking: ${requests.join(' ')}`);
      console.log(`${engine.version}, ${process.env.TZ}: portal visited at ${width} px, no request while checking`);
    }
    if (name === 'chromium' && process.env.TZ === 'UTC') await look(engine.page, served.address);
  } finally {
    served.close();
  }
}

async function browser(name) {
  const engine = await BROWSERS[name]();
  const tests = await serve(OUT);
  try {
    await engine.open(tests.address);
    const result = await engine.run(
      'async () => { while (!window.result) await new Promise((go) => setTimeout(go, 50)); return window.result; }',
    );
    const good = report(engine.version, result, result.digest);
    if (result.away) console.log(told(result.away));
    await portal(engine, name);
    // Firefox also says on the page that the worker which tests/e2e/remote.js asks for in vain is not there.
    const errors = (engine.errors || []).filter((each) => !each.includes('/nowhere.js'));
    if (errors.length) throw new Error(`errors on the page: ${errors.join('; ')}`);
    return good;
  } finally {
    await engine.close();
    tests.close();
  }
}

/** One zone; what goes wrong is printed. */
async function tried(engine) {
  try {
    return await (engine === 'node' ? node() : engine === 'sandbox' ? miniprogram() : browser(engine));
  } catch (error) {
    console.error(error);
    return false;
  }
}

// WebKitGTK 2.50 now and then computes wrongly, traps or ends in the first moments of a module, while it replaces code that is
// running (docs/receipts.md). It alone gets a second, fresh browser; what the first one said stands in the log.
const [engine, ...asked] = process.argv.slice(2);
const zones = asked.length ? asked : Object.keys(ZONES);
const turns = engine === 'webkit' ? 2 : 1;
if (engine !== 'node') await bundle();
for (const zone of zones) {
  process.env.TZ = zone; // this process, and every browser that it starts
  let good = await tried(engine);
  for (let turn = 1; !good && turn < turns; turn++) {
    console.error(`${engine}, ${zone}: once more in a fresh browser`);
    good = await tried(engine);
  }
  if (!good) process.exitCode = 1;
}

// What looking into files costs: both digests of 20 MB, and SM3 alone, beside hash-wasm in the same process; the memory of
// 200 MB, the longest step. `make build && node tests/bench/files.mjs`.

import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createSHA256, createSM3 } from 'hash-wasm';
import createFiles from '../../pkg/src/glue/files.js';

const MB = 1024 * 1024;
const PIECE = 512 * 1024;
const failures = [];
const row = (name, value, note = '') => console.log(`${name.padEnd(44)} ${value.padStart(12)}   ${note}`);
const milliseconds = () => Number(process.hrtime.bigint()) / 1e6;

const SHIPPED = '../../pkg/dist/yushen-files.wasm';
/** The same module before its names are stripped; `make build` leaves it there. */
const NAMED = '../../target/mvp/stages/yushen-files/small.wasm';

async function instance(module) {
  const glue = createFiles();
  const { instance: made } = await WebAssembly.instantiate(readFileSync(new URL(module, import.meta.url)), {
    './yushen_bg.js': glue,
  });
  glue.__wbg_set_wasm(made.exports);
  return { files: new glue.Files(), memory: made.exports.memory };
}

/** Inspects bytes that `read` brings; the report, and the longest time that one step and its piece took. */
function inspect(files, size, read) {
  const id = files.inspect(size, 'a.bin');
  let longest = 0;
  for (;;) {
    const began = milliseconds();
    const { need, report } = JSON.parse(files.inspect_step(id)).ok;
    if (report) {
      files.inspect_close(id);
      return { report, longest };
    }
    const piece = read(need.offset, need.length);
    const fed = milliseconds();
    files.inspect_feed(id, piece);
    longest = Math.max(longest, milliseconds() - fed + (fed - began > 1 ? 0 : fed - began));
  }
}

/** Milliseconds: the best of eight rounds, after three. */
function best(call) {
  let least = Infinity;
  for (let round = 0; round < 11; round++) {
    const began = milliseconds();
    call();
    if (round > 2) least = Math.min(least, milliseconds() - began);
  }
  return least;
}

const { files, memory } = await instance(SHIPPED);
const bytes = new Uint8Array(20 * MB);
for (let at = 0, seed = 7; at < bytes.length; at += 4) {
  seed = (seed * 48271) % 2147483647;
  bytes[at] = seed;
  bytes[at + 1] = seed >> 8;
}
const theirs = [await createSHA256(), await createSM3()];
const peer = (hash) => {
  hash.init();
  for (let at = 0; at < bytes.length; at += PIECE) hash.update(bytes.subarray(at, at + PIECE));
  return hash.digest('hex');
};
const { report } = inspect(files, bytes.length, (offset, length) => bytes.subarray(offset, offset + length));
if (report.sha256 !== peer(theirs[0]) || report.sm3 !== peer(theirs[1])) throw new Error('the digests differ');

/** Milliseconds that an inspection of all bytes spends in SM3. The module has no call for it alone, so the engine is asked:
    its profiler looks five thousand times a second at which function runs. */
async function sm3Alone(rounds) {
  const { files: named } = await instance(NAMED);
  const run = () => inspect(named, bytes.length, (offset, length) => bytes.subarray(offset, offset + length));
  run();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  for (let round = 0; round < rounds; round++) run();
  const {
    profile: { nodes, samples, timeDeltas },
  } = await session.post('Profiler.stop');
  session.disconnect();
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const spent =
    samples.reduce((sum, id, place) => (/\bsm3/.test(names.get(id)) ? sum + timeDeltas[place] : sum), 0) /
    1000 /
    rounds;
  if (spent === 0) throw new Error('no sample stands in SM3: its name has changed');
  return spent;
}

const ours = best(() => inspect(files, bytes.length, (offset, length) => bytes.subarray(offset, offset + length)));
const [sha256, sm3] = theirs.map((hash) => best(() => peer(hash)));
const rate = (spent) => `${((20 / spent) * 1000).toFixed(0)} MB/s`;
row('20 MB inspected, SHA-256 and SM3', `${ours.toFixed(0)} ms`, rate(ours));
row(
  'hash-wasm, SHA-256 and SM3',
  `${(sha256 + sm3).toFixed(0)} ms`,
  `${rate(sha256 + sm3)}; ours ${((sha256 + sm3) / ours).toFixed(2)} × as fast`,
);
row('hash-wasm, SHA-256 alone', `${sha256.toFixed(0)} ms`, rate(sha256));
row('hash-wasm, SM3 alone', `${sm3.toFixed(0)} ms`, rate(sm3));
const alone = await sm3Alone(10);
row(
  'SM3 alone, on average',
  `${alone.toFixed(0)} ms`,
  `${rate(alone)}; hash-wasm ${(sm3 / alone).toFixed(2)} × as long at its best`,
);

// 200 MB that nobody holds: pieces of one buffer.
const before = memory.buffer.byteLength;
const piece = bytes.subarray(0, PIECE);
const large = inspect(files, 200 * MB + 1, (_offset, length) => piece.subarray(0, length));
row(
  '200 MB inspected, wasm memory',
  `${(memory.buffer.byteLength / MB).toFixed(1)} MiB`,
  `bar 8 MiB; ${(before / MB).toFixed(1)} MiB before`,
);
row('200 MB inspected, longest step', `${large.longest.toFixed(1)} ms`, 'bar 50 ms');
if (memory.buffer.byteLength > 8 * MB) failures.push('the memory bar is missed');
if (large.longest > 50) failures.push('the bar of one step is missed');
if (alone > sm3) failures.push('hash-wasm is faster at SM3');
if (ours > sha256 + sm3) failures.push('hash-wasm is faster');
failures.forEach((failure) => console.log(failure));

// What is ours beside a library for the same: bytes in a module of opt-level "s", and time in Node. What the frame costs is
// taken off, with the allocator where our part needs one. `node tests/bench/parts.mjs [part…]`; it builds some forty small
// modules, in minutes.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const text = (...words) => new TextEncoder().encode(words.join(''));
const hex = (digits) => Uint8Array.from(digits.match(/../g), (byte) => parseInt(byte, 16));
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

// GB/T 32918.5 annex A: a public key, a signature, and what it signs.
const point =
  '09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13';
const spki = hex('3059301306072A8648CE3D020106082A811CCF5501822D03420004' + point);
const [r, s] = [
  'F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3',
  'B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA',
];
const application = () => readFileSync(new URL('application.json', import.meta.url));
const head = hex(
  'a7' +
    '0101' +
    '0202' +
    '037819' +
    '59'.repeat(25) +
    '04781f' +
    '31'.repeat(31) +
    '061a69a50000' +
    '07194fff' +
    '085820' +
    'ab'.repeat(32),
);

/** By part: what is read, ours, and the libraries that do the same; what the inspector does is one part of ours. */
const PARTS = {
  json: [application, ['json'], ['json']],
  canonical: [application, ['canonical'], ['canonical']],
  cbor: [() => head, ['cbor'], ['cbor', 'cbor-serde']],
  der: [() => joined(spki, hex('3046022100' + r + '022100' + s)), ['der'], ['der'], 'frame-bare'],
  base32: [() => new Uint8Array(200).map((_, place) => place * 7), ['base32'], ['base32']],
  base64: [() => new Uint8Array(200).map((_, place) => place * 7), ['base64'], ['base64']],
  composed: [() => text('深圳市某某科技有限公司（南山）'.repeat(20)), ['composed'], ['composed'], 'frame-bare'],
  date: [() => text('2026-03-02'), ['date'], ['date']],
  identifier: [() => text('11010519491231002X'), ['identifier'], ['identifier']],
  html: [() => text('深圳市<某某>科技 & "有限" 公司'.repeat(20)), ['html'], ['html']],
  ics: [() => text('受理期限：五个工作日，自收到材料之日起'), [], ['ics', 'ics-small']],
  mask: [() => text('https://zwfw.example.gov.cn/r#1', 'MZXW6YTBOI234567'.repeat(20)), ['mask'], ['mask']],
  rc4: [() => new Uint8Array(4096), ['rc4'], ['rc4']],
  sm2: [() => joined(spki, hex(r + s), text('message digest')), ['sm2', 'sm2-known'], ['sm2']],
  files: [() => new Uint8Array(1), ['files'], ['zip', 'kind', 'pixels', 'exif', 'ole', 'pdf']],
  zip: [() => new Uint8Array(4096).fill(60), ['zip-writing'], ['zip-writing']],
  mend: [() => new Uint8Array(1), ['join', 'strip'], ['pdf-writing', 'strip']],
};

function built(feature) {
  const target = new URL('../../target/parts/', import.meta.url).pathname;
  const words = ['build', '--quiet', '--release', '--target', 'wasm32-unknown-unknown', '--target-dir', target];
  execFileSync('cargo', [...words, '--features', feature], {
    cwd: new URL('parts/', import.meta.url),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return readFileSync(`${target}wasm32-unknown-unknown/release/parts.wasm`);
}

/** Microseconds a call, the best of twenty rounds; none where the part has no answer to what it is given. */
function timed(bytes, input) {
  const compiled = new WebAssembly.Module(bytes);
  const imports = {};
  // What a crate imports for the time of day or randomness is never called here.
  for (const { module, name } of WebAssembly.Module.imports(compiled)) {
    imports[module] = { ...imports[module], [name]: () => 0 };
  }
  const instance = new WebAssembly.Instance(compiled, imports);
  const { memory, room, measure } = instance.exports;
  new Uint8Array(memory.buffer).set(input, room());
  if (!measure(input.length, 1)) return undefined;
  const times = Math.max(1, Math.min(20_000, Math.round(20_000 / Math.max(1, run(measure, input.length, 20)))));
  return Math.min(...Array.from({ length: 20 }, () => run(measure, input.length, times)));
}

function run(measure, length, times) {
  const begun = process.hrtime.bigint();
  measure(length, times);
  return Number(process.hrtime.bigint() - begun) / 1000 / times;
}

const size = (bytes) => [bytes.length, brotliCompressSync(bytes).length];
const frames = { frame: size(built('frame')), 'frame-bare': size(built('frame-bare')) };
const wanted = process.argv.slice(2);
console.log(`${'part'.padEnd(22)} ${'raw'.padStart(9)} ${'brotli'.padStart(9)} ${'µs'.padStart(9)}`);
for (const [part, [input, ours, theirs, around = 'frame']] of Object.entries(PARTS)) {
  if (wanted.length && !wanted.includes(part)) continue;
  const [frame, packed] = frames[around];
  for (const feature of [...ours.map((each) => `ours-${each}`), ...theirs.map((each) => `theirs-${each}`)]) {
    try {
      const module = built(feature);
      const [raw, brotli] = size(module);
      const spent = timed(module, input());
      console.log(
        `${feature.padEnd(22)} ${String(raw - frame).padStart(9)} ${String(brotli - packed).padStart(9)} ${(spent ? spent.toFixed(2) : '–').padStart(9)}`,
      );
    } catch (error) {
      console.log(`${feature.padEnd(22)} ${error.message.split('\n')[0]}`);
    }
  }
}

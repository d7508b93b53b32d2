// Features are additive: the library compiles without a warning with none of them, with each alone and with every two, and
// with all, natively and as wasm32; working days alone need no cryptography. `node tests/features.mjs`.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const metadata = JSON.parse(
  execFileSync('cargo', ['metadata', '--no-deps', '--format-version', '1', '--locked'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }),
);
const { features } = metadata.packages.find((each) => each.name === 'yushen');
const names = Object.keys(features)
  .filter((name) => name !== 'default')
  .sort();
const pairs = names.flatMap((one, place) => names.slice(place + 1).map((other) => `${one},${other}`));

let failed = 0;
function checks(what, words) {
  const began = Date.now();
  const { status, stderr } = spawnSync('cargo', ['check', '--quiet', '--locked', '--lib', ...words], {
    cwd,
    encoding: 'utf8',
  });
  const clean = status === 0 && stderr.trim() === '';
  if (!clean) failed += 1;
  console.log(
    `${clean ? 'clean ' : 'FAILED'} ${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}${clean ? '' : `\n${stderr}`}`,
  );
}

const began = Date.now();
for (const each of ['', ...names, ...pairs]) checks(each || 'nothing', ['--no-default-features', '--features', each]);
checks('all', ['--all-features']);
checks('all, wasm32', ['--all-features', '--target', 'wasm32-unknown-unknown']);

const tree = execFileSync(
  'cargo',
  ['tree', '--locked', '--edges', 'normal', '--prefix', 'none', '--no-default-features', '--features', 'calendar'],
  { cwd, encoding: 'utf8' },
);
const crates = [
  ...new Set(
    tree
      .split('\n')
      .map((line) => line.split(' ')[0])
      .filter(Boolean),
  ),
];
const cryptographic = crates.filter((name) =>
  /^(aes|cipher|digest|ecdsa|ed25519|elliptic|md-?5|p256|sha\d|signature|sm[23]|curve25519)/.test(name),
);
if (cryptographic.length) {
  failed += 1;
  console.log(`FAILED  working days alone need ${cryptographic.join(', ')}`);
}
console.log(
  `features: ${names.length + pairs.length + 3} builds, ${failed} not as they should be, ${Math.round((Date.now() - began) / 1000)} s`,
);
process.exitCode = failed ? 1 : 0;

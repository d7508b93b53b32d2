// The command as a shell runs it: what it writes, its exit codes, and one line on standard error for whatever it refuses.
// `node tests/e2e/command.mjs`.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { ROOT } from './data.mjs';

const work = join(ROOT, 'target/command');
const cli = join(ROOT, 'pkg/dist/cli.js');
const sample = join(ROOT, 'src/data/catalogue.sample.json');
const portal = join(ROOT, 'tests/data/import/real-item.list.json');
let count = 0;

const run = (...words) => spawnSync(process.execPath, [cli, ...words], { cwd: work, encoding: 'utf8' });
const put = (name, value) =>
  writeFileSync(join(work, name), typeof value === 'string' ? value : JSON.stringify(value, null, 1));
const equal = (got, expected, what) => {
  count++;
  if (got !== expected) throw new Error(`${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
};

/** Runs the command; its exit code and a part of what it writes are as expected. */
function expect(words, status, part) {
  const { status: got, stdout, stderr } = run(...words);
  count++;
  if (got !== status || !(stdout + stderr).includes(part))
    throw new Error(`yushen ${words.join(' ')}: ${got}, expected ${status}, ${part}\n${stdout.slice(0, 400)}${stderr}`);
  return stdout;
}

/** What is refused is refused with 2, nothing on standard output, and a line with a code on standard error. */
function refused(words, code, part) {
  const { status, stdout, stderr } = run(...words);
  count++;
  const [first, ...faults] = stderr.trimEnd().split('\n');
  const told =
    first.startsWith(`yushen: ${code}`) &&
    first.includes(part) &&
    faults.every((each) => /^ {2}[A-Z_]+ at \//.test(each));
  if (status !== 2 || stdout || !told || !stderr.endsWith('\n') || /\n {4}at /.test(stderr))
    throw new Error(
      `yushen ${words.join(' ')}: ${status}, expected ${code}, ${part}\n${stdout.slice(0, 400)}${stderr}`,
    );
  return faults;
}

function begin() {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  put('numbered.json', { ...JSON.parse(readFileSync(sample, 'utf8')), seq: 4 });
  put('broken.json', '{"format":"yushen-catalogue/0.1"');
  put('faulty.json', { ...JSON.parse(readFileSync(sample, 'utf8')), colour: 'red', taste: 'sweet' });
  put('page.json', '<!doctype html>');
  put('empty.json', '');
  put('plain.txt', 'a file');
}

function help() {
  for (const words of [[], ['help'], ['--help'], ['-h']]) expect(words, 0, 'yushen lint <catalogue.json>');
  for (const name of ['lint', 'diff', 'import', 'bundle', 'verify', 'types', 'miniprogram']) {
    const said = expect([name, '--help'], 0, `yushen ${name}`);
    equal(expect(['help', name], 0, 'Exit codes'), said, `help ${name}`);
    equal(expect([name, 'nowhere.json', '-h'], 0, 'Exit codes'), said, `${name} nowhere.json -h`);
    equal(
      said.split('\n').every((line) => line.length <= 120),
      true,
      `${name} --help is no wider than a page`,
    );
  }
  for (const words of [['version'], ['--version'], ['-v']]) equal(expect(words, 0, '0.'), '0.1.0\n', words[0]);
  refused(['help', 'polish'], 'USAGE', 'no command polish');
  for (const name of ['constructor', '__proto__', 'toString', '--colour'])
    refused(['help', name], 'USAGE', `no command ${name}`);
  refused(['help', 'lint', 'more'], 'USAGE', 'one too many: more');
  refused(['version', '--colour'], 'USAGE', 'one too many: --colour');
}

function misused() {
  for (const name of ['polish', 'constructor', '__proto__', 'toString', 'hasOwnProperty', '', '--colour'])
    refused([name, sample], 'USAGE', `no command ${name}`);
  refused(['lint', sample, '--colour'], 'USAGE', 'no option --colour');
  refused(['lint', sample, '--colour=red'], 'USAGE', 'no option --colour');
  refused(['lint', sample, '-x'], 'USAGE', 'no option -x');
  refused(['lint', sample, '--__proto__=1'], 'USAGE', 'no option --__proto__');
  refused(['lint', sample, '--constructor', 'x'], 'USAGE', 'no option --constructor');
  refused(['verify', 'delivery', '--json'], 'USAGE', 'no option --json');
  refused(['lint', sample, '--json=yes'], 'USAGE', '--json takes no value');
  refused(['lint', sample, '--json', '--json'], 'USAGE', 'given twice');
  refused(['lint', sample, '--locale'], 'USAGE', '--locale wants a value');
  refused(['lint', sample, '--locale='], 'USAGE', '--locale wants a value');
  refused(['lint', sample, '--locale', '--json'], 'USAGE', '--locale wants a value');
  refused(['lint', sample, '--locale', 'fr'], 'UNKNOWN_WORD', 'zh-Hans or en, not fr');
  refused(['lint', sample, '--locale', 'fr', '--json'], 'UNKNOWN_WORD', 'zh-Hans or en, not fr');
  refused(['bundle', sample, '-o'], 'USAGE', '-o wants a value');
  refused(['bundle', sample], 'USAGE', '-o <folder> is missing');
  refused(['import', portal, '-o', 'x.json'], 'USAGE', '--from <system> is missing');
  refused(['import', portal, '--from', 'gd-portal'], 'USAGE', '-o <catalogue.json> is missing');
  refused(['import', portal, '--from', 'somewhere', '-o', 'x.json'], 'UNKNOWN_WORD', 'gd-portal or national-exchange');
  refused(['import', portal, '--from', 'gd-portal', '--need', 'x', '-o', 'x.json'], 'UNKNOWN_WORD', 'not x');
  refused(['lint'], 'USAGE', 'which catalogue.json?');
  refused(['diff', sample], 'USAGE', 'which newer.json?');
  refused(['lint', sample, 'numbered.json'], 'USAGE', 'one too many: numbered.json');
  refused(['diff', sample, sample, 'numbered.json'], 'USAGE', 'one too many: numbered.json');
  refused(['import', portal, portal, '--from', 'gd-portal', '-o', 'x.json'], 'USAGE', 'one too many');
  refused(['miniprogram'], 'USAGE', '-o <folder> is missing');
  refused(['miniprogram', 'recepits', '-o', 'mini'], 'USAGE', 'nothing named recepits');
  refused(['miniprogram', 'receipts', 'more', '-o', 'mini'], 'USAGE', 'one too many: more');
  equal(existsSync(join(work, 'x.json')), false, 'nothing is written by what is refused');
}

function files() {
  refused(['lint', 'nowhere.json'], 'ENOENT', 'nowhere.json: there is no file');
  refused(['lint', '.'], 'EISDIR', 'this is a folder');
  refused(['types', '.'], 'EISDIR', 'this is a folder');
  refused(['import', '.', '--from', 'gd-portal', '-o', 'x.json'], 'EISDIR', 'this is a folder');
  refused(['lint', 'plain.txt/x.json'], 'ENOTDIR', 'this is a file');
  refused(['verify', 'nowhere'], 'ENOENT', 'nowhere: there is no file or folder');
  refused(['verify', 'plain.txt'], 'ENOTDIR', 'this is a file, not a folder');
  refused(['bundle', 'numbered.json', '-o', 'plain.txt'], 'EEXIST', 'plain.txt: this is a file, not a folder');
  refused(['miniprogram', '-o', 'plain.txt'], 'EEXIST', 'plain.txt: this is a file, not a folder');
  refused(['types', sample, '-o', '.'], 'EISDIR', 'this is a folder');
  // A file that is there and cannot be read: by its rights, or, since root may read anything, by its nature.
  if (process.getuid && process.getuid()) {
    put('secret.json', {});
    chmodSync(join(work, 'secret.json'), 0);
    refused(['lint', 'secret.json'], 'EACCES', 'permission is denied');
  }
  if (existsSync('/proc/self/mem')) refused(['lint', '/proc/self/mem'], 'EIO', '/proc/self/mem');
  for (const name of ['broken.json', 'page.json', 'empty.json']) {
    const told = `${name}: JSON_SYNTAX at /`;
    refused(['lint', name], 'CATALOGUE_INVALID', told);
    refused(['types', name], 'CATALOGUE_INVALID', told);
    refused(['diff', sample, name], 'CATALOGUE_INVALID', told);
    refused(['bundle', name, '-o', 'none'], 'CATALOGUE_INVALID', told);
    refused(['import', name, '--from', 'gd-portal', '-o', 'x.json'], 'REQUEST_INVALID', told);
  }
  equal(refused(['lint', 'faulty.json'], 'CATALOGUE_INVALID', 'faulty.json').length, 2, 'every fault has a line');
  refused(['bundle', sample, '-o', 'none'], 'DELIVERY_INVALID', sample);
  equal(existsSync(join(work, 'none')), false, 'no folder is made for nothing');
}

/** What a terminal obeys, what turns the text around it, and what hides: one of each kind. */
const LOUD =
  '\u001b[31m\u009b31m\u0007\r\u202e\u2066\u061c\u200b\u2060\u00ad\u034f\u3164\ufe0f\u2028\u180e\u{e0041}\u{e0100}';
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const SHOWN = String.raw`\u001b[31m\u009b31m\u0007\u000d\u202e\u2066\u061c\u200b\u2060\u00ad\u034f\u3164\ufe0f\u2028\u180e\udb40\udc41\udb40\udd00`;

/** Every text of a value, or every one that lets the catalogue load, made loud. */
const loudly = (value, keys) =>
  JSON.parse(JSON.stringify(value), (key, each) =>
    keys.includes(key) && typeof each === 'string' ? LOUD + each : each,
  );

/** Names and contents that a terminal would obey are shown, and told in one line. */
function escapes() {
  const { stderr } = run('lint', `no${LOUD}\n.json`);
  equal(stderr, `yushen: ENOENT: no${SHOWN}\\u000a.json: there is no file or folder of this name\n`, 'a name');
  const catalogue = loudly(JSON.parse(readFileSync(sample, 'utf8')), ['name', 'text', 'issuer', 'note']);
  put('loud.json', { ...catalogue, name: LOUD, seq: 1 });
  put('louder.json', { ...JSON.parse(readFileSync(sample, 'utf8')), [LOUD]: 1, [LOUD + LOUD]: LOUD });
  const item = JSON.stringify(JSON.parse(readFileSync(portal, 'utf8')));
  put(
    'source.json',
    item.replace(/"([^"]+)":/g, (all, key, at) => (at % 7 ? all : `"${JSON.stringify(LOUD + key).slice(1, -1)}":`)),
  );
  put(
    'sourced.json',
    JSON.parse(item, (_, each) => (typeof each === 'string' ? LOUD + each : each)),
  );
  run('bundle', 'loud.json', '-o', 'loud');
  const said = [
    ...['lint', 'types'].flatMap((name) => ['loud.json', 'louder.json'].map((file) => [name, file])),
    ['lint', 'loud.json', '--json'],
    ['lint', 'loud.json', '--locale', 'en'],
    ...[[], ['--json']].map((more) => ['diff', sample, 'loud.json', ...more]),
    ...[[], ['--json']].flatMap((more) =>
      ['source.json', 'sourced.json'].map((file) => ['import', file, '--from', 'gd-portal', '-o', 'out.json', ...more]),
    ),
    ['verify', 'loud'],
    ['bundle', 'louder.json', '-o', 'none'],
    ['bundle', 'loud.json', '-o', `plain.txt/${LOUD}`],
    [LOUD],
    ['help', LOUD],
    ['version', LOUD],
    ['lint', sample, LOUD],
    ['lint', sample, `--${LOUD}`],
    ['lint', sample, '--locale', LOUD],
    ['miniprogram', LOUD, '-o', 'mini'],
  ].map((words) => [words, run(...words)]);
  let seen = 0;
  for (const [words, { stdout, stderr: told }] of said) {
    const text = (stdout + told).replaceAll('\n', '');
    equal(OBEYED.test(text), false, `${JSON.stringify(words)} sends something that a terminal obeys`);
    seen += text.includes(SHOWN) ? 1 : 0;
  }
  equal(seen, 15, 'answers that show what was given');
  run('types', 'loud.json', '-o', 'loud.d.ts');
  equal(OBEYED.test(readFileSync(join(work, 'loud.d.ts'), 'utf8').replaceAll('\n', '')), false, 'a file to be read');
}

/** Who reads no further ends the output, not the work: no complaint, and the exit code of the whole answer. */
async function readers() {
  for (const [words, status] of [
    [['lint', sample], 1],
    [['lint', sample, '--json'], 1],
    [['types', sample], 0],
    [['help'], 0],
  ]) {
    const child = spawn(process.execPath, [cli, ...words], { cwd: work, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let told = '';
    child.stderr.on('data', (data) => {
      told += data;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    equal(`${code} ${told}`, `${status} `, `${words.join(' ')}, read by nobody`);
  }
  const line = `"${process.execPath}" "${cli}" lint "${sample}" | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
  equal(/^\S.*\n1\n$/.test(stdout) && !stderr, true, 'lint | head -1');
}

function done() {
  expect(['lint', sample], 1, 'must be mended');
  expect(['lint', sample, '--locale', 'en'], 1, 'must be mended');
  expect(['lint', '--locale=en', '--', sample], 1, 'must be mended');
  equal(JSON.parse(expect(['lint', sample, '--json'], 1, 'AUDIT_')).length > 20, true, 'notices as JSON');
  expect(['diff', sample, 'numbered.json'], 0, 'changes');
  expect(['import', portal, '--from', 'gd-portal', '-o', 'imported.json'], 0, 'mapped');
  expect(['import', portal, '--from', 'gd-portal', '--output=deep/imported.json', '--json'], 0, '"entries"');
  equal(
    readFileSync(join(work, 'deep/imported.json'), 'utf8'),
    readFileSync(join(work, 'imported.json'), 'utf8'),
    'import',
  );
  expect(['lint', 'imported.json'], 0, '0 must be mended');
}

function delivered() {
  expect(['bundle', 'numbered.json', '-o', 'delivery'], 0, '19 files');
  expect(['verify', 'delivery'], 0, '17 items as listed');
  const [bundle] = readdirSync(join(work, 'delivery/b'));
  put(join('delivery/b', bundle), readFileSync(join(work, 'delivery/b', bundle), 'utf8') + ' ');
  expect(['verify', 'delivery'], 1, 'DELIVERY_TAMPERED');
  rmSync(join(work, 'delivery/manifest.json'));
  expect(['verify', 'delivery'], 1, 'DELIVERY_MISSING');
}

function carried() {
  expect(['miniprogram', 'receipts', '-o', 'mini'], 0, 'yushen-receipts.wasm.br');
  equal(
    readFileSync(join(work, 'mini/THIRD-PARTY.txt'), 'utf8'),
    readFileSync(join(ROOT, 'pkg/dist/LICENSES/THIRD-PARTY.txt'), 'utf8'),
    'the terms of what a mini-program carries',
  );
  for (const name of ['yushen.wasm', 'yushen-files.wasm', 'yushen-receipts.wasm', 'index.js', 'receipts.js']) {
    const script = name.endsWith('.js');
    const made = readFileSync(join(work, 'mini', script ? name : `${name}.br`));
    const shipped = readFileSync(join(ROOT, 'pkg/dist', script ? 'miniprogram' : '', name));
    equal((script ? made : brotliDecompressSync(made)).equals(shipped), true, `${name} for a mini-program`);
  }
}

function typed() {
  expect(['types', sample, '-o', 'register.d.ts'], 0, '');
  equal(
    readFileSync(join(work, 'register.d.ts'), 'utf8'),
    expect(['types', sample], 0, 'Register'),
    'types on standard output',
  );
  put(
    'use.ts',
    `import type { Catalogue } from ${JSON.stringify(join(ROOT, 'pkg/src/api/catalogue.js'))};
import './register.js';
export const right = (c: Catalogue) => c.plan('SZ-05', { premises: 'owned', agent: null }, { on: '2026-03-02' });
// @ts-expect-error an answer that the question does not have
export const wrong = (c: Catalogue) => c.plan('SZ-05', { premises: 'castle' }, { on: '2026-03-02' });
// @ts-expect-error an item that the catalogue does not have
export const none = (c: Catalogue) => c.plan('SZ-99', {}, { on: '2026-03-02' });
`,
  );
  const declared = readFileSync(join(work, 'register.d.ts'), 'utf8');
  put('register.d.ts', declared.replaceAll("'yushen'", JSON.stringify(join(ROOT, 'pkg/src/api/register.js'))));
  const options =
    '--noEmit --strict --target ES2017 --lib ES2017,DOM --types node --module ESNext --moduleResolution bundler --skipLibCheck';
  const words = [...options.split(' '), '--typeRoots', join(ROOT, 'node_modules/@types'), 'use.ts', 'register.d.ts'];
  const tsc = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...words], {
    cwd: work,
    encoding: 'utf8',
  });
  if (tsc.status) throw new Error(`types of a catalogue: ${tsc.stdout}`);
}

begin();
help();
misused();
files();
escapes();
await readers();
done();
delivered();
carried();
typed();
console.log(`command: ${count} answers, exit codes and refusals as expected`);

// The packed archive in the hands of others: Node ESM and CommonJS, an esbuild bundle, and tsc under three module
// resolutions. Nothing here knows the workspace; it installs what `npm pack` makes.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = join(root, 'target/smoke');
rmSync(work, { recursive: true, force: true });
mkdirSync(join(work, 'node_modules/yushen'), { recursive: true });
const run = (program, ...words) =>
  execFileSync(program, words, { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

execFileSync('npm', ['pack', '--silent', '--pack-destination', work], {
  cwd: join(root, 'pkg'),
  stdio: ['ignore', 'ignore', 'inherit'],
});
const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
run('tar', 'xzf', archive, '--strip-components=1', '-C', 'node_modules/yushen');
const packed = statSync(join(work, archive)).size;
if (packed > 1.3 * 1000 * 1000) throw new Error(`the packed archive is over its limit: ${packed} bytes`);

/** The crates that are linked into the module of a package, by the text of their terms; ours stand in a folder. */
function owed(of) {
  const words = ['tree', '--locked', '--package', of, '--target', 'wasm32-unknown-unknown', '--prefix', 'none'];
  const tree = execFileSync('cargo', [...words, '--edges', 'normal,no-proc-macro', '--format', '{p}'], { cwd: root });
  return new Set(String(tree).match(/^\S+ v\S+$(?! \()/gm));
}
const notices = readFileSync(join(work, 'node_modules/yushen/dist/LICENSES/THIRD-PARTY.txt'), 'utf8');
let named = 0;
for (const of of ['applicant', 'files', 'receipts', 'editor']) {
  for (const each of owed(`yushen-${of}`)) {
    named += 1;
    if (!notices.includes(`${each.replace(' v', ' ')} (`)) throw new Error(`${each} is shipped without its terms`);
  }
}
for (const words of ['Redistribution and use in source and binary forms', 'The Rust Project Contributors', 'Nayuki'])
  if (!notices.includes(words)) throw new Error(`the notices do not say “${words}”`);
for (const name of ['MIT.txt', 'Apache-2.0.txt']) statSync(join(work, 'node_modules/yushen/dist/LICENSES', name));
console.log(`terms of ${named} crates: ${notices.length} bytes`);

/** What a script of the package names beside itself, whether it is loaded with it, later, or fetched. */
function beside(script) {
  const text = readFileSync(join(work, 'node_modules/yushen/dist', script), 'utf8');
  const named = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(|\bnew URL\(\s*)["'`](\.[^"'`]+)["'`]/g);
  return [...named].map(([, name]) => name);
}
const scripts = readdirSync(join(work, 'node_modules/yushen/dist')).filter((name) => /\.c?js$/.test(name));
const led = scripts.flatMap((script) => beside(script).map((name) => [script, name]));
for (const [script, name] of led) {
  const there = statSync(join(work, 'node_modules/yushen/dist', name), { throwIfNoEntry: false });
  if (!there) throw new Error(`${script} names ${name}, which is not in the archive`);
}

const expect = (what, got, wanted) => {
  if (got !== wanted) throw new Error(`${what}: ${got}, expected ${wanted}`);
  console.log(`${what}: ${got}`);
};
const call = "init().then((y) => console.log(y.addWorkingDays('2026-02-13', 5).due))";
writeFileSync(join(work, 'esm.mjs'), `import { init } from 'yushen';\n${call};\n`);
writeFileSync(join(work, 'cjs.cjs'), `const { init } = require('yushen');\n${call};\n`);
expect('node, ESM', run(process.execPath, 'esm.mjs'), '2026-02-27');
expect('node, CommonJS', run(process.execPath, 'cjs.cjs'), '2026-02-27');
writeFileSync(
  join(work, 'file.mjs'),
  "import { init } from 'yushen';\ninit().then((y) => y.inspect(new TextEncoder().encode('%PDF-1.7'), { name: 'a.pdf' })).then((report) => console.log(report.kind, report.damage));\n",
);
expect('a file, by its own module', run(process.execPath, 'file.mjs'), 'pdf cut');
const quiet = run(
  process.execPath,
  '--input-type=module',
  '-e',
  "await import('yushen'); console.log(typeof window, 'nothing else')",
);
expect('import alone does nothing', quiet, 'undefined nothing else');

run(process.execPath, 'node_modules/yushen/dist/cli.js', 'miniprogram', '-o', 'mini');
expect(
  'what a mini-program carries',
  readdirSync(join(work, 'mini')).join(' '),
  'THIRD-PARTY.txt index.js yushen-files.wasm.br yushen.wasm.br',
);

const bundled = await build({
  absWorkingDir: work,
  entryPoints: ['esm.mjs'],
  bundle: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
});
expect('esbuild bundles for the browser', String(bundled.outputFiles[0].text.includes('./yushen.wasm')), 'true');

const later = () => beside('index.js').filter((name) => name.endsWith('.js'));
expect('what a page loads later', later().sort().join(' '), './canvas.js ./publisher.js');
const pieces = await build({
  absWorkingDir: work,
  entryPoints: ['esm.mjs'],
  outdir: 'pieces',
  bundle: true,
  splitting: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
});
const called = pieces.outputFiles.map(({ path }) => path.replace(/.*\/(\w+)(-\w+)?\.js$/, '$1'));
expect(
  'its pieces, bundled',
  called
    .filter((name) => /canvas|publisher/.test(name))
    .sort()
    .join(' '),
  'canvas publisher',
);

const away =
  "const worker = new Worker(require.resolve('yushen/worker'));\nconnect(worker).then((y) => y.inspect(new TextEncoder().encode('%PDF-1.7'), { name: 'a.pdf' })).then((report) => { console.log(report.kind, report.damage); worker.terminate(); });\n";
writeFileSync(
  join(work, 'away.mjs'),
  `import { Worker } from 'node:worker_threads';\nimport { createRequire } from 'node:module';\nimport { connect } from 'yushen/connect';\nconst require = createRequire(import.meta.url);\n${away}`,
);
writeFileSync(
  join(work, 'away.cjs'),
  `const { Worker } = require('node:worker_threads');\nconst { connect } = require('yushen/connect');\n${away}`,
);
expect('a file in a worker, ESM', run(process.execPath, 'away.mjs'), 'pdf cut');
expect('a file in a worker, CommonJS', run(process.execPath, 'away.cjs'), 'pdf cut');
writeFileSync(
  join(work, 'page.js'),
  "import { connect } from 'yushen/connect';\nconnect(new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }));\n",
);
writeFileSync(join(work, 'worker.js'), "import 'yushen/worker';\n");
const [page, worker] = (
  await build({
    absWorkingDir: work,
    entryPoints: ['page.js', 'worker.js'],
    outdir: 'out',
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  })
).outputFiles;
expect('esbuild bundles a worker', String(worker.text.includes('./yushen-files.wasm')), 'true');
expect('whose page has little to load', String(page.contents.length < 9500), 'true');

writeFileSync(
  join(work, 'use.ts'),
  `import { init } from 'yushen';\nimport type { Plan, YushenError } from 'yushen';\nexport const plan = (): Promise<Plan> => init().then((y) => y.catalogue('').plan('A', {}, { on: '2026-03-02' }));\nexport const code = (error: YushenError): string => error.code;\n`,
);
writeFileSync(
  join(work, 'away.ts'),
  "import { connect } from 'yushen/connect';\nimport type { Remote } from 'yushen/connect';\nimport type { Yushen } from 'yushen';\nexport const y: Promise<Remote<Yushen>> = connect(new Worker('worker.js'));\n",
);
writeFileSync(
  join(work, 'use.cts'),
  `import yushen = require('yushen');\nimport away = require('yushen/connect');\nexport const { connect } = away;\nexport const due = yushen.init().then((y) => y.addWorkingDays('2026-02-13', 5).due);\n`,
);
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const strict = ['--noEmit', '--strict', '--target', 'ES2017', '--lib', 'ES2017,DOM', '--skipLibCheck', 'false'];
run(process.execPath, tsc, ...strict, '--module', 'ESNext', '--moduleResolution', 'bundler', 'use.ts', 'away.ts');
writeFileSync(
  join(work, 'use.mts'),
  "import { init, YushenError } from 'yushen';\nimport type { Plan } from 'yushen';\nimport { init as edit } from 'yushen/editor';\nimport { connect } from 'yushen/connect';\nimport { serve } from 'yushen/worker';\nexport const plan = (): Promise<Plan> => init().then((y) => y.catalogue('').plan('A', {}, { on: '2026-03-02' }));\nexport const kit = edit().then(({ editor, yushen }) => editor.lint(yushen.catalogue('')));\nexport const all = [connect, serve, YushenError];\n",
);
run(process.execPath, tsc, ...strict, '--module', 'node16', '--moduleResolution', 'node16', 'use.cts', 'use.mts');
run(process.execPath, tsc, ...strict, '--module', 'CommonJS', '--moduleResolution', 'node10', 'use.ts');
console.log(`tsc --strict with lib ES2017: bundler, node16, node10\npacked: ${packed} bytes`);

// pkg/dist: the facade for each host around the modules that `cargo xtask build` has put there. With --demo only what the demo
// portal and its authority load (www/demo.mjs).

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = here + 'dist/';
const generated = here + 'src/glue/';
const demo = process.argv.includes('--demo');

// The glue copies a text into the module unit by unit until one is not ASCII, and only the rest by the host's own encoder.
// A date is copied sooner that way, a page of findings twenty times as late: the encoder gets what is left after these.
const BY_HAND = 20;
const LOOP = 'for (; offset < len; offset++) {';
// What an instance leaves behind goes with the instance, and every argument has been looked at before it is passed: what the
// glue does for objects that nobody frees, and for arguments that turn out to be wrong half-way, is dead weight.
const DEAD = [
  [/^if \(Symbol\.dispose\).*\n/m, ''],
  [/^ *\w+Finalization\.(un)?register\(.*\);\n/gm, ''],
  [/^var \w+Finalization = [\s\S]*?;$/m, ''],
  [/^ *try \{\n((?: *\w+ = [^\n]+\n)+) *\} catch \(e\) \{\n[\s\S]*?throw e;\n *\}\n/gm, '$1'],
];

// A module has one class and its glue; whoever calls a function of it needs no class, which nothing but itself then keeps.
const only = (type, text) =>
  text.includes(`export function ${type}(`)
    ? text
        .replace('export class', 'class')
        .replace(/^if \(Symbol\.dispose\).*$/m, '')
        .replace('new FinalizationRegistry', '/* @__PURE__ */ new FinalizationRegistry')
    : text;

// The glue of wasm-bindgen holds one instance in module variables. As a function it can be called again: after a trap
// the fresh instance gets fresh glue, and two components on a page do not share one.
async function glue(module, name, type = 'Core') {
  const folder = `${generated}${module}/`;
  const bundled = await build({
    stdin: { contents: only(type, readFileSync(folder + 'yushen_bg.js', 'utf8')), resolveDir: folder },
    bundle: true,
    format: 'esm',
    write: false,
    target: 'es2017',
  });
  const [before, after, ...more] = bundled.outputFiles[0].text.split(LOOP);
  if (after === undefined || more.length) throw new Error('the glue copies texts otherwise than it did: see BY_HAND');
  const called = type[0] === type[0].toLowerCase(); // a function, whose glue has no class left
  const text = [...DEAD, [/^export \{/m, 'return {']].reduce((glue, [what, instead]) => {
    if (glue.search(what) < 0 && !called) throw new Error(`the glue is otherwise than it was: ${what}`);
    return glue.replace(what, instead);
  }, `${before}for (; offset < len && offset < ${BY_HAND}; offset++) {${after}`);
  writeFileSync(`${generated}${name}.js`, `export default function () {\n${text}}\n`);
  const declared = readFileSync(folder + 'yushen.d.ts', 'utf8').replace('[Symbol.dispose](): void;', '');
  writeFileSync(
    `${generated}${name}.d.ts`,
    `${declared}\ndeclare const glue: () => { ${type}: typeof ${type}; __wbg_set_wasm(exports: object): void };\nexport default glue;\n`,
  );
}
await glue('yushen', 'glue');
await glue('yushen-files', 'files', 'Files');
await glue('yushen-receipts', 'receipts', 'Receipts');
await glue('yushen-receipts', 'publisher', 'verify_manifest');
if (!demo) await glue('yushen-editor', 'editor');
// The editor's entry is the same facade around the editor's glue.
const editorGlue = {
  name: 'editor-glue',
  setup: (bundle) => bundle.onResolve({ filter: /\/glue\/glue\.js$/ }, () => ({ path: generated + 'editor.js' })),
};

// What a page loads when it is needed, each a script of its own beside the first: whoever bundles takes it along by its name.
const LATER = { 'canvas.js': here + 'src/files/canvas.ts', 'publisher.js': generated + 'publisher.js' };
const later = {
  name: 'later',
  setup: (bundle) =>
    bundle.onResolve({ filter: /^\./ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = basename(path);
      if (!(name in LATER)) throw new Error(`${name} is loaded later, and nothing says what it is made of: see LATER`);
      return { path: `./${name}`, external: true };
    }),
};

const common = {
  bundle: true,
  target: 'es2017',
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
  minify: true,
  charset: 'utf8',
};
// Names stay, for whoever reads a stack trace.
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  minify: false,
  minifyWhitespace: true,
  minifySyntax: true,
};
const commonJs = {
  format: 'cjs',
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: 'const moduleUrl = require("url").pathToFileURL(__filename).href;' },
};
rmSync(dist + 'miniprogram', { recursive: true, force: true });
if (existsSync(dist)) for (const name of readdirSync(dist)) if (/^node-[0-9A-Z]+\.js$/.test(name)) rmSync(dist + name);
const portal = [
  {
    ...common,
    entryPoints: [here + 'src/entries/index.ts'],
    outfile: dist + 'index.js',
    format: 'esm',
    supported: { 'import-meta': true, 'dynamic-import': true },
    plugins: [later],
  },
  ...Object.entries(LATER).map(([name, from]) => ({
    ...common,
    entryPoints: [from],
    outfile: dist + name,
    format: 'esm',
  })),
  // What is installed is read from a disk: here entries may share a script.
  {
    ...node,
    entryPoints: ['node', 'worker-node', 'receipts-node'].map((name) => `${here}src/entries/${name}.ts`),
    outdir: dist,
    format: 'esm',
    splitting: true,
    chunkNames: 'node-[hash]',
  },
  {
    ...common,
    entryPoints: [here + 'src/entries/receipts.ts'],
    outfile: dist + 'receipts.js',
    format: 'esm',
    supported: { 'import-meta': true },
  },
  { ...common, entryPoints: [here + 'src/entries/connect.ts'], outfile: dist + 'connect.js', format: 'esm' },
  // One script, so that whoever bundles nothing can put it anywhere.
  {
    ...common,
    entryPoints: [here + 'src/entries/worker.ts'],
    outfile: dist + 'worker.js',
    format: 'esm',
    supported: { 'import-meta': true },
  },
];
const others = [
  { ...node, ...commonJs, entryPoints: [here + 'src/entries/node.ts'], outfile: dist + 'node.cjs' },
  {
    ...node,
    ...commonJs,
    entryPoints: [here + 'src/entries/receipts-node.ts'],
    outfile: dist + 'receipts-node.cjs',
  },
  {
    ...common,
    entryPoints: [here + 'src/entries/miniprogram-receipts.ts'],
    outfile: dist + 'miniprogram/receipts.js',
    format: 'cjs',
    inject: [here + 'src/hosts/codec.ts'],
  },
  { ...common, entryPoints: [here + 'src/entries/connect.ts'], outfile: dist + 'connect.cjs', format: 'cjs' },
  {
    ...common,
    entryPoints: [here + 'src/entries/editor.ts'],
    outfile: dist + 'editor.js',
    format: 'esm',
    supported: { 'import-meta': true },
    plugins: [editorGlue],
  },
  {
    ...node,
    entryPoints: [here + 'src/entries/cli.ts'],
    outfile: dist + 'cli.js',
    format: 'esm',
    external: ['./editor-node.js'],
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...node,
    entryPoints: [here + 'src/entries/editor-node.ts'],
    outfile: dist + 'editor-node.js',
    format: 'esm',
    plugins: [editorGlue],
  },
  {
    ...common,
    entryPoints: [here + 'src/entries/miniprogram.ts'],
    outfile: dist + 'miniprogram/index.js',
    format: 'cjs',
    inject: [here + 'src/hosts/codec.ts'],
  },
];
const built = await Promise.all([...portal, ...(demo ? [] : others)].map((each) => build(each)));
// Scripts are ours alone, so that the notices which the modules come with are all that the package owes.
for (const { metafile } of built)
  for (const input of Object.keys(metafile.inputs))
    if (!resolve(input).startsWith(`${here}src`))
      throw new Error(`${input} is bundled, and nothing says on which terms`);
mkdirSync(dist + 'wording', { recursive: true });
for (const name of ['zh-Hant.json', 'en.json']) copyFileSync(here + '../src/wording/' + name, dist + 'wording/' + name);

/** The declarations, for both kinds of module. */
function declare() {
  rmSync(dist + 'types', { recursive: true, force: true });
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
  execFileSync(process.execPath, [tsc, '-p', here + 'tsconfig.build.json'], { stdio: 'inherit' });
  mkdirSync(dist + 'types/glue', { recursive: true });
  for (const name of ['glue.d.ts', 'editor.d.ts', 'files.d.ts', 'receipts.d.ts', 'publisher.d.ts'])
    copyFileSync(generated + name, dist + 'types/glue/' + name);
  // One set of declarations for both kinds of module: written down as CommonJS, which an ES module may import, and not the
  // other way round. What is imported gets a declaration of its own that passes everything on.
  rmSync(dist + 'types-cjs', { recursive: true, force: true });
  writeFileSync(dist + 'types/package.json', '{"type":"commonjs"}\n');
  for (const name of [
    'index',
    'node',
    'connect',
    'worker',
    'worker-node',
    'receipts',
    'receipts-node',
    'editor',
    'editor-node',
  ])
    writeFileSync(`${dist}types/entries/${name}.d.mts`, `export * from './${name}.js';\n`);
}

/** What an applicant loads of scripts, with its bar. */
function measure() {
  for (const name of [
    'index.js',
    ...Object.keys(LATER),
    'node.js',
    'node.cjs',
    'miniprogram/index.js',
    'connect.js',
    'worker.js',
    'receipts.js',
    'editor.js',
  ]) {
    const bytes = readFileSync(dist + name);
    console.log(
      name.padEnd(28),
      String(bytes.length).padStart(9),
      String(gzipSync(bytes, { level: 9 }).length).padStart(9),
      String(brotliCompressSync(bytes).length).padStart(9),
    );
  }
  const facade = brotliCompressSync(readFileSync(dist + 'index.js')).length;
  if (facade > 10 * 1024)
    throw new Error(`glue and facade are over their bar: ${facade} > ${10 * 1024} bytes of brotli`);
}

if (!demo) {
  declare();
  measure();
}

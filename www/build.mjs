// www/dist: the demo portal and the page that verifies. They know the package only by its public entries, as any portal would.

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { notices } from './notices.mjs';
import { pin } from './verify/pin.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const yushen = createRequire(import.meta.url);
const demo = process.argv.includes('--demo');
const common = { bundle: true, target: 'es2020', minify: true, charset: 'utf8', logLevel: 'warning', metafile: true };
rmSync(here + 'dist', { recursive: true, force: true });
for (const folder of ['dist', 'dist/samples', 'dist/wording', 'dist/verify'])
  mkdirSync(here + folder, { recursive: true });
// In pieces: what makes receipts is fetched when one is asked for. A worker is one script.
const built = [
  await build({
    ...common,
    entryPoints: [here + 'src/main.ts'],
    outdir: here + 'dist',
    format: 'esm',
    splitting: true,
  }),
  await build({ ...common, entryPoints: [here + 'src/worker.ts'], outdir: here + 'dist', format: 'esm' }),
  await build({
    ...common,
    entryPoints: [here + 'verify/verify.ts'],
    outdir: here + 'dist/verify',
    format: 'esm',
    splitting: true,
  }),
];
for (const name of ['index.html', 'style.css', 'screens.css', 'papers.css', 'verify/index.html'])
  copyFileSync(here + name, here + 'dist/' + name);
const modules = ['yushen', 'yushen-files', 'yushen-receipts'].map((name) => `${name}.wasm`);
for (const name of modules) {
  const bytes = readFileSync(yushen.resolve('yushen/' + name));
  writeFileSync(here + 'dist/' + name, bytes);
  // What the server sends to whoever takes it. For a demo on this machine it takes longer than it saves.
  if (!demo) writeFileSync(here + `dist/${name}.br`, brotliCompressSync(bytes));
}
for (const name of ['zh-Hant.json', 'en.json'])
  copyFileSync(yushen.resolve('yushen/wording/' + name), here + 'dist/wording/' + name);
for (const name of readdirSync(here + 'samples'))
  if (!name.endsWith('.mjs')) copyFileSync(here + 'samples/' + name, here + 'dist/samples/' + name);
copyFileSync(here + '../src/data/catalogue.sample.json', here + 'dist/catalogue.json');

const own = join(dirname(yushen.resolve('yushen/package.json')), 'dist/LICENSES/THIRD-PARTY.txt');
const terms = readFileSync(own, 'utf8') + notices(built.map(({ metafile }) => metafile));
writeFileSync(here + 'dist/THIRD-PARTY.txt', terms);

/** The page that verifies as one file, for `file://`: script, style and modules in it, and a policy that lets nothing else in. */
async function offline() {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [here + 'verify/offline.ts'],
    write: false,
    format: 'iife',
    loader: { '.wasm': 'binary' },
    define: { 'import.meta.url': '""' },
  });
  // jsQR is a script of old: what follows a `</` in it must not end the element that holds it.
  const script = outputFiles[0].text.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
  const style = ['style.css', 'screens.css', 'papers.css'].map((name) => readFileSync(here + name, 'utf8')).join('');
  const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  // Who keeps the page keeps the terms of what it holds: data, which no browser runs.
  const kept = `<script type="text/plain" id="terms">\n${terms}</script>`;
  const policy = `default-src 'none'; script-src ${digest(script)} 'wasm-unsafe-eval'; style-src ${digest(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const page = readFileSync(here + 'verify/index.html', 'utf8')
    .replace(
      '<meta charset="utf-8">',
      () => `<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    .replace(/ *<link rel="stylesheet"[^>]*>\n/g, '')
    .replace(/ *<script type="module"[^>]*><\/script>\n/, () => `    <style>${style}</style>\n`)
    .replace('  </body>', () => `    <script>${script}</script>\n    ${kept}\n  </body>`);
  const { YUSHEN_TRUST: trust } = process.env; // a file {"list":…,"roots":…}: what the page is to trust
  return trust ? pin(page, JSON.parse(readFileSync(trust, 'utf8'))) : page;
}
writeFileSync(here + 'dist/verify/offline.html', await offline());

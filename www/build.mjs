// www/dist: the demo portal. It knows the package only by its public entries, as any portal would.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const yushen = createRequire(import.meta.url);
rmSync(here + 'dist', { recursive: true, force: true });
for (const folder of ['dist', 'dist/samples', 'dist/wording']) mkdirSync(here + folder, { recursive: true });
await build({ entryPoints: ['main', 'worker'].map((name) => `${here}src/${name}.ts`), outdir: here + 'dist', bundle: true, format: 'esm', target: 'es2020', minify: true, charset: 'utf8', logLevel: 'warning' });
for (const name of ['index.html', 'style.css', 'screens.css']) copyFileSync(here + name, here + 'dist/' + name);
for (const name of ['yushen.wasm', 'yushen.wasm.br', 'yushen-files.wasm', 'yushen-files.wasm.br']) copyFileSync(yushen.resolve('yushen/' + name), here + 'dist/' + name);
for (const name of ['zh-Hant.json', 'en.json']) copyFileSync(yushen.resolve('yushen/wording/' + name), here + 'dist/wording/' + name);
for (const name of readdirSync(here + 'samples')) if (!name.endsWith('.mjs')) copyFileSync(here + 'samples/' + name, here + 'dist/samples/' + name);
copyFileSync(here + '../src/data/catalogue.sample.json', here + 'dist/catalogue.json');

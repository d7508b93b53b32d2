// www/dist: the demo portal. It knows the package only by its public entries, as any portal would.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const yushen = createRequire(import.meta.url);
mkdirSync(here + 'dist', { recursive: true });
await build({ entryPoints: [here + 'src/main.ts'], outfile: here + 'dist/main.js', bundle: true, format: 'esm', target: 'es2020', minify: true, charset: 'utf8', logLevel: 'warning' });
for (const name of ['index.html', 'style.css']) copyFileSync(here + name, here + 'dist/' + name);
for (const name of ['yushen.wasm', 'yushen.wasm.br']) copyFileSync(yushen.resolve('yushen/' + name), here + 'dist/' + name);
copyFileSync(here + '../src/data/catalogue.sample.json', here + 'dist/catalogue.json');

// What made pages measure: the table of docs/files.md, which the thresholds of src/check/inspected.rs rest on. Needs python3
// with Pillow and numpy, and the font Noto Sans CJK. `node tests/bench/pictures.mjs`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import createFiles from '../../pkg/src/glue/files.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = at('../../target/pictures');
const { status, stderr } = spawnSync('python3', [at('pictures.py'), out], { encoding: 'utf8' });
if (status !== 0) throw new Error(`python3 needs Pillow and numpy: ${String(stderr).trim().split('\n').pop()}`);
const glue = createFiles();
const { instance } = await WebAssembly.instantiate(readFileSync(at('../../pkg/dist/yushen-files.wasm')), {
  './yushen_bg.js': glue,
});
glue.__wbg_set_wasm(instance.exports);
const files = new glue.Files();
console.log(
  '| page | sharpness | detail | mean | deviation | dark | clipped | ink |\n|---|--:|--:|--:|--:|--:|--:|--:|',
);
JSON.parse(readFileSync(`${out}/rows.json`, 'utf8')).forEach(([name, width, height], place) => {
  const { ok } = JSON.parse(files.picture(readFileSync(`${out}/${place}.rgba`), width, height));
  console.log(`| ${name} | ${Object.values(ok).join(' | ')} |`);
});

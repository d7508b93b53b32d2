// Node: the module is read beside this file. Bundlers take dist/yushen.js, which imports it.
import { readFileSync } from 'node:fs';
import * as glue from './dist/yushen_bg.js';

const bytes = readFileSync(new URL('./dist/yushen_bg.wasm', import.meta.url));
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { './yushen_bg.js': glue });
glue.__wbg_set_wasm(exports);

export * from './dist/yushen_bg.js';

// A page without a bundler: fetches the module once; until then no call may be made.
import * as glue from './dist/yushen_bg.js';

let started;

/** Starts the module: that beside this file, or the one at an address. */
export default function init(module = new URL('./dist/yushen_bg.wasm', import.meta.url)) {
  started ||= start(module).catch((error) => {
    started = undefined; // a network that failed may not fail again
    throw error;
  });
  return started;
}

async function start(module) {
  const response = await fetch(module);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), { './yushen_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
}

export * from './dist/yushen_bg.js';

// Runs in the mini-program sandbox: no TextEncoder but the injected one, no fetch, no WebAssembly but WXWebAssembly.
import createGlue from '../../pkg/src/glue/glue.js';
import { replay } from './replay.js';

const encode = (text) => new TextEncoder().encode(text);

export async function run(data, path) {
  const glue = createGlue();
  const { instance } = await WXWebAssembly.instantiate(path, { './yushen_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  return replay(new glue.Core(), data, encode);
}

export { chain } from './chain.js';
export { encode };

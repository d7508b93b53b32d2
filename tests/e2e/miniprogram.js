// Runs in the mini-program sandbox: no TextEncoder but the injected one, no fetch, no WebAssembly but WXWebAssembly.
import { begin } from './begin.js';
import { replay } from './replay.js';

const encode = (text) => new TextEncoder().encode(text);

export async function run(data, path) {
  const instance = async (imports, name) =>
    (await WXWebAssembly.instantiate(path.replace('yushen', name), imports)).instance;
  return replay(await begin(instance), data, encode);
}

export { chain } from './chain.js';
export { encode };

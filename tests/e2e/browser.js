// Runs in a browser: every case against the module, then the chain through the package, then what a trap does.
import createGlue from '../../pkg/src/glue/glue.js';
import { init } from 'yushen';
import { chain } from './chain.js';
import { recovery } from './recovery.js';
import { replay } from './replay.js';

const encode = (text) => new TextEncoder().encode(text);

async function run() {
  const data = await (await fetch('data.json')).json();
  const module = await WebAssembly.compile(await (await fetch('yushen.wasm')).arrayBuffer());
  const glue = createGlue();
  const instance = await WebAssembly.instantiate(module, { './yushen_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  const replayed = replay(new glue.Core(), data, encode);
  const digest = await chain(init, { wasm: new URL('yushen.wasm', location.href) }, data, encode);
  return { ...replayed, digest, recovered: await recovery(module, data) };
}

run().then((result) => { window.result = result; }, (error) => { window.result = { passed: 0, failures: [String(error && error.stack || error)] }; });

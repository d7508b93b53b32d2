// Runs in a browser: every case against the module, then the chain through the package and through a worker, then what a
// trap does.
import { init } from 'yushen';
import { connect } from 'yushen/connect';
import { begin } from './begin.js';
import { chain } from './chain.js';
import { mending } from './mend.js';
import { recovery } from './recovery.js';
import { remote } from './remote.js';
import { replay } from './replay.js';

const encode = (text) => new TextEncoder().encode(text);

async function run() {
  const data = await (await fetch('data.json')).json();
  const compile = async (name) => WebAssembly.compile(await (await fetch(`${name}.wasm`)).arrayBuffer());
  const modules = await begin(async (imports, name) => WebAssembly.instantiate(await compile(name), imports));
  const replayed = replay(modules, data, encode);
  const digest = await chain(init, { wasm: new URL('yushen.wasm', location.href) }, data, encode);
  const { measures } = await mending(init, { wasm: new URL('yushen.wasm', location.href) });
  const worker = (name = 'worker.js') => new Worker(name, { type: 'module' });
  const away = await remote({ init, connect, worker, wasm: 'yushen.wasm', files: 'yushen-files.wasm' }, data, encode);
  return { ...replayed, digest, measures, away, recovered: await recovery(await compile('yushen'), data) };
}

run().then(
  (result) => {
    window.result = result;
  },
  (error) => {
    window.result = {
      passed: 0,
      failures: [`${error && error.code} ${error && error.message}\n${error && error.stack}`],
    };
  },
);

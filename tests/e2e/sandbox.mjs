// A mini-program's world, as far as Node can make one: no WebAssembly but by path, no code from strings, no web.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';

const ABSENT = [
  'WebAssembly',
  'FinalizationRegistry',
  'WeakRef',
  'SharedArrayBuffer',
  'Atomics',
  'BigInt',
  'BigInt64Array',
  'BigUint64Array',
  'escape',
  'unescape',
  'globalThis',
];

/** A package folder in the sandbox. `ios` hides exported globals, as WeChat on iOS does. */
export function sandbox(folder, { ios = false } = {}) {
  const instantiate = async (path, imports) => {
    if (typeof path !== 'string') throw new TypeError('instantiate takes a path in the code package');
    const bytes = readFileSync(join(folder, path));
    const { instance } = await WebAssembly.instantiate(
      path.endsWith('.br') ? brotliDecompressSync(bytes) : bytes,
      imports,
    );
    const entries = Object.entries(instance.exports).filter(
      ([, value]) => !(ios && value instanceof WebAssembly.Global),
    );
    return { instance: { exports: Object.fromEntries(entries) } };
  };
  const context = vm.createContext(
    { WXWebAssembly: { instantiate }, console, setTimeout },
    { codeGeneration: { strings: false, wasm: false } },
  );
  for (const name of ABSENT) vm.runInContext(`delete this.${name}`, context);
  const modules = {};
  const require = (path) => {
    if (!(path in modules)) {
      const module = { exports: {} };
      const source = `(function (module, exports, require) {${readFileSync(join(folder, path), 'utf8')}\n})`;
      vm.runInContext(source, context, { filename: path })(module, module.exports, require);
      modules[path] = module.exports;
    }
    return modules[path];
  };
  return require;
}

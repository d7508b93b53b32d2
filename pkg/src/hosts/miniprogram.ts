import type { Instantiate } from '../module/engine.js';
import { YushenError } from '../module/error.js';

interface PathLoader {
  instantiate(path: string, imports: object): Promise<{ instance: { exports: object } }>;
}
declare const WXWebAssembly: PathLoader | undefined;
declare const TTWebAssembly: PathLoader | undefined;

/** Instances by the path of a file inside the code package. */
export function byPath(path: string): Instantiate {
  const loader =
    typeof WXWebAssembly !== 'undefined'
      ? WXWebAssembly
      : typeof TTWebAssembly !== 'undefined'
        ? TTWebAssembly
        : undefined;
  if (!loader) throw new YushenError('WASM_REFUSED', '', [], 'this mini-program has no WebAssembly');
  return (imports) => loader.instantiate(path, imports);
}

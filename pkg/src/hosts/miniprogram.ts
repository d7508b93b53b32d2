import type { Instantiate } from '../module/engine.js';
import { YushenError } from '../module/error.js';
import type { Kind, Modules } from './host.js';

interface PathLoader {
  instantiate(path: string, imports: object): Promise<{ instance: { exports: object } }>;
}
declare const WXWebAssembly: PathLoader | undefined;
declare const TTWebAssembly: PathLoader | undefined;

/** Where modules are inside the code package. */
const receipts = () => '/yushen-receipts.wasm.br';
export const YUSHEN: Modules = { first: () => '/yushen.wasm.br', files: () => '/yushen-files.wasm.br', receipts };
export const RECEIPTS: Modules = { first: receipts };

/** A mini-program: instances are made by the path of a file, and randomness is what the caller gives. */
export function miniprogram(entropy: Kind['entropy'] = none): Kind {
  return { instances: (given, beside) => byPath(String(given || beside())), entropy };
}

function none(): never {
  throw new YushenError('NO_ENTROPY');
}

function byPath(path: string): Instantiate {
  const loader =
    typeof WXWebAssembly !== 'undefined'
      ? WXWebAssembly
      : typeof TTWebAssembly !== 'undefined'
        ? TTWebAssembly
        : undefined;
  if (!loader) throw new YushenError('WASM_REFUSED', '', [], 'this mini-program has no WebAssembly');
  return (imports) => loader.instantiate(path, imports);
}

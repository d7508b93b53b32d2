import { readFile } from 'node:fs/promises';
import { webcrypto } from 'node:crypto';
import { YushenError } from './error.js';
import { instantiator, once } from './load.js';
import type { InitOptions } from './load.js';
import { Yushen } from './yushen.js';

export * from './public.js';
export type { InitOptions };

/** Starts the component under Node, from the module beside this file. */
export const init: (options?: InitOptions) => Promise<Yushen> = once((options, closed) => {
  const entropy = (length: number): Uint8Array => webcrypto.getRandomValues(new Uint8Array(length));
  return Yushen.start(options.instantiate || instantiator(() => source(options)), { entropy, onEvent: options.onEvent, calendar: options.calendar, closed });
});

async function source(options: InitOptions): Promise<BufferSource | WebAssembly.Module> {
  const wasm = options.wasm || new URL('./yushen.wasm', import.meta.url);
  if (typeof wasm !== 'string' && !(wasm instanceof URL)) return wasm as BufferSource;
  try {
    return await readFile(wasm);
  } catch (error) {
    throw new YushenError('WASM_LOAD_FAILED', '', [], String((error as Error).message));
  }
}

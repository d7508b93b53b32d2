import { instantiator, once, webEntropy } from './load.js';
import type { InitOptions } from './load.js';
import { YushenError } from './error.js';
import { Yushen } from './yushen.js';

export * from './public.js';
export type { InitOptions };

/** Starts the component in a browser. Call it as often as you like: it starts once. */
export const init: (options?: InitOptions) => Promise<Yushen> = once((options, closed) =>
  Yushen.start(options.instantiate || instantiator(() => source(options)), { entropy: webEntropy, onEvent: options.onEvent, calendar: options.calendar, closed }),
);

async function source(options: InitOptions): Promise<BufferSource | Response | WebAssembly.Module> {
  // The address beside this file is made only when it is needed: some bundlers leave `import.meta.url` empty.
  const wasm = options.wasm || new URL('./yushen.wasm', import.meta.url);
  if (typeof wasm !== 'string' && !(wasm instanceof URL)) return wasm as BufferSource;
  try {
    return await fetch(String(wasm));
  } catch (error) {
    throw new YushenError('WASM_LOAD_FAILED', '', [], String((error as Error).message));
  }
}

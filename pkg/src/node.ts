import { readFile } from 'node:fs/promises';
import { webcrypto } from 'node:crypto';
import { besideFirst, instantiator, once, source } from './load.js';
import type { InitOptions } from './load.js';
import { Yushen } from './yushen.js';

export * from './public.js';
export type { InitOptions };

/** Starts the component under Node, from the module beside this file. */
export const init: (options?: InitOptions) => Promise<Yushen> = once((options, closed) => {
  const entropy = (length: number): Uint8Array => webcrypto.getRandomValues(new Uint8Array(length));
  const bytes = () => source(options, () => new URL('./yushen.wasm', import.meta.url), readFile);
  const files = () => source(besideFirst(options), () => new URL('./yushen-files.wasm', import.meta.url), readFile);
  return Yushen.start(options.instantiate || instantiator(bytes), { files: options.instantiate || instantiator(files), entropy, onEvent: options.onEvent, calendar: options.calendar, closed });
});

import { besideFirst, instantiator, once, source, webEntropy } from './load.js';
import type { InitOptions } from './load.js';
import { Yushen } from './yushen.js';

export * from './public.js';
export type { InitOptions };

/** Starts the component in a browser. Call it as often as you like: it starts once. */
export const init: (options?: InitOptions) => Promise<Yushen> = once((options, closed) => {
  const bytes = () => source(options, () => new URL('./yushen.wasm', import.meta.url), (url) => fetch(String(url)));
  const files = () => source(besideFirst(options), () => new URL('./yushen-files.wasm', import.meta.url), (url) => fetch(String(url)));
  return Yushen.start(options.instantiate || instantiator(bytes), { files: options.instantiate || instantiator(files), entropy: webEntropy, onEvent: options.onEvent, calendar: options.calendar, closed });
});

import type { Host } from '../api/yushen.js';
import type { InitOptions } from '../module/load.js';
import { besideFirst, instantiator, source, webEntropy } from '../module/load.js';

/** The web as a host, on a page or in a worker: modules are fetched, from beside the script that asks for them. */
export function web(options: InitOptions, closed?: () => void): Host {
  const bytes = () =>
    source(
      options,
      () => new URL('./yushen.wasm', import.meta.url),
      (url) => fetch(String(url)),
    );
  const files = () =>
    source(
      besideFirst(options),
      () => new URL('./yushen-files.wasm', import.meta.url),
      (url) => fetch(String(url)),
    );
  return {
    instantiate: options.instantiate || instantiator(bytes),
    files: options.instantiate || instantiator(files),
    entropy: webEntropy,
    onEvent: options.onEvent,
    calendar: options.calendar,
    closed,
  };
}

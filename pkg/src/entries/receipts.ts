import { Receipts } from '../api/receipts.js';
import type { InitOptions } from '../module/load.js';
import { instantiator, once, source } from '../module/load.js';

export type * from '../api/receipts.js';
export type * from '../api/values.js';
export { YushenError } from '../module/error.js';

/** Where the module of receipts is, and what it is told. */
export type ReceiptOptions = Pick<InitOptions, 'wasm' | 'instantiate' | 'calendar' | 'onEvent'>;

/** Starts what makes and verifies an authority's documents, in a browser. It needs nothing else of the package. */
export const init: (options?: ReceiptOptions) => Promise<Receipts> = once((options, closed) => {
  const bytes = () =>
    source(
      options,
      () => new URL('./yushen-receipts.wasm', import.meta.url),
      (url) => fetch(String(url)),
    );
  return Receipts.start(options.instantiate || instantiator(bytes), { ...options, closed });
});

import { instantiator, once, source } from './load.js';
import { read } from './node-host.js';
import { Receipts } from './receipts-api.js';
import type { ReceiptOptions } from './receipts.js';

export { YushenError } from './error.js';
export type * from './receipts-api.js';
export type * from './values.js';
export type { ReceiptOptions };

/** Starts what makes and verifies an authority's documents, under Node. */
export const init: (options?: ReceiptOptions) => Promise<Receipts> = once((options, closed) => {
  const bytes = () => source(options, () => new URL('./yushen-receipts.wasm', import.meta.url), read);
  return Receipts.start(options.instantiate || instantiator(bytes), { ...options, closed });
});

import { Receipts } from '../api/receipts.js';
import { read } from '../hosts/node.js';
import { instantiator, once, source } from '../module/load.js';
import type { ReceiptOptions } from './receipts.js';

export type * from '../api/receipts.js';
export type * from '../api/values.js';
export { YushenError } from '../module/error.js';
export type { ReceiptOptions };

/** Starts what makes and verifies an authority's documents, under Node. */
export const init: (options?: ReceiptOptions) => Promise<Receipts> = once((options, closed) => {
  const bytes = () => source(options, () => new URL('./yushen-receipts.wasm', import.meta.url), read);
  return Receipts.start(options.instantiate || instantiator(bytes), { ...options, closed });
});

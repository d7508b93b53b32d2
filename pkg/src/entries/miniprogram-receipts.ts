import type { ReceiptOptions } from '../api/receipts.js';
import { Receipts } from '../api/receipts.js';
import { host, once } from '../hosts/host.js';
import { miniprogram, RECEIPTS } from '../hosts/miniprogram.js';

export type * from '../api/receipts.js';
export type * from '../api/values.js';
export { YushenError } from '../module/error.js';

/** Starts what makes and verifies an authority's documents, in a WeChat or Douyin mini-program. `wasm` is the path of
    `yushen-receipts.wasm.br` inside the code package. */
export const init: (options?: Omit<ReceiptOptions, 'wasm'> & { wasm?: string }) => Promise<Receipts> = once(
  (options, closed) => Receipts.start(host(miniprogram(), RECEIPTS, options, closed)),
);

import type { ReceiptOptions } from '../api/receipts.js';
import { Receipts } from '../api/receipts.js';
import { RECEIPTS } from '../hosts/beside.js';
import { host, once } from '../hosts/host.js';
import { web } from '../hosts/web.js';

export type * from '../api/receipts.js';
export type * from '../api/values.js';
export { YushenError } from '../module/error.js';

/** Starts what makes and verifies an authority's documents, in a browser. It needs nothing else of the package. */
export const init: (options?: ReceiptOptions) => Promise<Receipts> = once((options, closed) =>
  Receipts.start(host(web, RECEIPTS, options, closed)),
);

import { Yushen } from '../api/yushen.js';
import { YUSHEN } from '../hosts/beside.js';
import type { InitOptions } from '../hosts/host.js';
import { host, once } from '../hosts/host.js';
import { node } from '../hosts/node.js';

export * from '../api/public.js';
export type { InitOptions };

/** Starts the component under Node, from the module beside this file. */
export const init: (options?: InitOptions) => Promise<Yushen> = once((options, closed) =>
  Yushen.start(host(node, YUSHEN, options, closed)),
);

import { Yushen } from '../api/yushen.js';
import { node } from '../hosts/node.js';
import type { InitOptions } from '../module/load.js';
import { once } from '../module/load.js';

export * from '../api/public.js';
export type { InitOptions };

/** Starts the component under Node, from the module beside this file. */
export const init: (options?: InitOptions) => Promise<Yushen> = once((options, closed) =>
  Yushen.start(node(options, closed)),
);

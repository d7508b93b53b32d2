import { once } from './load.js';
import type { InitOptions } from './load.js';
import { node } from './node-host.js';
import { Yushen } from './yushen.js';

export * from './public.js';
export type { InitOptions };

/** Starts the component under Node, from the module beside this file. */
export const init: (options?: InitOptions) => Promise<Yushen> = once((options, closed) => Yushen.start(node(options, closed)));

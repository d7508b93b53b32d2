import { once } from './load.js';
import type { InitOptions } from './load.js';
import { web } from './web.js';
import { Yushen } from './yushen.js';

export * from './public.js';
export type { InitOptions };

/** Starts the component in a browser. Call it as often as you like: it starts once. */
export const init: (options?: InitOptions) => Promise<Yushen> = once((options, closed) => Yushen.start(web(options, closed)));

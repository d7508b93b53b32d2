import { Yushen } from '../api/yushen.js';
import { web } from '../hosts/web.js';
import type { InitOptions } from '../module/load.js';
import { once } from '../module/load.js';

export * from '../api/public.js';
export type { InitOptions };

/** Starts the component in a browser. Call it as often as you like: it starts once. */
export const init: (options?: InitOptions) => Promise<Yushen> = once((options, closed) =>
  Yushen.start(web(options, closed)),
);

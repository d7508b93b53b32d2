import { Yushen } from '../api/yushen.js';
import { YUSHEN } from '../hosts/beside.js';
import type { InitOptions } from '../hosts/host.js';
import { host, once } from '../hosts/host.js';
import { web } from '../hosts/web.js';

export * from '../api/public.js';
export type { InitOptions };

/** Starts the component in a browser. Call it as often as you like: it starts once. */
export const init: (options?: InitOptions) => Promise<Yushen> = once((options, closed) =>
  Yushen.start(host(web, YUSHEN, options, closed)),
);

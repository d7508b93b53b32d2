import { YUSHEN } from '../hosts/beside.js';
import { host } from '../hosts/host.js';
import { web } from '../hosts/web.js';
import type { Port } from '../worker/line.js';
import { attend } from '../worker/serve.js';

/** Answers what `connect` asks at the other end of a port. In a worker that imports this it is called already; call it for
    the ports of a shared worker, or for a channel. */
export function serve(port: Port): void {
  attend(port, (options) => host(web, YUSHEN, options));
}

serve(self as unknown as Port);

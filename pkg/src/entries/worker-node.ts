import { parentPort } from 'node:worker_threads';
import { YUSHEN } from '../hosts/beside.js';
import { host } from '../hosts/host.js';
import { node } from '../hosts/node.js';
import type { Port } from '../worker/line.js';
import { attend } from '../worker/serve.js';

/** Answers what `connect` asks at the other end of a port. In a thread that imports this it is called already. */
export function serve(port: Port): void {
  attend(port, (options) => host(node, YUSHEN, options));
}

if (parentPort) serve(parentPort);

import { reading } from '../module/load.js';
import type { Kind } from './host.js';
import { entropy } from './host.js';

/** The web, on a page or in a worker: modules are fetched. */
export const web: Kind = { instances: reading((address) => fetch(String(address))), entropy };

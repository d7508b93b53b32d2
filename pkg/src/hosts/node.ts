import { readFile } from 'node:fs/promises';
import { reading } from '../module/load.js';
import type { Kind } from './host.js';
import { entropy } from './host.js';

/** An address that came from another thread is no `URL` any more. */
const read = (address: string | URL) => readFile(String(address).startsWith('file:') ? new URL(address) : address);

/** Node: modules are read from a disk. */
export const node: Kind = { instances: reading(read), entropy };

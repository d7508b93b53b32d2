import { webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Host } from '../api/yushen.js';
import type { InitOptions } from '../module/load.js';
import { besideFirst, instantiator, source } from '../module/load.js';

/** An address that came from another thread is no `URL` any more. */
export const read = (address: string | URL) =>
  readFile(String(address).startsWith('file:') ? new URL(address) : address);

/** Node as a host: modules are read from beside the script that asks for them. */
export function node(options: InitOptions, closed?: () => void): Host {
  const entropy = (length: number): Uint8Array => webcrypto.getRandomValues(new Uint8Array(length));
  const bytes = () => source(options, () => new URL('./yushen.wasm', import.meta.url), read);
  const files = () => source(besideFirst(options), () => new URL('./yushen-files.wasm', import.meta.url), read);
  return {
    instantiate: options.instantiate || instantiator(bytes),
    files: options.instantiate || instantiator(files),
    entropy,
    onEvent: options.onEvent,
    calendar: options.calendar,
    closed,
  };
}

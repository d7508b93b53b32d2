import type { Instantiate, Tell } from './engine.js';
import { YushenError } from './error.js';

/** Where the module comes from. An object is a compiled `WebAssembly.Module`. */
export type WasmSource = string | URL | Response | BufferSource | object;

export interface InitOptions {
  /** Where the module is, if not beside this file. */
  wasm?: WasmSource;
  /** How to make an instance, where the host has its own way: `WXWebAssembly.instantiate(path, imports)`. */
  instantiate?: Instantiate;
  /** Hears codes and sizes; never a value. */
  onEvent?: Tell;
}

/** Makes instances from bytes that are fetched once. */
export function instantiator(bytes: () => Promise<BufferSource | Response | WebAssembly.Module>): Instantiate {
  let module: Promise<WebAssembly.Module> | undefined;
  return async (imports) => {
    module = module || bytes().then(compile);
    const compiled = await module;
    const instance = await WebAssembly.instantiate(compiled, imports as WebAssembly.Imports);
    return { instance, module: compiled };
  };
}

async function compile(source: BufferSource | Response | WebAssembly.Module): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new YushenError('WASM_REFUSED', '', [], 'this engine has no WebAssembly');
  if (source instanceof WebAssembly.Module) return source;
  const bytes = source instanceof ArrayBuffer || ArrayBuffer.isView(source) ? source : await body(source as Response);
  const head = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, 4) : new Uint8Array(bytes, 0, 4);
  if (head[0] !== 0 || head[1] !== 0x61 || head[2] !== 0x73 || head[3] !== 0x6d) {
    // Most often a page: a development server answers every unknown path with its index.html.
    throw new YushenError('WASM_LOAD_FAILED', '', [], 'the address did not answer with a WebAssembly module; set init({ wasm })');
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new YushenError('WASM_REFUSED', '', [], String((error as Error).message));
  }
}

async function body(response: Response): Promise<ArrayBuffer> {
  if (!response.ok) throw new YushenError('WASM_LOAD_FAILED', '', [], `${response.status} for ${response.url}`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength < 8) throw new YushenError('WASM_LOAD_FAILED', '', [], 'an empty answer');
  return bytes;
}

/** Randomness of the web's kind, which Node and workers share. */
export function webEntropy(length: number): Uint8Array {
  const source = (globalThis as { crypto?: Crypto }).crypto;
  if (!source || !source.getRandomValues) throw new YushenError('NO_ENTROPY');
  return source.getRandomValues(new Uint8Array(length));
}

/** Starts once; a failed start can be tried again. */
export function once<O, T>(start: (options: O) => Promise<T>): (options?: O) => Promise<T> {
  let started: Promise<T> | undefined;
  return (options = {} as O) => {
    started = started || start(options).catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    return started;
  };
}

import type { CalendarYears } from '../api/values.js';
import { bytesOf } from './bytes.js';
import type { Instantiate, Tell } from './engine.js';
import { YushenError } from './error.js';

/** Where the module comes from. An object is a compiled `WebAssembly.Module`. */
export type WasmSource = string | URL | Response | BufferSource | object;

export interface InitOptions {
  /** Where the module is, if not beside this file. */
  wasm?: WasmSource;
  /** Where the module is that looks into files, if not beside the first. It is loaded with the first file. */
  files?: WasmSource;
  /** How to make an instance, where the host has its own way: `WXWebAssembly.instantiate(path, imports)`. Called once for
      each module, with its name. */
  instantiate?: Instantiate;
  /** Years of the calendar that are newer than this build: everything is counted with them. */
  calendar?: CalendarYears;
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

/** Where the module is that looks into files: as the host says, else beside the first, if the host said where that is. */
export function besideFirst(options: InitOptions): InitOptions {
  const { files, wasm } = options;
  const first = typeof wasm === 'string' || wasm instanceof URL ? String(wasm) : '';
  const beside = first.replace(/yushen(-editor)?\.wasm/, 'yushen-files.wasm');
  return { wasm: files || (beside !== first ? beside : undefined) };
}

/** The module: what the host gave, else what stands at an address, read in the host's way. */
export async function source(
  options: InitOptions,
  beside: () => URL,
  read: (address: string | URL) => Promise<BufferSource | Response>,
): Promise<BufferSource | Response | WebAssembly.Module> {
  // The address beside this file is made only when it is needed: some bundlers leave `import.meta.url` empty.
  const wasm = options.wasm || beside();
  if (typeof wasm !== 'string' && !(wasm instanceof URL)) return wasm as BufferSource;
  try {
    return await read(wasm);
  } catch (error) {
    throw new YushenError('WASM_LOAD_FAILED', '', [], String((error as Error).message));
  }
}

async function compile(source: BufferSource | Response | WebAssembly.Module): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new YushenError('WASM_REFUSED', '', [], 'this engine has no WebAssembly');
  if (source instanceof WebAssembly.Module) return source;
  const bytes = bytesOf(source) || new Uint8Array(await body(source as Response));
  if (bytes.byteLength < 8) throw new YushenError('WASM_LOAD_FAILED', '', [], 'too few bytes for a module');
  if (bytes[0] !== 0 || bytes[1] !== 0x61 || bytes[2] !== 0x73 || bytes[3] !== 0x6d) {
    // Most often a page: a development server answers every unknown path with its index.html.
    throw new YushenError(
      'WASM_LOAD_FAILED',
      '',
      [],
      'the address did not answer with a WebAssembly module; set init({ wasm })',
    );
  }
  try {
    return await WebAssembly.compile(bytes as BufferSource);
  } catch (error) {
    throw new YushenError('WASM_REFUSED', '', [], String((error as Error).message));
  }
}

async function body(response: Response): Promise<ArrayBuffer> {
  if (!response.ok) throw new YushenError('WASM_LOAD_FAILED', '', [], `${response.status} for ${response.url}`);
  return response.arrayBuffer();
}

/** Randomness of the web's kind, which Node and workers share. */
export function webEntropy(length: number): Uint8Array {
  const source = (globalThis as { crypto?: Crypto }).crypto;
  if (!source || !source.getRandomValues) throw new YushenError('NO_ENTROPY');
  return source.getRandomValues(new Uint8Array(length));
}

/** Starts once; after a failed start, or after `close()`, it starts again. */
export function once<O, T>(start: (options: O, closed: () => void) => Promise<T>): (options?: O) => Promise<T> {
  let started: Promise<T> | undefined;
  const forget = (): void => {
    started = undefined;
  };
  return (options = {} as O) => {
    started =
      started ||
      start(options, forget).catch((error: unknown) => {
        forget();
        throw error;
      });
    return started;
  };
}

import { bytesOf } from './bytes.js';
import type { Instantiate } from './engine.js';
import { said, YushenError } from './error.js';

/** Where the module comes from. An object is a compiled `WebAssembly.Module`; a function is asked when it is needed. */
export type WasmSource = string | URL | Response | BufferSource | object | (() => Promise<Code>);

/** What a module is compiled from, or the module. */
export type Code = Response | BufferSource | WebAssembly.Module;

/** Where a module stands if nobody says. Asked only when it is needed: some bundlers leave `import.meta.url` empty. */
export type Beside = () => URL | string;

type Read = (address: string | URL) => Promise<BufferSource | Response>;

/** Makes instances of a module: of what was given, else of what stands at an address, read in the host's way, once it can be. */
export function reading(read: Read): (given: WasmSource | undefined, beside: Beside) => Instantiate {
  return (given, beside) => {
    let module: Promise<WebAssembly.Module> | undefined;
    return async (imports) => {
      module = module || source(given || beside(), read).then(compile);
      const compiled = await module.catch((error: unknown) => {
        // A phone that had no network has one later.
        module = undefined;
        throw error;
      });
      const instance = await WebAssembly.instantiate(compiled, imports as WebAssembly.Imports);
      return { instance, module: compiled };
    };
  };
}

function source(wasm: WasmSource, read: Read): Promise<Code> {
  return loaded(() => {
    if (typeof wasm === 'function') return (wasm as () => Promise<Code>)();
    return typeof wasm === 'string' || wasm instanceof URL ? read(wasm) : (wasm as Code);
  });
}

async function compile(source: Code): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new YushenError('WASM_REFUSED', '', [], 'no WebAssembly here');
  if (source instanceof WebAssembly.Module) return source;
  const bytes = await codeBytes(source);
  if (bytes.byteLength < 8) throw new YushenError('WASM_LOAD_FAILED', '', [], 'too few bytes');
  if (bytes[0] !== 0 || bytes[1] !== 0x61 || bytes[2] !== 0x73 || bytes[3] !== 0x6d) {
    // Most often a page: a development server answers every unknown path with its index.html.
    throw new YushenError('WASM_LOAD_FAILED', '', [], 'no WebAssembly module at this address; set init({ wasm })');
  }
  try {
    return await WebAssembly.compile(bytes as BufferSource);
  } catch (error) {
    throw new YushenError('WASM_REFUSED', '', [], said(error));
  }
}

/** The bytes of a module, as a host or a server has them. */
export async function codeBytes(source: BufferSource | Response): Promise<Uint8Array> {
  const given = bytesOf(source);
  if (given) return given;
  const response = source as Response;
  if (!response.ok) throw new YushenError('WASM_LOAD_FAILED', '', [], `${response.status} for ${response.url}`);
  return new Uint8Array(await loaded(() => response.arrayBuffer()));
}

/** What is loaded, a module or a script: when it fails, the error has our code. */
export async function loaded<T>(load: () => T | Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new YushenError('WASM_LOAD_FAILED', '', [], said(error));
  }
}

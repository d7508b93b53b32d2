import type { CalendarYears } from '../api/values.js';
import type { Instantiate, Tell } from '../module/engine.js';
import { refuse, YushenError } from '../module/error.js';
import { callback, maybe, options, value } from '../module/given.js';
import type { Beside, WasmSource } from '../module/load.js';

export interface InitOptions {
  /** Where the module is, if not beside this file. */
  wasm?: WasmSource;
  /** Where the module is that looks into files, if not beside the first. It is loaded with the first file. */
  files?: WasmSource;
  /** Where the module is that knows signatures, if not beside the first. It is loaded when a catalogue is opened with `trust`. */
  receipts?: WasmSource;
  /** How to make an instance, where the host has its own way: `WXWebAssembly.instantiate(path, imports)`. Called once for
      each module, with its name. */
  instantiate?: Instantiate;
  /** Years of the calendar that are newer than this build: everything is counted with them. */
  calendar?: CalendarYears;
  /** Hears codes and sizes; never a value. */
  onEvent?: Tell;
}

/** What the component needs of its host. */
export interface Host {
  /** Makes an instance of the first module, and of the one that looks into files where `files` is absent. */
  instantiate: Instantiate;
  /** Makes an instance of the module that looks into files. */
  files?: Instantiate;
  /** Makes an instance of the module that knows signatures. */
  receipts?: Instantiate;
  entropy(length: number): Uint8Array;
  onEvent?: Tell;
  /** Years of the calendar that everything is counted with. */
  calendar?: CalendarYears;
  /** Told when the component is closed, so that `init` can start another. */
  closed?: () => void;
}

/** What the web, Node and a mini-program do each in its own way. */
export interface Kind {
  /** Makes instances of the module that was given, else of the one beside the script. */
  instances(given: WasmSource | undefined, beside: Beside): Instantiate;
  entropy(length: number): Uint8Array;
}

/** Where modules stand beside the script. */
export interface Modules {
  first: Beside;
  files?: Beside;
  receipts?: Beside;
}

/** A host of some kind, told what the caller of `init` says. */
export function host(kind: Kind, modules: Modules, given: InitOptions, closed?: () => void): Host {
  const { instantiate, onEvent, calendar } = given;
  const further = (name: 'files' | 'receipts'): Instantiate | undefined => {
    const beside = modules[name];
    return instantiate || (beside && kind.instances(given[name] || besideFirst(given.wasm, name), beside));
  };
  return {
    instantiate: instantiate || kind.instances(given.wasm, modules.first),
    files: further('files'),
    receipts: further('receipts'),
    entropy: kind.entropy,
    onEvent,
    calendar,
    closed,
  };
}

/** Where a further module is: beside the first, if the host said where that is. */
export function besideFirst(wasm: WasmSource | undefined, name: string): string | undefined {
  const first = typeof wasm === 'string' || wasm instanceof URL ? String(wasm) : '';
  const beside = first.replace(/yushen(-editor)?\.wasm/, `yushen-${name}.wasm`);
  return beside === first ? undefined : beside;
}

/** Randomness of the web's kind, which Node and workers share. */
export function entropy(length: number): Uint8Array {
  const source = (globalThis as { crypto?: Crypto }).crypto;
  if (!source || !source.getRandomValues) throw new YushenError('NO_ENTROPY');
  return source.getRandomValues(new Uint8Array(length));
}

/** Where a module comes from. */
export const CODE = maybe((given, path) => {
  return /string|function|object/.test(typeof given) && given ? given : refuse(path);
});

/** What `init` takes. */
const INIT = options({
  wasm: CODE,
  files: CODE,
  receipts: CODE,
  instantiate: maybe(callback),
  calendar: maybe(value),
  onEvent: maybe(callback),
  entropy: maybe(callback),
});

/** Starts once; after a failed start, or after `close()`, it starts again. */
export function once<O, T>(start: (options: O, closed: () => void) => Promise<T>): (options?: O) => Promise<T> {
  let started: Promise<T> | undefined;
  const forget = (): void => {
    started = undefined;
  };
  const begin = async (given: O): Promise<T> => start(given, forget);
  return (given) => {
    try {
      const looked = INIT(given, '/o') as O;
      started =
        started ||
        begin(looked).catch((error: unknown) => {
          forget();
          throw error;
        });
      return started;
    } catch (error) {
      return Promise.reject(error);
    }
  };
}

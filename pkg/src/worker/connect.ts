import type { Yushen } from '../api/yushen.js';
import type { InitOptions } from '../hosts/host.js';
import { besideFirst, CODE } from '../hosts/host.js';
import { hosted, refuse, YushenError } from '../module/error.js';
import { callback, count, list, maybe, options, some, value } from '../module/given.js';
import type { Code, WasmSource } from '../module/load.js';
import { codeBytes } from '../module/load.js';
import { Lender } from './lend.js';
import type { Lent, Line, Port } from './line.js';
import { hear, line, numbering } from './line.js';
import type { Remote } from './remote.js';
import type { Members } from './serve.js';

export type { Port } from './line.js';

/** What `init` takes, but `instantiate`. Modules are read here, by the page, when the worker needs them; under Node they
    are the bytes, or a function that reads them. */
export interface ConnectOptions extends Omit<InitOptions, 'instantiate'> {
  /** Milliseconds for the worker to say that it is there; 30 000 if absent. Its script has to be loaded meanwhile. */
  patience?: number;
}

const PORT = some({ postMessage: callback });
const OPTIONS = options({
  wasm: CODE,
  files: CODE,
  receipts: CODE,
  calendar: maybe(value),
  onEvent: maybe(callback),
  patience: maybe(count),
});

const MEMBERS = list((given, path) => (Array.isArray(given) && typeof given[0] === 'string' ? given : refuse(path)));
/** What a worker has to answer first. */
const TABLE = some({ yushen: MEMBERS, catalogue: MEMBERS });

const connections = new WeakMap<Port, Promise<Remote<Yushen>>>();
const number = numbering();

/** The component in a worker that runs `yushen/worker`. Nothing is loaded but what a call needs: a file needs neither a
    catalogue nor the first module. A worker has one connection, however often it is asked for. When the worker fails, what
    waits is rejected with `INTERNAL`, and so is every later call: then connect to another. */
export function connect(port: Port, options?: ConnectOptions): Promise<Remote<Yushen>> {
  try {
    PORT(port, '/port');
    const given = OPTIONS(options, '/o') as ConnectOptions;
    const connection = connections.get(port) || new Page(port).begin(given);
    connections.set(port, connection);
    return connection;
  } catch (error) {
    return Promise.reject(error);
  }
}

/** What the worker is to compile, if the page says what. It is given code and never an address, which would be its own to read. */
function code(wasm: WasmSource | undefined): (() => Promise<Code>) | undefined {
  if (!wasm) return undefined;
  return async () => {
    const isAddress = typeof wasm === 'string' || wasm instanceof URL;
    const given = isAddress ? await fetch(String(wasm)) : await (typeof wasm === 'function' ? (wasm as Reads)() : wasm);
    return given instanceof WebAssembly.Module ? given : codeBytes(given as Response);
  };
}

type Reads = () => Promise<Code>;

/** The page's side of a connection. */
class Page {
  private readonly lender = new Lender(number);
  private readonly line: Line;
  /** What a catalogue goes on calling: its store. */
  private readonly kept = new Map<number, Lent[]>();
  private members?: Members;

  constructor(private readonly port: Port) {
    this.line = line(port, number, async ({ on, words }) => {
      const call = this.lender.calls.get(on);
      const value = call && (await hosted('', () => call(...words)));
      // What is posted goes; the host's own bytes stay.
      return {
        value: value instanceof Uint8Array ? new Uint8Array(value) : value,
      };
    });
    for (const type of ['error', 'messageerror', 'exit'])
      hear(port, type, () => this.end('INTERNAL', `the worker: ${type}`));
  }

  async begin({
    patience,
    wasm,
    files = besideFirst(wasm, 'files'),
    receipts = besideFirst(wasm, 'receipts'),
    ...rest
  }: ConnectOptions): Promise<Remote<Yushen>> {
    const late = setTimeout(() => this.end('INTERNAL', 'the worker does not answer'), patience || 30_000);
    try {
      const sent = { ...rest, wasm: code(wasm), files: code(files), receipts: code(receipts) };
      this.members = TABLE(await this.ask(0, 'begin', [sent]), '/port') as unknown as Members;
      return this.remote(0, this.members.yushen) as Remote<Yushen>;
    } catch (error) {
      this.end('INTERNAL');
      throw error;
    } finally {
      clearTimeout(late);
    }
  }

  private end(code: 'INTERNAL' | 'CLOSED', detail?: string): void {
    connections.delete(this.port);
    this.line.end(new YushenError(code, '', [], detail));
  }

  private async ask(on: number, name: string, words: unknown[]): Promise<unknown> {
    const lent: Lent[] = [];
    try {
      const packed = this.lender.pack(words, lent);
      const { value, object } = await this.line.ask(on, name, packed, lent);
      if (!object) return value;
      this.kept.set(object, lent.splice(0));
      return this.remote(object, (this.members as Members).catalogue);
    } finally {
      // What hears of events hears of them until the end.
      if (name !== 'begin') this.lender.forget(lent);
    }
  }

  /** An object of the worker's, with the members that it says it has. */
  private remote(on: number, members: Members['yushen']): object {
    const made = {};
    for (const [name, property] of members) {
      if (name in made || name === 'then') continue; // nothing that would make another thing of it
      const ask = (...words: unknown[]): Promise<unknown> => this.ask(on, name, words);
      Object.defineProperty(
        made,
        name,
        property ? { get: ask } : { value: name === 'close' ? () => this.close(on) : ask },
      );
    }
    this.lender.objects.set(made, on);
    return made;
  }

  private async close(on: number): Promise<void> {
    const closed = this.ask(on, 'close', []);
    this.lender.forget(this.kept.get(on));
    this.kept.delete(on);
    if (on) return void (await closed);
    closed.catch(() => undefined);
    this.end('CLOSED');
  }
}

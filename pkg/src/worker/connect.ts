import type { Yushen } from '../api/yushen.js';
import type { InitOptions } from '../hosts/host.js';
import { YushenError } from '../module/error.js';
import { Lender } from './lend.js';
import type { Lent, Line, Port } from './line.js';
import { hear, line } from './line.js';
import type { Remote } from './remote.js';
import type { Members } from './serve.js';

export type { Port } from './line.js';

/** What `init` takes, as far as it can be sent: no `instantiate`, no `Response`. Addresses are relative to the page. */
export interface ConnectOptions extends Omit<InitOptions, 'instantiate'> {
  /** Milliseconds for the worker to say that it is there; 30 000 if absent. Its script has to be loaded meanwhile. */
  patience?: number;
}

const connections = new WeakMap<Port, Promise<Remote<Yushen>>>();

/** The component in a worker that runs `yushen/worker`. Nothing is loaded but what a call needs: a file needs neither a
    catalogue nor the first module. A worker has one connection, however often it is asked for. When the worker fails, what
    waits is rejected with `INTERNAL`, and so is every later call: then connect to another. */
export function connect(port: Port, options: ConnectOptions = {}): Promise<Remote<Yushen>> {
  const connection = connections.get(port) || new Page(port).begin(options);
  connections.set(port, connection);
  return connection;
}

/** A worker would take an address to be relative to itself. */
function absolute(address: InitOptions['wasm']): InitOptions['wasm'] {
  return typeof address === 'string' && typeof document === 'object'
    ? new URL(address, document.baseURI).href
    : address;
}

/** The page's side of a connection. */
class Page {
  private readonly lender = new Lender();
  private readonly line: Line;
  /** What a catalogue goes on calling: its store. */
  private readonly kept = new Map<number, Lent[]>();
  private members?: Members;

  constructor(private readonly port: Port) {
    this.line = line(port, async ({ on, words }) => {
      const call = this.lender.calls.get(on);
      const value = call && (await call(...words));
      // What is posted goes; the host's own bytes stay.
      return { value: value instanceof Uint8Array ? new Uint8Array(value) : value };
    });
    for (const type of ['error', 'messageerror', 'exit'])
      hear(port, type, () => this.end('INTERNAL', `the worker: ${type}`));
  }

  async begin(options: ConnectOptions): Promise<Remote<Yushen>> {
    const late = setTimeout(() => this.end('INTERNAL', 'the worker does not answer'), options.patience || 30_000);
    try {
      const [wasm, files, receipts] = [options.wasm, options.files, options.receipts].map(absolute);
      const sent = { ...options, wasm, files, receipts };
      this.members = (await this.ask(0, 'begin', [sent])) as Members;
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
    const packed = words.map((word, place) => this.lender.pack(word, [place], lent));
    try {
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

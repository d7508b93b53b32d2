import { CATALOGUE, Catalogue } from '../api/catalogue.js';
import { YUSHEN, Yushen } from '../api/yushen.js';
import { INSPECTOR, Inspector } from '../files/inspector.js';
import type { Host, InitOptions } from '../hosts/host.js';
import { refuse, YushenError } from '../module/error.js';
import { callback, maybe, options, some, value } from '../module/given.js';
import type { Ask, Lent, Port, Reply } from './line.js';
import { line, numbering } from './line.js';

/** Names of members, and whether they are properties. */
export interface Members {
  yushen: [name: string, property: boolean][];
  catalogue: [name: string, property: boolean][];
}

type Call = (...words: unknown[]) => unknown;

/** All that a page may name. */
const MEMBERS: Members = {
  yushen: members(YUSHEN, 'versions'),
  catalogue: members(CATALOGUE, 'info', 'partial', 'ref', 'signed'),
};
/** What a page may say of how things begin: no address is among it. */
const BEGIN = options({
  wasm: maybe(callback),
  files: maybe(callback),
  receipts: maybe(callback),
  calendar: maybe(value),
  onEvent: maybe(callback),
});
const PORT = some({ postMessage: callback });
/** In the place of what cannot be handed over: neither a value nor a function, so that every call refuses it there. */
const NOTHING = Symbol('what cannot be handed over');

function members(calls: string[], ...properties: string[]): [string, boolean][] {
  const named =
    (property: boolean) =>
    (name: string): [string, boolean] => [name, property];
  return [...calls.map(named(false)), ...properties.map(named(true))];
}

/** Answers a page: the worker's side of `connect`. Every port has a session of its own. */
export function attend(port: Port, host: (options: InitOptions) => Host): void {
  PORT(port, '/port');
  let session: Session | undefined;
  const number = numbering();
  const theirs = ({ call, object }: Lent): unknown => {
    if (call) return (...words: unknown[]): Promise<unknown> => answered(question(call, '', words));
    if (!object) return NOTHING;
    const held = session && session.held.get(object);
    // Left out, a catalogue that was let go would be none: an older one could be opened after it.
    if (!held) throw new YushenError('CLOSED');
    return held;
  };
  const { ask: question } = line(port, number, async (ask) => {
    const begins = ask.name === 'begin';
    if (!begins && !session) throw new YushenError('CLOSED');
    for (const lent of ask.lent) place(ask.words, lent.path, theirs(lent));
    if (!begins) return (session as Session).answer(ask);
    const given = BEGIN(ask.words[0], '/o') as InitOptions;
    if (session) session.close();
    session = new Session(host(given), number);
    return { value: MEMBERS };
  });
}

/** Puts what was lent where it belongs: a place of the page's own, whatever it is called. */
function place(words: unknown[], path: (string | number)[], value: unknown): void {
  try {
    const own = (of: object, key: string | number): object =>
      (Object.getOwnPropertyDescriptor(of, key) as PropertyDescriptor).value as object;
    const last = path[path.length - 1] as string;
    if (typeof last !== 'string' && typeof last !== 'number') refuse('');
    const parent = path.slice(0, -1).reduce(own, words);
    if (Array.isArray(parent)) own(parent, last); // no list grows by it
    Object.defineProperty(parent, last, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } catch {
    refuse('');
  }
}

/** What a function of the page's answers; its failure keeps its code and gets its place from whoever has called. Who does not
    wait for it does not hear of its failure either. */
function answered(reply: Promise<Reply>): Promise<unknown> {
  const value = reply.then(
    (each) => each.value,
    ({ code }: YushenError) => Promise.reject(Object.assign(new Error(), { code })),
  );
  value.catch(() => undefined);
  return value;
}

/** What one page has begun here: its catalogues by number; a file is looked into without starting the rest. */
class Session {
  readonly held = new Map<number, Catalogue>();
  private readonly inspector: Inspector;
  private started?: Promise<Yushen>;

  constructor(
    private readonly host: Host,
    private readonly number: () => number,
  ) {
    this.inspector = new Inspector(host);
  }

  async answer({ on, name, words }: Ask): Promise<Reply> {
    if (name === 'close' && !this.held.has(on)) {
      if (!on) this.close();
      return {};
    }
    const member = MEMBERS[on ? 'catalogue' : 'yushen'].find(([each]) => each === name);
    if (!member) throw new YushenError('UNKNOWN_WORD', '/name');
    const target = (await this.target(on, name)) as unknown as { [name: string]: unknown } | undefined;
    if (!target) throw new YushenError('CLOSED');
    const value = await (member[1] ? target[name] : (target[name] as Call).apply(target, words));
    if (name === 'close') this.held.delete(on);
    if (value instanceof Catalogue) {
      const object = this.number();
      this.held.set(object, value);
      return { object };
    }
    return { value };
  }

  private target(on: number, name: string): object | undefined | Promise<Yushen> {
    if (on) return this.held.get(on);
    return INSPECTOR.includes(name) ? this.inspector : this.whole();
  }

  private whole(): Promise<Yushen> {
    this.started =
      this.started ||
      Yushen.start(this.host, this.inspector).catch((error: unknown) => {
        this.started = undefined;
        throw error;
      });
    return this.started;
  }

  close(): void {
    this.inspector.close();
    if (this.started)
      void this.started.then(
        (yushen) => yushen.close(),
        () => undefined,
      );
  }
}

import { Catalogue } from '../api/catalogue.js';
import { Yushen } from '../api/yushen.js';
import { Inspector } from '../files/inspector.js';
import type { Host, InitOptions } from '../hosts/host.js';
import { YushenError } from '../module/error.js';
import type { Ask, Port, Reply } from './line.js';
import { line, number } from './line.js';

/** Names of members, and whether they are properties. */
export interface Members {
  yushen: [name: string, property: boolean][];
  catalogue: [name: string, property: boolean][];
}

type Target = { [name: string]: unknown };

/** Answers a page: the worker's side of `connect`. */
export function attend(port: Port, host: (options: InitOptions) => Host): void {
  let session: Session | undefined;
  const { ask: question } = line(port, async (ask) => {
    if (ask.name !== 'begin' && !session) throw new YushenError('CLOSED');
    for (const { path, call, object } of ask.lent) {
      place(
        ask.words,
        path,
        call
          ? (...words: unknown[]) => asked(question(call, '', words))
          : session && session.held.get(object as number),
      );
    }
    if (ask.name !== 'begin') return (session as Session).answer(ask);
    if (session) session.close();
    session = new Session(host(ask.words[0] as InitOptions));
    return { value: { yushen: [...members(Yushen), ['versions', true]], catalogue: members(Catalogue) } };
  });
}

function members({ prototype }: { prototype: object }): [string, boolean][] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).map(([name, { get }]) => [name, !!get]);
}

/** Puts what was lent where it belongs. */
function place(words: unknown[], path: (string | number)[], what: unknown): void {
  const last = path.length - 1;
  const parent = path.slice(0, last).reduce((at, key) => at[key] as Target, words as unknown as Target);
  parent[path[last] as string] = what;
}

/** Who does not wait for the page's answer does not hear of its failure either. */
function asked(reply: Promise<Reply>): Promise<unknown> {
  const value = reply.then((each) => each.value);
  value.catch(() => undefined);
  return value;
}

/** What one page has begun here: its catalogues by number; a file is looked into without starting the rest. */
class Session {
  readonly held = new Map<number, Catalogue>();
  private readonly inspector: Inspector;
  private started?: Promise<Yushen>;

  constructor(private readonly host: Host) {
    this.inspector = new Inspector(host);
  }

  async answer({ on, name, words }: Ask): Promise<Reply> {
    if (name === 'close' && !this.held.has(on)) {
      if (!on) this.close();
      return {};
    }
    const target = (await this.target(on, name)) as unknown as Target | undefined;
    if (!target) throw new YushenError('CLOSED');
    const member = target[name];
    const value = await (typeof member === 'function' ? (member.apply(target, words) as unknown) : member);
    if (name === 'close') this.held.delete(on);
    if (value instanceof Catalogue) {
      const object = number();
      this.held.set(object, value);
      return { object };
    }
    return { value };
  }

  private target(on: number, name: string): object | undefined | Promise<Yushen> {
    if (on) return this.held.get(on);
    return ['inspect', 'mend', 'prepare'].includes(name) ? this.inspector : this.whole();
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

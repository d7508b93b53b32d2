import { YushenError } from '../module/error.js';
import { isPlain } from '../module/plain.js';

/** One end of a channel: a worker as its page has it, a worker's own scope, a `MessagePort`, a thread of Node's. */
export interface Port {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener?(type: string, listener: (event: Event) => void): void;
  /** How `node:worker_threads` says it. */
  on?(type: string, listener: (data: unknown) => void): unknown;
  /** A `MessagePort` waits for it. */
  start?(): void;
}

/** A call: what is called by its number, 0 being the component, and what it is called with. */
export interface Ask {
  on: number;
  name: string;
  words: unknown[];
  lent: Lent[];
}

/** What stays on its own side: where it stands among the words, and the number by which it is called or named. Without one
    it is nothing that can be handed over. */
export interface Lent {
  path: (string | number)[];
  call?: number;
  object?: number;
}

/** What came of a call: a value, or the number of an object that stays on its own side. */
export interface Reply {
  value?: unknown;
  object?: number;
}

/** A fault as it is posted: nothing of what an error says in words, which may hold an address or somebody's text. */
type Told = Pick<YushenError, 'code' | 'path' | 'issues'>;

interface Message extends Partial<Ask>, Reply {
  format: string;
  ask?: number;
  answer?: number;
  error?: Told;
}

/** Asks over a port, until it is ended. */
export interface Line {
  ask(on: number, name: string, words: unknown[], lent?: Lent[]): Promise<Reply>;
  /** Nothing is asked or answered any more, and what waits waits in vain. */
  end(error: YushenError): void;
}

const FORMAT = 'yushen-port/0.1';
/** More than any call takes. */
const MOST_WORDS = 16;

/** Gives numbers, never the same twice: an answer that comes late is nobody's. */
export function numbering(): () => number {
  let count = 0;
  return () => ++count;
}

/** Hears what a port says, in the way that it has. */
export function hear(port: Port, type: string, listener: (data: unknown) => void): void {
  if (port.addEventListener) port.addEventListener(type, (event) => listener((event as MessageEvent).data));
  else if (port.on) port.on(type, listener);
}

/** A line over a port, both sides of which are alike: each asks, and answers what the other asks. */
export function line(port: Port, number: () => number, reply: (ask: Ask) => Promise<Reply>): Line {
  const waiting = new Map<number, [resolve: (reply: Reply) => void, reject: (error: unknown) => void]>();
  let ended: YushenError | undefined;
  const answer = (message: Message): void => {
    const post = (reply: Reply | { error: Told }): void => {
      const { value } = reply as Reply;
      // Bytes were copied for this answer, out of the module or out of a file: they can go.
      port.postMessage(
        { ...reply, format: FORMAT, answer: message.ask },
        ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [],
      );
    };
    asked(message)
      .then(reply)
      .then(post)
      .catch((error: unknown) => post({ error: told(error) }));
  };
  hear(port, 'message', (data) => {
    if (ended || !isPlain(data)) return;
    const message = Object.assign(Object.create(null), data) as Message;
    if (message.format !== FORMAT) return;
    if (message.ask) return answer(message);
    const [resolve, reject] = waiting.get(message.answer as number) || [];
    waiting.delete(message.answer as number);
    if (isPlain(message.error) && reject) reject(heard(message.error));
    else if (resolve) resolve(message);
  });
  if (port.start) port.start();
  return {
    ask: (on, name, words, lent = []) =>
      new Promise((resolve, reject) => {
        if (ended) throw ended;
        const ask = number();
        try {
          port.postMessage({ format: FORMAT, ask, on, name, words, lent }, []);
        } catch {
          throw new YushenError('TYPE_MISMATCH');
        }
        waiting.set(ask, [resolve, reject]);
      }),
    end(error) {
      ended = error;
      waiting.forEach(([, reject]) => reject(error));
      waiting.clear();
    },
  };
}

/** A question, if it is one. */
async function asked({ on, name, words, lent }: Message): Promise<Ask> {
  const named = typeof on === 'number' && typeof name === 'string';
  const lists = Array.isArray(words) && words.length <= MOST_WORDS && Array.isArray(lent) && lent.every(isPlain);
  if (!named || !lists) throw new YushenError('TYPE_MISMATCH');
  return { on, name, words, lent };
}

function told(error: unknown): Told {
  if (!(error instanceof YushenError)) return { code: 'INTERNAL', path: '', issues: [] };
  const { code, path, issues } = error;
  return { code, path, issues };
}

function heard({ code, path, issues }: Told): YushenError {
  const word = typeof code === 'string' ? code : 'INTERNAL';
  return new YushenError(word, typeof path === 'string' ? path : '', Array.isArray(issues) ? issues : []);
}

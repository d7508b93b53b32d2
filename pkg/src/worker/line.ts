import { YushenError } from '../module/error.js';

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

/** What stays on its own side: where it stands among the words, and the number by which it is called or named. */
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

interface Message extends Partial<Ask>, Reply {
  format: string;
  ask?: number;
  answer?: number;
  error?: Pick<YushenError, 'code' | 'path' | 'issues' | 'message'>;
}

/** Asks over a port, until it is ended. */
export interface Line {
  ask(on: number, name: string, words: unknown[], lent?: Lent[]): Promise<Reply>;
  /** Nothing is asked or answered any more, and what waits waits in vain. */
  end(error: YushenError): void;
}

const FORMAT = 'yushen-port/0.1';
let count = 0;

/** Never the same twice: an answer that comes late is nobody's. */
export const number = (): number => ++count;

/** Hears what a port says, in the way that it has. */
export function hear(port: Port, type: string, listener: (data: unknown) => void): void {
  if (port.addEventListener) port.addEventListener(type, (event) => listener((event as MessageEvent).data));
  else if (port.on) port.on(type, listener);
}

/** A line over a port, both sides of which are alike: each asks, and answers what the other asks. */
export function line(port: Port, reply: (ask: Ask) => Promise<Reply>): Line {
  const waiting = new Map<number, [resolve: (reply: Reply) => void, reject: (error: unknown) => void]>();
  let ended: YushenError | undefined;
  const answer = (ask: Message): void => {
    const post = (message: Omit<Message, 'format'>): void => {
      const { value } = message;
      // Bytes were copied for this answer, out of the module or out of a file: they can go.
      port.postMessage(
        { ...message, format: FORMAT, answer: ask.ask },
        ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [],
      );
    };
    reply(ask as Ask)
      .then(post)
      .catch((error: unknown) => post({ error: told(error) }));
  };
  hear(port, 'message', (data) => {
    const message = data as Message | null;
    if (ended || !message || message.format !== FORMAT) return;
    const { ask, error } = message;
    if (ask) return answer(message);
    const [resolve, reject] = waiting.get(message.answer as number) || [];
    waiting.delete(message.answer as number);
    if (error && reject)
      reject(Object.assign(new YushenError(error.code, error.path, error.issues), { message: error.message }));
    else if (resolve) resolve(message);
  });
  if (port.start) port.start();
  return {
    ask: (on, name, words, lent = []) =>
      new Promise((resolve, reject) => {
        if (ended) throw ended;
        const ask = number();
        port.postMessage({ format: FORMAT, ask, on, name, words, lent }, []);
        waiting.set(ask, [resolve, reject]);
      }),
    end(error) {
      ended = error;
      waiting.forEach(([, reject]) => reject(error));
      waiting.clear();
    },
  };
}

/** A fault as it can be posted. */
function told(error: unknown): Message['error'] {
  const { code, path = '', issues = [], message } = error as YushenError;
  return { code: typeof code === 'string' ? code : 'INTERNAL', path, issues, message };
}

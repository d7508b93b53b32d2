// 请求: what is let in at all. The demo stands on this machine alone, and a page of somebody else's, open in the same browser,
// must not be able to speak to it: neither under a name that leads here (DNS rebinding) nor from another origin.

/** A refusal: its status and code are the answer. */
export class Refusal extends Error {
  constructor(status, code, more = {}) {
    super(code);
    Object.assign(this, { status, code, more });
  }
}

const HERE = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a request names this machine as its host. */
export const isForHere = ({ headers: { host } }) => HERE.includes(String(host).replace(/:\d+$/, ''));

/** Refuses what changes something unless a page of this very address sends it. */
export function sameOrigin({ headers: { host, origin } }) {
  if (origin !== `http://${host}`) throw new Refusal(403, 'OTHER_ORIGIN');
}

/** The body of a request, of this type and no larger than this. */
export async function body(request, type, most) {
  if (String(request.headers['content-type']).split(';')[0] !== type) throw new Refusal(415, 'OTHER_TYPE');
  const pieces = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > most) throw new Refusal(413, 'TOO_LARGE');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

export function parsed(bytes) {
  let value;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(400, 'JSON_SYNTAX');
  }
  if (!value || typeof value !== 'object' || Array.isArray(value)) throw new Refusal(400, 'JSON_OBJECT_EXPECTED');
  return value;
}

/** So many within a minute, and at once; more is refused. */
export class Turnstile {
  #began = 0;
  #passed = 0;
  #inside = 0;

  constructor({ aMinute, atOnce }) {
    Object.assign(this, { aMinute, atOnce });
  }

  async pass(now, act) {
    if (now - this.#began >= 60_000) [this.#began, this.#passed] = [now, 0];
    this.#passed += 1;
    if (this.#passed > this.aMinute || this.#inside >= this.atOnce) throw new Refusal(429, 'TOO_MANY');
    this.#inside += 1;
    try {
      return await act();
    } finally {
      this.#inside -= 1;
    }
  }
}

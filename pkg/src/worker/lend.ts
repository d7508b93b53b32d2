import type { Lent } from './line.js';
import { number } from './line.js';

type Called = (...words: unknown[]) => unknown;
type Named = { [name: string]: unknown };

/** Functions that stay with the page and are called from the worker, and objects of the worker's that the page has. */
export class Lender {
  readonly calls = new Map<number, Called>();
  readonly objects = new WeakMap<object, number>();

  /** A copy that can be posted: a framework's proxies cannot, nor can functions, which are lent. */
  pack(value: unknown, path: Lent['path'], lent: Lent[]): unknown {
    if (typeof value !== 'object' || !value) return value;
    const object = this.objects.get(value);
    if (object) {
      lent.push({ path, object });
      return undefined;
    }
    const tag = Object.prototype.toString.call(value);
    if (tag === '[object URL]') return String(value);
    // A view is posted with all of its buffer.
    if (value instanceof Uint8Array && value.length < value.buffer.byteLength) return new Uint8Array(value);
    if (tag === '[object Array]')
      return (value as unknown[]).map((each, place) => this.pack(each, [...path, place], lent));
    if (tag !== '[object Object]') return value;
    const copy = Object.create(null) as Named;
    // What reads a file or a store may be of a class, whose methods are nobody's own keys.
    for (const key of [...Object.keys(value), 'read', 'get', 'put']) {
      const each = (value as Named)[key];
      const at = [...path, key];
      if (typeof each === 'function') {
        const call = number();
        this.calls.set(call, each.bind(value) as Called);
        lent.push({ path: at, call });
      } else if (each !== undefined) {
        copy[key] = this.pack(each, at, lent);
      }
    }
    return copy;
  }

  /** What was lent is called no more. */
  forget(lent: Lent[] = []): void {
    lent.forEach(({ call }) => this.calls.delete(call as number));
  }
}

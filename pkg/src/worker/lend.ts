import { bytesOf } from '../module/bytes.js';
import { YushenError } from '../module/error.js';
import { entries, isPlain } from '../module/plain.js';
import type { Lent } from './line.js';

type Called = (...words: unknown[]) => unknown;
type Named = { [name: string]: unknown };
type Path = Lent['path'];

/** What reads a file or a store may be of a class, whose methods are nobody's own keys. */
const OF_A_CLASS = ['name', 'size', 'read', 'get', 'put'];
/** Most places in what one call hands over. */
const MOST = 8 * 1024 * 1024;
/** Deeper than any document, and than what one stands in. */
const DEEPEST = 40;

/** Functions that stay with the page and are called from the worker, and objects of the worker's that the page has. */
export class Lender {
  readonly calls = new Map<number, Called>();
  readonly objects = new WeakMap<object, number>();

  constructor(private readonly number: () => number) {}

  /** Copies that can be posted: a framework's proxies cannot, nor can functions, which are lent. What is neither is lent too,
      as a function that fails: no value may be one, so the worker refuses it in its place. */
  pack(words: unknown[], lent: Lent[]): unknown[] {
    const packing = new Packing(this, lent);
    return words.map((word, place) => packing.part(words, word, [place]));
  }

  lend(call: Called): number {
    const number = this.number();
    this.calls.set(number, call);
    return number;
  }

  /** What was lent is called no more. */
  forget(lent: Lent[] = []): void {
    lent.forEach(({ call }) => this.calls.delete(call as number));
  }
}

function refused(): never {
  throw new YushenError('TYPE_MISMATCH');
}

/** What one call hands over. */
class Packing {
  private left = MOST;

  constructor(
    private readonly lender: Lender,
    private readonly lent: Lent[],
  ) {}

  part(of: unknown, value: unknown, path: Path): unknown {
    if (this.left-- < 0) throw new YushenError('JSON_TOO_LARGE');
    if (typeof value === 'function') return this.lend((...words) => Reflect.apply(value, of, words) as unknown, path);
    if (typeof value === 'symbol' || path.length > DEEPEST) return this.lend(refused, path);
    return typeof value === 'object' && value ? this.read(path, () => this.whole(value, path)) : value;
  }

  private lend(call: Called, path: Path): void {
    this.lent.push({ path, call: this.lender.lend(call) });
  }

  /** A getter, or a proxy, may throw. */
  private read(path: Path, value: () => unknown): unknown {
    try {
      return value();
    } catch (error) {
      if (error instanceof YushenError && error.code === 'JSON_TOO_LARGE') throw error;
      return this.lend(refused, path);
    }
  }

  private whole(value: object, path: Path): unknown {
    const object = this.lender.objects.get(value);
    if (object) return void this.lent.push({ path, object });
    const bytes = bytesOf(value);
    // A view is posted with all of its buffer.
    if (bytes) return value instanceof Uint8Array && value.length < value.buffer.byteLength ? bytes.slice() : value;
    const tag = Object.prototype.toString.call(value);
    if (tag === '[object Blob]' || tag === '[object File]') return value;
    const many = Array.isArray(value);
    const named = (isPlain(value) || many || isOwn(value) ? value : entries(value)) as Named;
    const names = isOwn(value) && !isPlain(value) ? OF_A_CLASS : Object.keys(named);
    if (many && names.length !== value.length) refused();
    const copy = (many ? [] : Object.create(null)) as Named;
    for (const name of names) {
      const at = [...path, name];
      copy[name] = this.read(at, () => this.part(value, named[name], at));
    }
    return copy;
  }
}

/** Whether it is a file or a store of the host's own class. */
function isOwn(value: object): boolean {
  const { read, get } = value as Named;
  return typeof read === 'function' || (typeof get === 'function' && !('delete' in value)); // a `Map` has both
}

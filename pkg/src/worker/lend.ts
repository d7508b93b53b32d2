import { bytesOf, tagOf } from '../module/bytes.js';
import { refuse, YushenError } from '../module/error.js';
import { entries, isPlain } from '../module/plain.js';
import type { Lent } from './line.js';

type Called = (...words: unknown[]) => unknown;
type Named = { [name: string]: unknown };

/** What reads a file or a store may be of a class, whose methods are nobody's own keys. */
const OF_A_CLASS = ['name', 'size', 'read', 'get', 'put'];
/** Most places in what one call hands over. */
const MOST = 2 * 1024 * 1024;
const TOO_MUCH = new YushenError('JSON_TOO_LARGE');
/** Deeper than any document, and than what one stands in. */
const DEEPEST = 40;

/** Functions that stay with the page and are called from the worker, and objects of the worker's that the page has. */
export class Lender {
  readonly calls = new Map<number, Called>();
  readonly objects = new WeakMap<object, number>();

  constructor(private readonly number: () => number) {}

  /** Copies that can be posted: a framework's proxies cannot, nor can functions, which are lent. Of what is neither the place
      is told, and the worker refuses it there. */
  pack(words: unknown[], lent: Lent[]): unknown[] {
    const packing = new Packing(this, lent);
    return words.map((_, place) => packing.part(words as unknown as Named, place));
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

/** A place in what is handed over. */
interface Place {
  key: string | number;
  depth: number;
  in?: Place;
}

function pathOf(place: Place): Lent['path'] {
  return place.in ? [...pathOf(place.in), place.key] : [place.key];
}

/** What one call hands over. */
class Packing {
  private left = MOST;

  constructor(
    private readonly lender: Lender,
    private readonly lent: Lent[],
  ) {}

  /** What stands in an object at a place. A getter, or a proxy, may throw. */
  part(of: Named, key: string | number, above?: Place): unknown {
    const place = { key, in: above, depth: above ? above.depth + 1 : 0 };
    try {
      return this.packed(of, of[key], place);
    } catch (error) {
      if (error === TOO_MUCH) throw error;
      return this.refused(place);
    }
  }

  private packed(of: Named, value: unknown, place: Place): unknown {
    if (this.left-- < 0) throw TOO_MUCH;
    if (typeof value === 'function') return this.lend((...words) => Reflect.apply(value, of, words) as unknown, place);
    if (typeof value === 'symbol' || place.depth > DEEPEST) return this.refused(place);
    return typeof value === 'object' && value ? this.whole(value, place) : value;
  }

  private lend(call: Called, place: Place): void {
    this.lent.push({ path: pathOf(place), call: this.lender.lend(call) });
  }

  private refused(place: Place): void {
    this.lent.push({ path: pathOf(place) });
  }

  private whole(value: object, place: Place): unknown {
    const object = this.lender.objects.get(value);
    if (object) return void this.lent.push({ path: pathOf(place), object });
    const many = Array.isArray(value);
    if (!many && !isPlain(value)) {
      const bytes = bytesOf(value);
      // A view is posted with all of its buffer.
      if (bytes) return value instanceof Uint8Array && value.length < value.buffer.byteLength ? bytes.slice() : value;
      const tag = tagOf(value);
      if (tag === '[object Blob]' || tag === '[object File]') return value;
    }
    const [named, names] = keysOf(value as Named, many);
    if (many && names.length !== value.length) refuse('');
    const copy = (many ? [] : Object.create(null)) as Named;
    for (const name of names) copy[name] = this.part(named, name, place);
    return copy;
  }
}

/** What of an object is sent. */
function keysOf(value: Named, many: boolean): [Named, string[]] {
  if (many || isPlain(value)) return [value, Object.keys(value)];
  const { read, get } = value;
  // A `Map` has `get`, too.
  const own = typeof read === 'function' || (typeof get === 'function' && !('delete' in value));
  const named = own ? value : entries(value);
  return [named, own ? OF_A_CLASS : Object.keys(named)];
}

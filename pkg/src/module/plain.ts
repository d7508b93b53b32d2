import { refuse, YushenError } from './error.js';

/** Most units of text in a value that is handed over: the largest document but a catalogue or a book. The core knows which
    may be how large; this keeps out of the module's memory what no call takes. */
export const MOST = 8 * 1024 * 1024;
/** The same of a catalogue or a book of cases. */
export const LARGE = 64 * 1024 * 1024;
/** What an entry counts for beside its texts: no document has shorter ones throughout. One that stands in many places counts in each. */
const ENTRY = 8;
/** Deepest nesting of any document; what contains itself is deeper. */
const DEEPEST = 32;

const ROOT = Object.prototype;

export interface Named {
  [key: string]: unknown;
}

/** A value as JSON has it: of objects and lists the same ones, as long as nothing in them has to be said otherwise. A `Map` of
    texts is an object, a `bigint` within 2^53 a number, a key whose value is `undefined` is absent. Nothing else is passed over:
    what JSON cannot say — functions, symbols, dates, sets, instances of classes, gaps in a list, what throws when it is read —
    is refused at its place. */
export function plain(value: unknown, path: string, most = MOST): unknown {
  const walk = new Walk(path, most);
  try {
    return value === undefined ? value : walk.value(value, 0);
  } catch (error) {
    // Whatever else was thrown, a getter or a proxy of the caller's has thrown it.
    throw error instanceof YushenError ? error : walk.fault();
  }
}

class Walk {
  private readonly steps: string[] = [];
  private depth = 0;

  constructor(
    private readonly path: string,
    private left: number,
  ) {}

  fault(code: YushenError['code'] = 'TYPE_MISMATCH'): YushenError {
    const escaped = this.steps.slice(0, this.depth).map((step) => `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    return new YushenError(code, this.path + escaped.join(''));
  }

  value(value: unknown, depth: number): unknown {
    switch (typeof value) {
      case 'string':
        this.take(value.length);
        return value;
      case 'boolean':
        return value;
      case 'number':
        if (value - value !== 0) throw this.fault('NUMBER_NOT_INTEGER'); // not finite
        return value;
      case 'bigint':
        if (!Number.isSafeInteger(Number(value))) throw this.fault('NUMBER_OUT_OF_RANGE');
        return Number(value);
      case 'object':
        return value && this.whole(value, depth);
      default:
        throw this.fault();
    }
  }

  private take(units: number): void {
    this.left -= units;
    if (this.left < 0) throw this.fault('JSON_TOO_LARGE');
  }

  private whole(given: object, depth: number): unknown {
    if (depth > DEEPEST) throw this.fault('JSON_DEPTH');
    const many = Array.isArray(given);
    if (many) this.take(given.length);
    const of = (many || isPlain(given) ? given : entries(given)) as Named;
    const keys = Object.keys(of);
    // A list may have gaps, or keys beside its elements, which nobody would read.
    if (many && keys.length !== given.length) throw this.fault();
    let copy = of;
    for (const key of keys) {
      this.steps[depth] = key;
      this.depth = depth + 1;
      this.take(key.length + ENTRY);
      const value = of[key];
      if (value === undefined && !many) continue;
      const said = this.value(value, depth + 1);
      if (said === value) continue;
      if (copy === of) copy = Object.assign(many ? [] : Object.create(null), of) as Named;
      copy[key] = said;
    }
    this.depth = depth;
    return copy;
  }
}

/** Whether it is an object whose keys are all its own. Another frame's objects have another root; a proxy may throw. */
export function isPlain(value: unknown): value is Named {
  if (typeof value !== 'object' || !value) return false;
  try {
    const prototype = Object.getPrototypeOf(value) as object | null;
    return !prototype || prototype === ROOT || ROOT.hasOwnProperty.call(prototype, 'isPrototypeOf');
  } catch {
    return false;
  }
}

/** A `Map`, of this frame or of another, as an object; of anything else it throws. */
export function entries(map: object): Named {
  const object = Object.create(null) as Named;
  Map.prototype.forEach.call(map as Map<unknown, unknown>, (value, key) => {
    object[typeof key === 'string' ? key : refuse('')] = value;
  });
  return object;
}

/** A value as JSON. What JSON does not have at all is `null`, which the core refuses with its place. */
export function json(value: unknown): string {
  try {
    return JSON.stringify(value) || 'null';
  } catch {
    return refuse(''); // it was plain when it was walked through, and has changed since
  }
}

import { bytesOf, tagOf } from './bytes.js';
import type { YushenError } from './error.js';
import { refuse } from './error.js';
import type { Named } from './plain.js';
import { isPlain, LARGE, MOST, plain } from './plain.js';

/** What an argument has to be: looks at it, and gives it as the call may have it, or throws with its place. */
export type Kind<T = unknown> = (value: unknown, path: string) => T;
/** What a call takes, by name and in order; or the members of an object. */
export interface Params {
  [name: string]: Kind;
}
/** A class, whoever may make its instances. */
interface Class {
  readonly prototype: object;
  [Symbol.hasInstance](value: unknown): boolean;
}

/** Most entries of a list of codes, files or receipts. */
const MANY = 10_000;

/** A text of at most so many units, in which no half of a surrogate pair stands alone: the module would be given U+FFFD for it. */
const texts =
  (most: number, code: YushenError['code']): Kind<string> =>
  (given, path) => {
    if (typeof given !== 'string') return refuse(path);
    if (given.length > most) return refuse(path, code);
    // The expression costs half a check, and what the engine has itself costs nothing; the older engines have not.
    const { isWellFormed } = given as { isWellFormed?(): boolean };
    const whole = isWellFormed ? isWellFormed.call(given) : !/[\ud800-\udfff]/u.test(given);
    return whole ? given : refuse(path, 'LONE_SURROGATE');
  };
/** A code, a date, a word, a name. */
export const text = texts(64 * 1024, 'STRING_TOO_LONG');
/** A document as text. */
export const documentText = texts(MOST, 'JSON_TOO_LARGE');
/** A catalogue as text, or what one is imported from. */
export const catalogueText = texts(LARGE, 'JSON_TOO_LARGE');

/** Whatever it is: the call looks at it itself. */
export const any: Kind = (given) => given;
/** A value as JSON has it. */
export const value: Kind = (given, path) => plain(given, path);
/** A value as large as a catalogue or a book of cases. */
export const large: Kind = (given, path) => plain(given, path, LARGE);
const object =
  (most: number): Kind =>
  (given, path) => {
    const said = plain(given, path, most);
    return isPlain(said) ? said : refuse(path);
  };
/** An object as JSON has it. */
export const record = object(MOST);
/** A book of cases. */
export const book = object(LARGE);
/** Of some kind, or left out. */
export const maybe =
  (kind: Kind): Kind =>
  (given, path) =>
    given === undefined ? given : kind(given, path);
/** A document: places in it are told from its root. */
export const root =
  (kind: Kind): Kind =>
  (given) =>
    kind(given, '');

export const callback: Kind = (given, path) => (typeof given === 'function' ? given : refuse(path));

export const bytes: Kind<Uint8Array> = (given, path) => bytesOf(given) || refuse(path);

/** Many numbers of 32 bits, of this frame or of another. */
export const numbers: Kind = (given, path) =>
  tagOf(given) === '[object Int32Array]' && bytesOf(given) ? given : refuse(path);

/** An integer of 32 bits, or, from 0, how many or which one of a series. */
const integers =
  (least: number, most: number): Kind =>
  (given, path) => {
    if (!Number.isInteger(given)) return refuse(path, 'NUMBER_NOT_INTEGER');
    const number = given as number;
    return number < least || number > most ? refuse(path, 'NUMBER_OUT_OF_RANGE') : number;
  };
export const integer = integers(-0x80000000, 0x7fffffff);
export const count = integers(0, 0xffffffff);

/** An object that one of our own calls gave. */
export const made =
  (of: Class): Kind =>
  (given, path) =>
    given instanceof of ? given : refuse(path);

/** A list of things of a kind. */
export const list =
  (kind: Kind): Kind =>
  (given, path) => {
    if (!Array.isArray(given)) return refuse(path);
    if (given.length > MANY) return refuse(path, 'TOO_MANY_ENTRIES');
    if (Object.keys(given).length !== given.length) return refuse(path); // gaps, or keys beside its elements
    return Array.from(given, (each, place) => kind(each, `${path}/${place}`));
  };

/** Looks at something; whatever else is thrown meanwhile, a getter or a proxy of the caller's has thrown it. */
function tried<T>(path: string, look: (path: string) => T): T {
  try {
    return look(path);
  } catch (error) {
    return refuse(path, 'TYPE_MISMATCH', error);
  }
}

/** Some members of an object, and of others that it has, if they matter, each of a kind. */
export const some =
  (members: Params, others?: Kind): Kind<Named> =>
  (given, path) => {
    if (typeof given !== 'object' || !given) return refuse(path);
    const declared = Object.keys(members);
    const more = others ? Object.keys(given).filter((name) => !declared.includes(name)) : [];
    const picked = Object.create(null) as Named;
    declared.concat(more).forEach((name, place) => {
      const kind = (place < declared.length ? members[name] : others) as Kind;
      picked[name] = tried(`${path}/${name}`, (at) => kind((given as Named)[name], at));
    });
    return picked;
  };
const unknown: Kind = (given, path) => given && refuse(path, 'UNKNOWN_KEY');

/** Options by name, each of its kind; any other is refused, or of the kind `others`. Left out, there are none. A call's own
    options, `o`, are the root of the places in them. */
export const options =
  (members: Params, others = unknown): Kind =>
  (given = {}, path) =>
    some(members, others)(isPlain(given) ? given : refuse(path), path === '/o' ? '' : path);

interface Calls {
  [name: string]: Params;
}

/** Every argument of a class's calls is looked at before the call begins; what `later` names answers with a promise. Gives
    the names of all. */
export function guard(of: Class, calls: Calls, later: Calls = {}): string[] {
  const all: Calls = Object.assign({}, calls, later);
  const names = Object.keys(all);
  for (const name of names) {
    const asked = Object.entries(all[name] as Params);
    const call = (of.prototype as Named)[name] as (...words: unknown[]) => unknown;
    (of.prototype as Named)[name] = function (this: unknown, ...words: unknown[]): unknown {
      try {
        const given = asked.map(([param, kind], place) => tried(`/${param}`, (at) => kind(words[place], at)));
        return call.apply(this instanceof of ? this : refuse('/this'), given);
      } catch (error) {
        if (calls[name]) throw error;
        return Promise.reject(error);
      }
    };
  }
  return names;
}

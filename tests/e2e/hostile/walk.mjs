// Every place of every argument of every public call, and everything of values.mjs in it. What must hold: an error of ours with
// its code and path, or an answer; nothing raw, no trap, nothing dropped in silence; and afterwards everything as it was.
import { surface } from './surface.mjs';
import { LONG, MANIFOLD, ODD, REFUSED } from './values.mjs';

const VALUES = [...Object.entries(REFUSED).map((each) => [...each, true]), ...Object.entries(ODD)];

/** What came of a call, as far as it can be compared. */
export async function outcome(call) {
  try {
    const value = await call();
    return { value, said: said(value) };
  } catch (error) {
    return { error };
  }
}

function said(value) {
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex');
  if (value && typeof value === 'object' && 'info' in value) return JSON.stringify(value.info);
  return JSON.stringify(value) || '';
}

/** Places in plain values, to a depth; of a list its first element. */
function* places(value, depth, path = []) {
  yield path;
  const plain =
    typeof value === 'object' && value && [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value));
  if (!plain || depth === 0) return;
  const keys = Array.isArray(value) ? Object.keys(value).slice(0, 1) : Object.keys(value);
  for (const key of keys) yield* places(value[key], depth - 1, [...path, key]);
}

/** The same with something else at a place; the rest is shared, so that functions and our own objects stay what they are. */
function planted(value, [key, ...path], what) {
  if (key === undefined) return what;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = planted(value[key], path, what);
  return copy;
}

/** Where anything may stand: what is verified, and what the host keeps for itself. */
const ANYTHING = /^Receipts\.(verify\/(0|1|2\/previous)|verifyManifest\/1|history\/[01])/;
/** Functions are wanted here. */
const CALLBACK = /\/(cancelled|onProgress|onFirst|read|get|put|sign|instantiate|onEvent|wasm|files|receipts)$/;
/** Only an error of the host's own is heard here, or none at all. */
const UNHEARD = /^Yushen\.mend\/2/;

/** What is wrong with what came of a call. */
function fault(place, name, value, refused, { error, value: given }, usual) {
  if (error) {
    if (error.name !== 'YushenError') return `${error.name}: ${error.message}`;
    if (typeof error.code !== 'string' || typeof error.path !== 'string') return 'without a code or a path';
    if (error.code === 'INTERNAL' || error.code === 'CLOSED') return error.message;
    // A call that fails anyway, as for a signature that nobody made, must fail otherwise.
    const passed = refused && !ANYTHING.test(place) && usual && error.message === usual.message;
    return passed ? `passed over: ${error.message}` : undefined;
  }
  if (!refused || (typeof value === 'function' && CALLBACK.test(place))) return undefined;
  if (ANYTHING.test(place)) return given.overall === 'valid' ? `${name} is valid` : undefined;
  return UNHEARD.test(place) ? undefined : 'passed over in silence';
}

/** Walks one object's calls. Gives how many calls were made, and what was wrong with any. */
export async function walk(kind, object, calls, depth, state) {
  for (const name of surface(kind).calls) {
    const args = calls[name] || []; // what has none is told (unlisted), and `close` takes none
    const usual = args.length ? (await outcome(() => object[name](...args))).error : undefined;
    for (let at = 0; at < args.length; at++)
      for (const path of places(args[at], depth)) {
        const place = [`${kind}.${name}`, at, ...path].join('/');
        for (const [what, value, refused] of VALUES) {
          if (value === MANIFOLD && (path.length || state.round)) continue; // each takes a while to be counted
          if (value === LONG && state.away && at + path.length) continue;
          const given = args.map((each, index) => (index === at ? planted(each, path, value) : each));
          const result = await outcome(() => object[name](...given));
          state.count++;
          const wrong = fault(place, what, value, refused, result, usual);
          if (wrong) state.failures.push(`${place} = ${what}: ${wrong}`);
          if (result.value && typeof result.value.close === 'function') result.value.close();
        }
      }
  }
}

/** None of an object's calls is made of anything else. */
export async function bare(kind, object, calls, state) {
  for (const name of surface(kind).calls) {
    const { error, said } = await outcome(() => object[name].apply(undefined, calls[name] || []));
    state.count++;
    if (!error || error.code !== 'TYPE_MISMATCH')
      state.failures.push(`${kind}.${name} called of nothing: ${error || said}`);
  }
}

/** What every call answers to good arguments: the same before and after. */
export async function answers(object, calls) {
  const all = {};
  for (const [name, args] of Object.entries(calls)) {
    const { value, said, error } = await outcome(() => object[name](...args));
    all[name] = error ? `${error.name} ${error.code} ${error.path}` : said;
    if (value && typeof value.close === 'function') value.close();
  }
  return all;
}

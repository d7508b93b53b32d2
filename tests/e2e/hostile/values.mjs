// What a caller can hand over by mistake or on purpose, instead of what a call takes.
import vm from 'node:vm';

const boom = () => {
  throw new TypeError('a getter of the caller');
};
class Instance {
  on = '2026-03-02';
}
const cycle = {};
cycle.again = cycle;
let shared = { x: 1 };
for (let depth = 0; depth < 30; depth++) shared = [shared, shared];
const detached = new ArrayBuffer(16);
structuredClone(detached, { transfer: [detached] });
const view = new Uint8Array(16);
structuredClone(view.buffer, { transfer: [view.buffer] });
const revoked = (of) => {
  const { proxy, revoke } = Proxy.revocable(of, {});
  revoke();
  return proxy;
};
const foreign = (code) => vm.runInNewContext(code);
const none = Object.create(null);
// One unit more than the largest of all documents may have.
const huge = 'x'.repeat(2 ** 26 + 1);

/** No JSON can say them: wherever a value, a text or a number is taken, a coded error says where they stand. */
export const REFUSED = {
  NaN,
  Infinity,
  'a bigint beyond 2^53': 2n ** 60n,
  'a symbol': Symbol('on'),
  'a function': () => '2026-03-02',
  'a class': Instance,
  'a cycle': cycle,
  'a list that contains itself': Object.assign([], { 0: cycle }),
  'one object in a thousand million places': shared,
  'a Map with keys that are no texts': new Map([[{}, 1]]),
  'a Map of functions': new Map([['on', boom]]),
  'a Set': new Set(['2026-03-02']),
  'a Date': new Date(0),
  'a Date of nowhere': new Date(Number.NaN),
  'a list with gaps': Object.assign(new Array(2), { 1: 1 }),
  'a list of a hundred million gaps': new Array(1e8),
  'a list with keys': Object.assign([], { form: {} }),
  'a list of undefined': [undefined],
  'a getter that throws': Object.defineProperty({}, 'on', { get: boom, enumerable: true }),
  'a proxy that throws': new Proxy({}, { get: boom, ownKeys: boom, getPrototypeOf: boom, has: boom }),
  'a proxy of a list that throws': new Proxy([1], { get: boom }),
  'a revoked proxy': revoked({}),
  'a revoked list': revoked([]),
  'an instance of a class': new Instance(),
  'keys of a prototype': Object.create({ on: '2026-03-02' }),
  'keys of a prototype of nothing': Object.create(Object.assign(Object.create(null), { on: 'x' })),
  'an ArrayBuffer that was given away': detached,
  'a view that was given away': view,
  'a WeakMap': new WeakMap(),
  'a Promise': Promise.resolve('2026-03-02'),
  'a boxed text': Object('2026-03-02'),
  'a boxed number': Object(1),
  'a boxed truth': Object(false),
  'a regular expression': /x/,
  'an error': new Error('x'),
  'a generator': (function* () {})(),
  'an object that calls itself bytes': Object.assign(new Instance(), {
    [Symbol.toStringTag]: 'ArrayBuffer',
    length: 1e9,
  }),
  "another frame's Date": foreign('new Date(0)'),
  "another frame's instance": foreign('new (class { on = 1 })()'),
};

/** They can be said, and are mostly wrong: a coded error, or what the call makes of them. */
export const ODD = {
  undefined,
  null: null,
  true: true,
  zero: 0,
  'minus one': -1,
  'minus zero': -0,
  '1e308': 1e308,
  '2^53': 2 ** 53,
  'a bigint': 5n,
  'no text': '',
  'a long text': huge,
  'half a pair of surrogates': '\ud800',
  NUL: 'a\0b',
  __proto__: '__proto__',
  constructor: 'constructor',
  'an object': {},
  'an object of nothing': none,
  'a length': { length: 1e8 },
  'an own __proto__': JSON.parse('{"__proto__":{"on":"2026-03-02"}}'),
  'a toJSON': { toJSON: 'x' },
  'a then': Object.fromEntries([['then', 'x']]),
  'a list': [],
  'a list of null': [null],
  'a Map': new Map([['on', '2026-03-02']]),
  'an empty ArrayBuffer': new ArrayBuffer(0),
  'a SharedArrayBuffer': new SharedArrayBuffer(16),
  'a view of shared bytes': new Uint8Array(new SharedArrayBuffer(16)),
  'numbers of 64 bits': new Float64Array(4),
  'numbers of 8 bits': new Uint8Array(7),
  'a DataView': new DataView(new ArrayBuffer(5), 1),
  "another frame's object": foreign('({ on: "2026-03-02" })'),
  "another frame's list": foreign('["x"]'),
  "another frame's bytes": foreign('new Uint8Array(9)'),
  "another frame's Map": foreign('new Map([["on", "2026-03-02"]])'),
};

/** Its places take a while to be counted. */
export const MANIFOLD = REFUSED['one object in a thousand million places'];
/** It takes a while to be copied into a worker. */
export const LONG = huge;

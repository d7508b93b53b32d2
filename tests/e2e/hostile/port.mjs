// The port: what a page may ask of a worker, what a worker may tell a page, and two pages on one worker.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'yushen/connect';
import { serve } from 'yushen/worker';
import { ROOT } from '../data.mjs';
import { surface } from './surface.mjs';
import { MANIFOLD, ODD, REFUSED } from './values.mjs';
import { walk } from './walk.mjs';

const module = (name) => readFileSync(join(ROOT, `pkg/dist/${name}.wasm`));
const own = { wasm: () => module('yushen'), files: () => module('yushen-files') };
const FORMAT = 'yushen-port/0.1';

/** A page that keeps to no rule: what is posted as it stands, and what comes back. */
function raw(port, alone) {
  let count = 1e6;
  const waiting = new Map();
  port.on('message', (message) => {
    if (message.ask && alone) return port.postMessage({ format: FORMAT, answer: message.ask, value: undefined });
    const resolve = waiting.get(message.answer);
    if (resolve) resolve(message);
  });
  return (message) =>
    new Promise((resolve) => {
      const ask = ++count;
      waiting.set(ask, resolve);
      port.postMessage({ format: FORMAT, ask, on: 0, name: 'versions', words: [], lent: [], ...message });
    });
}

function tenant(alone) {
  const { port1, port2 } = new MessageChannel();
  serve(port1);
  return { port: port2, ask: raw(port2, alone), ends: [port1, port2] };
}

const code = (call) =>
  call.then(
    (value) => JSON.stringify(value),
    (error) => `${error.code} ${error.path}`,
  );

/** What one page has loaded is nothing to another, whatever number it names. */
async function tenants(state, same) {
  const [one, two] = [tenant(), tenant()];
  const far = await Promise.all([connect(one.port, own), connect(two.port, own)]);
  const sample = JSON.parse(readFileSync(join(ROOT, 'src/data/catalogue.sample.json'), 'utf8'));
  const [mine, theirs] = await Promise.all(far.map((y, place) => y.catalogue({ ...sample, name: `目录 ${place}` })));
  const { digest } = await far[0].calendar({ format: 'yushen-calendar/0.1', years: [], asOf: '2020-01-21' });
  await far[0].messages('en', { MAT_MISSING: { what: 'of the first' } });
  same(
    'a calendar of another',
    await code(far[1].workingDay('2026-03-02', { calendar: { digest } })),
    'CALENDAR_UNKNOWN /calendar',
  );
  same(
    'a language of another',
    await code(far[1].basisText({ statute: 'x' }, { locale: 'en' })),
    'LOCALE_UNKNOWN /locale',
  );
  const told = new Set();
  for (let on = 1; on < 60; on++) {
    const { value } = await two.ask({ on, name: 'info' });
    if (value) told.add(value.name);
  }
  same('catalogues that the second finds by their numbers', [...told].join(), '目录 1');
  await mine.close();
  same('after the first has closed its own', (await theirs.info).name, '目录 1');
  await far[0].close();
  same('after the first has gone', (await theirs.items()).length, sample.items.length);
  await far[1].close();
  state.ends.push(...one.ends, ...two.ends);
}

/** Names, places and options that are not the page's to say. */
async function liberties(state, same) {
  const { ask, ends } = tenant(true);
  const error = async (message) => {
    const reply = await ask(message);
    state.count++;
    const { error = {} } = reply;
    if (Object.keys(error).some((key) => !['code', 'path', 'issues'].includes(key)))
      return `says ${Object.keys(error)}`;
    return `${error.code} ${error.path}`;
  };
  same('before it has begun', await error({ name: 'versions' }), 'CLOSED ');
  for (const wasm of [
    '/etc/passwd',
    'file:///etc/passwd',
    'http://localhost:1/x.wasm',
    'data:application/wasm,x',
    { href: '/x' },
  ])
    for (const option of ['wasm', 'files'])
      same(
        `begin with ${option} ${wasm}`,
        await error({ name: 'begin', words: [{ [option]: wasm }] }),
        `TYPE_MISMATCH /${option}`,
      );
  for (const option of ['instantiate', 'entropy', 'beside', 'constructor'])
    same(`begin with ${option}`, await error({ name: 'begin', words: [{ [option]: 1 }] }), `UNKNOWN_KEY /${option}`);
  const lent = [
    { path: [0, 'wasm'], call: 1 },
    { path: [0, 'files'], call: 2 },
  ];
  same('begun', await error({ name: 'begin', words: [{}], lent }), 'undefined undefined');
  for (const name of [
    'constructor',
    '__proto__',
    'engine',
    'settings',
    'inspector',
    'host',
    'toString',
    'then',
    'handle',
    'restore',
    'handleIn',
    'delivered',
    'bring',
    '',
  ])
    for (const on of [0, 1]) same(`the member ${name} of ${on}`, await error({ on, name }), 'UNKNOWN_WORD /name');
  const paths = [
    ['__proto__', 'polluted'],
    [0, '__proto__', 'polluted'],
    [0, 'constructor', 'prototype', 'polluted'],
    ['length'],
    [1e9],
    [1],
    [],
    [9, 9],
    [{}],
    'x',
    null,
  ];
  for (const path of paths)
    same(
      `something lent at ${JSON.stringify(path)}`,
      await error({ name: 'search', words: [{}], lent: [{ path, call: 3 }] }),
      'TYPE_MISMATCH ',
    );
  same('Object.prototype', {}.polluted, undefined);
  same('Array.prototype', [].polluted, undefined);
  for (const wrong of [
    { words: undefined },
    { words: { length: 1e8 } },
    { words: new Array(17).fill(0) },
    { lent: null },
    { lent: [null] },
    { on: '0' },
    { on: null },
    { name: 5 },
    { name: { toString: 'x' } },
  ])
    same(`asked with ${JSON.stringify(wrong)}`, await error(wrong), 'TYPE_MISMATCH ');
  same('a text that is none of ours', await error({ name: 'catalogue', words: ['{秘密'] }), 'WASM_LOAD_FAILED ');
  state.ends.push(...ends);
}

/** What the page has let go is not left out of a call. */
async function rollback(state, same, { newer, older }) {
  const { port, ends } = tenant();
  const y = await connect(port, own);
  const seen = await y.open(newer);
  const opened = () => code(y.open(older, { after: seen }));
  same('an older catalogue after a newer one', await opened(), 'DELIVERY_ROLLBACK /seq');
  await seen.close();
  same('an older catalogue after a newer one that was let go', await opened(), 'CLOSED ');
  state.ends.push(...ends);
}

/** A worker that keeps to no rule does not make another thing of what the page has. */
async function impostor(state, same) {
  const { port1, port2 } = new MessageChannel();
  const members = {
    yushen: [
      ['then', false],
      ['constructor', false],
      ['__proto__', true],
      ['toString', false],
      ['items', false],
    ],
    catalogue: [],
  };
  port1.on('message', ({ ask, name }) => {
    const error = { code: { toString: 'x' }, path: 7, issues: 'x', message: 'a secret', stack: 'a place' };
    port1.postMessage({ format: FORMAT, answer: ask, ...(name === 'begin' ? { value: members } : { error }) });
  });
  const far = await connect(port2);
  same('its members', Object.getOwnPropertyNames(far).join(), 'items');
  const error = await far.items().catch((each) => each);
  same(
    'its error',
    [error.name, typeof error.code, typeof error.path, error.message.includes('secret')].join(),
    'YushenError,string,string,false',
  );
  state.ends.push(port1, port2);
}

/** A worker whose first answer is none. */
async function stranger(state, same) {
  for (const value of [undefined, null, 5, {}, [], { yushen: [null], catalogue: [] }, { yushen: [], catalogue: 'x' }]) {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', ({ ask }) => port1.postMessage({ format: FORMAT, answer: ask, value }));
    const got = (await code(connect(port2))).split('/')[0];
    same(`a worker that begins with ${JSON.stringify(value)}`, got, 'TYPE_MISMATCH ');
    state.ends.push(port1, port2);
  }
}

/** What a worker offers is all that is public, and no more; and each of it is given everything that can be handed over. */
async function everything(state, same, good) {
  const { port, ends } = tenant();
  const y = await connect(port, own);
  const sample = JSON.parse(readFileSync(join(ROOT, 'src/data/catalogue.sample.json'), 'utf8'));
  const c = await y.catalogue({ ...sample, seq: 1 });
  const [store, o] = good.Yushen.open;
  const far = {
    Yushen: [y, { ...good.Yushen, open: [store, { ...o, after: c }] }],
    Catalogue: [c, good.Catalogue],
  };
  for (const [kind, [object, calls]] of Object.entries(far)) {
    const { calls: names, properties } = surface(kind);
    same(
      `what a worker offers of ${kind}`,
      Object.getOwnPropertyNames(object).sort().join(),
      [...names, ...properties].sort().join(),
    );
    await walk(kind, object, calls, 1, Object.assign(state, { away: true }));
  }
  const plan = good.Catalogue.check[0];
  same('a value in too many places, in a worker', await code(c.check(plan, MANIFOLD)), 'JSON_TOO_LARGE ');
  for (const [kind, values] of Object.entries({ REFUSED, ODD }))
    for (const [what, value] of Object.entries(values))
      for (const given of [[value], [new MessageChannel().port1, value], [port, { wasm: value }]]) {
        if (kind === 'ODD' && given.length > 1) continue; // such options may be none at all, and wait for an answer
        state.count++;
        const got = given[0] === port ? undefined : await connect(...given).catch((error) => error);
        if (got && got.name !== 'YushenError') state.failures.push(`connect ${what}: ${got}`);
      }
  if ((await c.items()).length !== sample.items.length)
    state.failures.push('in a worker, the catalogue is not what it was');
  state.ends.push(...ends);
}

/** All of it. */
export async function port(state, good, stores) {
  const same = (what, got, expected) => {
    state.count++;
    if (got !== expected) state.failures.push(`${what}: got ${got}, expected ${expected}`);
  };
  state.ends = [];
  await tenants(state, same);
  await liberties(state, same);
  await impostor(state, same);
  await stranger(state, same);
  await everything(state, same, good);
  await rollback(state, same, stores);
  state.ends.forEach((end) => end.close());
}

// The boundary under fire: every public call × everything that can be handed over (tests/e2e/hostile). `node tests/e2e/hostile.mjs`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as editorEntry from 'yushen/editor';
import * as receiptsEntry from 'yushen/receipts';
import { delivered, ROOT } from './data.mjs';
import { calls } from './hostile/calls.mjs';
import { port } from './hostile/port.mjs';
import { unlisted } from './hostile/surface.mjs';
import { time } from './hostile/time.mjs';
import { ODD, REFUSED } from './hostile/values.mjs';
import { answers, bare, outcome, walk } from './hostile/walk.mjs';

const memories = new Set();
const events = [];
const module = (name) => readFileSync(join(ROOT, `pkg/dist/${name}.wasm`));
const compiled = {};
/** As a host makes instances, and how much each has taken. */
async function instantiate(imports, name) {
  const file = name === 'yushen' ? 'yushen-editor' : name;
  compiled[file] = compiled[file] || (await WebAssembly.compile(module(file)));
  const instance = await WebAssembly.instantiate(compiled[file], imports);
  memories.add(instance.exports.memory);
  return { instance, module: compiled[file] };
}
const bytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
const onEvent = ({ type, code }) =>
  type === 'recovered' || code === 'INTERNAL' ? events.push(code || type) : undefined;

const files = await delivered(); // it starts the component, and closes it
const { yushen: y, editor } = await editorEntry.init({ instantiate, onEvent });
const receipts = await receiptsEntry.init({ instantiate, onEvent });
const kit = JSON.parse(readFileSync(join(ROOT, 'pkg/kit/receipts.json'), 'utf8'));
const sample = JSON.parse(readFileSync(join(ROOT, 'src/data/catalogue.sample.json'), 'utf8'));
const load = (more) => y.catalogue({ ...sample, seq: 1, ...more });
const [c, other, calendar] = [load(), load({ version: 'another' }), { digest: y.calendar().digest }];
const good = await calls({ y, c, kit, receipts, files, editor: { catalogue: c, other, calendar } });
const objects = { Yushen: y, Catalogue: c, Editor: editor, Receipts: receipts };

const state = { count: 0, failures: [], round: 0 };
for (const [kind, object] of Object.entries(objects)) {
  state.failures.push(...unlisted(kind, object, good[kind]));
  await bare(kind, object, good[kind], state);
}
const round = async () => {
  for (const [kind, object] of Object.entries(objects))
    await walk(kind, object, good[kind], state.round ? 0 : kind === 'Yushen' ? 1 : 2, state);
  state.round++;
};
const all = async () =>
  JSON.stringify(await Promise.all(Object.entries(objects).map(([kind, object]) => answers(object, good[kind]))));

const before = await all();
await round();
const grown = bytes();
await round();
if (bytes() !== grown) state.failures.push(`a second round took ${bytes() - grown} bytes more`);
if ((await all()) !== before) state.failures.push('good calls answer otherwise than before');
if (events.length) state.failures.push(`${events.length} traps`);

// A text in the place of a book was spread letter by letter: a second for each million.
const { error: spread } = await outcome(() => editor.recompute('x'.repeat(1e6), calendar, calendar));
if (spread?.code !== 'TYPE_MISMATCH' || spread.path) state.failures.push(`a text for a book: ${spread}`);

/** `init` itself: what it is given, and each of its options. */
for (const { init } of [editorEntry, receiptsEntry])
  for (const [what, value] of [...Object.entries(REFUSED), ...Object.entries(ODD)])
    for (const option of [undefined, 'wasm', 'files', 'receipts', 'instantiate', 'calendar', 'onEvent', 'nothing']) {
      const { error } = await outcome(() => init(option ? { [option]: value } : value));
      state.count++;
      if (error && error.name !== 'YushenError') state.failures.push(`init ${option} = ${what}: ${error}`);
    }

/** A manifest that nobody signed, opened with a trust list: whatever is said of the list, the day and the rules, it is refused. */
const store = { get: async (name) => files[name] };
for (const [what, value] of [...Object.entries(REFUSED), ...Object.entries(ODD)])
  for (const option of ['trust', 'on', 'policy']) {
    if (option === 'trust' && value === undefined) continue; // then nothing is asked
    const { error } = await outcome(() => y.open(store, { trust: kit.trust, [option]: value }));
    state.count++;
    if (error?.name !== 'YushenError' || error.code === 'INTERNAL')
      state.failures.push(`open with ${option} = ${what}: ${error || 'opened'}`);
  }

const publish = (seq) => {
  const texts = Object.fromEntries(editor.publish(load({ seq })).map(({ name, text }) => [name, text]));
  return { get: async (name) => texts[name] };
};
await port(state, good, { newer: publish(3), older: publish(2) });
await time(state);
state.failures.slice(0, 200).forEach((failure) => console.error(failure));
console.log(
  `${state.count} hostile calls, ${state.failures.length} failures; ${(grown / 2 ** 20).toFixed(0)} MiB in all modules`,
);
process.exit(state.failures.length || !state.count ? 1 : 0);

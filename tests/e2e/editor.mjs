// The editor's module under Node: its cases byte for byte, and a catalogue delivered in pieces, also spoilt, missing, old.
// `node tests/e2e/editor.mjs`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { init } from 'yushen/editor';
import { ROOT } from './data.mjs';

const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const equal = (got, expected, what) => {
  if (JSON.stringify(got) !== JSON.stringify(expected))
    throw new Error(`${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
};
const code = async (call) => {
  try {
    await call();
    return 'nothing thrown';
  } catch (error) {
    return error.code || String(error);
  }
};

async function cases(module) {
  const { default: createGlue } = await import('../../pkg/src/glue/editor.js');
  const glue = createGlue();
  const { instance } = await WebAssembly.instantiate(module, { './yushen_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  const core = new glue.Core();
  core.load_wording(read('src/wording/en.json'));
  const named = { sample: read('src/data/catalogue.sample.json'), test: read('tests/data/catalogue.test.json') };
  let count = 0;
  for (const file of readdirSync(join(ROOT, 'tests/cases/editor'))) {
    for (const { name, stage, input, expected } of JSON.parse(read(`tests/cases/editor/${file}`))) {
      (input.calendars || []).forEach((years) => core.load_calendar(JSON.stringify(years), false));
      if (stage in { joint: 1, recompute: 1, supervise: 1 }) {
        const got = core[stage](JSON.stringify(input.request));
        if (got !== JSON.stringify(expected))
          throw new Error(`${name}\n  expected ${JSON.stringify(expected)}\n  got      ${got}`);
        count++;
        continue;
      }
      const text = input.catalogue ? named[input.catalogue] : JSON.stringify(input.source);
      const { handle } = JSON.parse(core.load(new TextEncoder().encode(text))).ok;
      const stages = {
        lint: () => core.lint(handle),
        audit: () => core.audit(handle, JSON.stringify(input.demand)),
        publish: () => core.publish(handle),
      };
      const got = stages[stage]();
      if (got !== JSON.stringify(expected))
        throw new Error(`${name}\n  expected ${JSON.stringify(expected)}\n  got      ${got}`);
      core.unload(handle);
      count++;
    }
  }
  return count;
}

/** A store of files in memory, with what has been asked of it. */
function store(files) {
  const asked = [];
  return {
    asked,
    files,
    get: async (name) => {
      asked.push(name);
      if (!files.has(name)) throw new Error('not found');
      return files.get(name);
    },
  };
}

/** 300 items, so that the index has more than one file. */
function city(seq, change = (item) => item) {
  const sample = JSON.parse(read('src/data/catalogue.sample.json'));
  const items = Array.from({ length: 300 }, (_, place) =>
    change(
      {
        ...sample.items[place % 17],
        code: `C-${String(place).padStart(4, '0')}`,
        name: `${sample.items[place % 17].name}${place}`,
      },
      place,
    ),
  );
  return { ...sample, seq, items };
}

async function delivery({ yushen: y, editor }) {
  const publish = (catalogue) => {
    const loaded = y.catalogue(catalogue);
    const files = new Map(editor.publish(loaded).map(({ name, text }) => [name, text]));
    return { files, ref: loaded.ref };
  };
  const first = publish(city(1));
  const source = store(first.files);
  const c = await y.open(source);
  equal(
    [c.partial, c.info.items, c.info.seq, source.asked],
    [true, 300, 1, ['manifest.json']],
    'opened by the manifest alone',
  );
  equal(c.ref, first.ref, 'a part binds the same catalogue as the whole');
  equal(await code(() => c.plan('C-0123', {}, { on: '2026-03-02' })), 'ITEM_NOT_LOADED', 'before it is loaded');
  await c.load(['C-0123', 'C-0299']);
  const bytes = source.asked.reduce((sum, name) => sum + first.files.get(name).length, 0);
  equal(source.asked.length, 1 + 1 + 2 + 2, 'manifest, root, two leaves, two bundles');
  equal(bytes < 250_000, true, `${bytes} bytes for two items`);
  equal(c.plan('C-0123', {}, { on: '2026-03-02' }).item, 'C-0123', 'a plan of one item');
  equal(
    c.plan(['C-0123', 'C-0299'], {}, { on: '2026-03-02' }).joint.map((each) => each.material),
    ['power-of-attorney', 'agent-id'],
    'two items of two bundles as one',
  );
  equal(
    await code(() => c.plan(['C-0123', 'C-0001'], {}, { on: '2026-03-02' })),
    'ITEM_NOT_LOADED',
    'one of two is not loaded',
  );
  equal(await code(() => c.load(['C-9999'])), 'ITEM_UNKNOWN', 'an item that is not listed');
  await c.loadIndex();
  equal(c.search({ text: '居住证', limit: 1000 }).total > 30, true, 'a search of the whole index');

  const changed = publish(city(2, (item, place) => (place === 123 ? { ...item, name: '改过的事项' } : item)));
  const second = store(changed.files);
  const newer = await y.open(second, { after: c });
  await newer.load(['C-0123', 'C-0299']);
  equal(second.asked.length, 1 + 1 + 1 + 1, 'only what changed is brought: manifest, root, one leaf, one bundle');
  equal(newer.item('C-0123', { on: '2026-03-02' }).name, '改过的事项', 'the newer item');
  equal(await code(() => y.open(store(first.files), { after: newer })), 'DELIVERY_ROLLBACK', 'an older manifest');
  equal(await code(() => y.open(store(first.files), { seq: 2 })), 'DELIVERY_ROLLBACK', 'older than the last one seen');
  equal(c.plan('C-0123', {}, { on: '2026-03-02' }).item, 'C-0123', 'the catalogue in use stays in use');
  await spoilt(y, first, changed);
}

async function spoilt(y, first, changed) {
  const names = [...first.files.keys()];
  const bundles = names.filter((name) => name.startsWith('b/'));
  const opened = async (change) => {
    const files = new Map(first.files);
    change(files);
    const c = await y.open(store(files));
    await c.load(['C-0000']);
  };
  const index = JSON.parse(first.files.get('manifest.json')).index;
  const bundle = bundles.find((name) => first.files.get(name).includes('"C-0000"'));
  equal(
    await code(() => opened((files) => files.set(bundle, files.get(bundle).replace('C-0000', 'C-0001')))),
    'DELIVERY_TAMPERED',
    'a bundle that was changed',
  );
  equal(
    await code(() => opened((files) => files.set(bundle, files.get(bundle).slice(0, -9)))),
    'DELIVERY_TAMPERED',
    'a truncated bundle',
  );
  equal(
    await code(() => opened((files) => files.set(bundle, files.get(bundles.find((name) => name !== bundle))))),
    'DELIVERY_TAMPERED',
    'another bundle under its name',
  );
  equal(await code(() => opened((files) => files.delete(bundle))), 'DELIVERY_MISSING', 'a missing bundle');
  equal(
    await code(() =>
      opened((files) =>
        files.set(
          `i/${index}.json`,
          changed.files.get(`i/${JSON.parse(changed.files.get('manifest.json')).index}.json`),
        ),
      ),
    ),
    'DELIVERY_TAMPERED',
    'a stale index',
  );
  equal(
    await code(() => opened((files) => files.set('manifest.json', '\ufeff' + files.get('manifest.json')))),
    'DELIVERY_INVALID',
    'a manifest with a byte order mark',
  );
  equal(
    await code(() =>
      opened((files) => files.set('manifest.json', files.get('manifest.json').replace('"seq":1', '"seq":"1"'))),
    ),
    'DELIVERY_INVALID',
    'a number as a string',
  );
  equal(
    await code(() =>
      opened((files) => files.set('manifest.json', files.get('manifest.json').replace('"items":300', '"items":299'))),
    ),
    'nothing thrown',
    'a wrong count is not seen from one item',
  );
  const miscounted = new Map(first.files);
  miscounted.set('manifest.json', miscounted.get('manifest.json').replace('"items":300', '"items":299'));
  const c = await y.open(store(miscounted));
  equal(await code(() => c.loadIndex()), 'DELIVERY_TAMPERED', 'and is seen with the whole index');
}

const module = readFileSync(join(ROOT, 'pkg/dist/yushen-editor.wasm'));
const count = await cases(module);
await delivery(await init());
console.log(`editor: ${count} cases byte-equal; delivery as expected`);

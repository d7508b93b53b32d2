// A catalogue of a city's size, made of items of the sample under other codes and cut to the size that is usual (5.9 KB):
// loaded beside `JSON.parse` of the same bytes, searched, identified, linted; and delivered in pieces.
// Each size has a process, and so a memory, of its own. `node tests/bench/catalogue.mjs`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

// The memory of the module, which its interface does not show.
const memories = [];
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...words) => {
  const made = await instantiate.apply(WebAssembly, words);
  memories.push((made.instance || made).exports.memory);
  return made;
};
const { init } = await import('yushen/editor');

const sample = JSON.parse(readFileSync(new URL('../../src/data/catalogue.sample.json', import.meta.url), 'utf8'));
const SIZE = 5900;
const WORDS = ['登记', '许可', '备案', '变更', '注销', '年报', '补贴', '证明', '延续', '查询'];

/** An item under another code and name, with as many of its materials as the usual size has room for. */
function copy(index) {
  const item = structuredClone(sample.items[index % sample.items.length]);
  item.code = `B-${index}`;
  item.name = `${item.name}（${WORDS[index % WORDS.length]}之${index}）`;
  const large = () => Buffer.byteLength(JSON.stringify(item)) > SIZE;
  for (const key of ['notes', 'venues', 'stages', 'texts', 'requirements', 'relief', 'prerequisites', 'forms'])
    if (large()) delete item[key];
  for (const material of [...item.materials].reverse()) {
    const named = JSON.stringify(item.questions || []).includes(`"${material.id}"`);
    if (large() && !material.group && !named) item.materials.splice(item.materials.indexOf(material), 1);
  }
  return item;
}
const made = (count, first = 0) =>
  JSON.stringify({ ...sample, seq: 1, items: Array.from({ length: count }, (_, index) => copy(first + index)) });
const best = (rounds, call) =>
  Math.min(
    ...Array.from({ length: rounds }, () => {
      const begun = performance.now();
      call();
      return performance.now() - begun;
    }),
  );
const row = (what, text) => console.log(`${what.padEnd(34)} ${text}`);
const ms = (spent) => `${spent.toFixed(spent < 10 ? 2 : 0)} ms`;

const used = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

/** Memory of a module that has loaded a catalogue once, as a multiple of its bytes. */
async function memory(source, length) {
  const { yushen } = await init();
  yushen.catalogue(source);
  const taken = used();
  yushen.close();
  memories.length = 0;
  return taken / length;
}

/** A string beside its bytes: as fast, and in at most twice the memory. */
async function asText(text, bytes) {
  const [fromText, fromBytes] = [await memory(text, bytes.length), await memory(bytes, bytes.length)];
  const { yushen } = await init();
  const spent = { text: Infinity, bytes: Infinity };
  for (let round = 0; round < 7; round++) {
    for (const [kind, source] of Object.entries({ text, bytes })) {
      const load = best(1, () => yushen.catalogue(source).close());
      spent[kind] = Math.min(spent[kind], load);
    }
  }
  yushen.close();
  memories.length = 0;
  const ratio = spent.text / spent.bytes;
  row('from a string', `${ms(spent.text)}, from bytes ${ms(spent.bytes)}; ratio ${ratio.toFixed(2)}, bar 1.1`);
  row('  memory of the module', `${fromText.toFixed(2)} × the source, bar 2; from bytes ${fromBytes.toFixed(2)}`);
  if (ratio <= 1.1 && fromText <= 2) return;
  console.error('a catalogue from a string: the bar is missed');
  process.exitCode = 1;
}

async function measure(count) {
  const text = made(count);
  const bytes = new TextEncoder().encode(text);
  await asText(text, bytes);
  const { yushen, editor } = await init();
  const parse = best(5, () => JSON.parse(text));
  const load = best(5, () => yushen.catalogue(bytes).close());
  row(
    `load ${count} items, ${(bytes.length / 1e6).toFixed(1)} MB`,
    `${ms(load)}; JSON.parse ${ms(parse)}; ratio ${(load / parse).toFixed(2)}; ${((load * 1000) / count).toFixed(1)} µs an item`,
  );
  const loaded = yushen.catalogue(bytes);
  row('  memory of the module', `${(used() / 1e6).toFixed(0)} MB, ${(used() / bytes.length).toFixed(2)} × the source`);
  const first = best(1, () => loaded.search({ text: '登记' }));
  for (const text of ['登记', '许可之7', '居住证 备案', 'B-99', '没有这个词'])
    row(
      `  search 「${text}」`,
      `${ms(best(20, () => loaded.search({ text })))}, ${loaded.search({ text }).total} found`,
    );
  row('  the first search', ms(first));
  row('  digests of every item', ms(best(1, () => loaded.ref)));
  row('  lint', `${ms(best(1, () => editor.lint(loaded)))}, ${editor.lint(loaded).length} notices`);
  if (count < 10_000) return;
  const files = new Map(editor.publish(loaded).map((file) => [file.name, file.text]));
  loaded.close();
  for (const code of ['B-7', 'B-9999']) {
    const got = [];
    const opened = await yushen.open({
      get: async (name) => {
        got.push(files.get(name));
        return files.get(name);
      },
    });
    await opened.load([code]);
    opened.plan(code, {}, { on: '2026-03-02' });
    const raw = got.reduce((sum, each) => sum + Buffer.byteLength(each), 0);
    const small = got.reduce((sum, each) => sum + brotliCompressSync(each).length, 0);
    row(
      `  first plan, ${code}`,
      `${got.length} of ${files.size} files, ${(raw / 1024).toFixed(1)} KiB, compressed ${(small / 1024).toFixed(1)} KiB`,
    );
    opened.close();
  }
}

/** A hundred thousand items are 590 MB, and one catalogue has 64 MiB at most: ten catalogues, such as a province's cities, held at once. */
async function together(parts, count) {
  const { yushen } = await init();
  let [load, parse, size] = [0, 0, 0];
  for (let part = 0; part < parts; part += 1) {
    const text = made(count, part * count);
    const bytes = new TextEncoder().encode(text);
    parse += best(3, () => JSON.parse(text));
    load += best(3, () => yushen.catalogue(bytes).close());
    yushen.catalogue(bytes);
    size += bytes.length;
  }
  row(
    `load ${parts} × ${count} items, ${(size / 1e6).toFixed(0)} MB`,
    `${ms(load)}; JSON.parse ${ms(parse)}; ratio ${(load / parse).toFixed(2)}; ${((load * 1000) / count / parts).toFixed(1)} µs an item`,
  );
  row('  memory of the module', `${(used() / 1e6).toFixed(0)} MB, ${(used() / size).toFixed(2)} × the source`);
}

const [, script, count] = process.argv;
if (count === 'together') await together(10, 10_000);
else if (count) await measure(Number(count));
else
  for (const each of ['1000', '3000', '10000', 'together'])
    process.exitCode ||= spawnSync(process.execPath, [script, each], { stdio: 'inherit' }).status;

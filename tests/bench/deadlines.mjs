// Working days by several hands in one process: one +20 beside npm chinese-days, a batch beside a prefix table in plain
// JavaScript; a schedule of limits that are sent beside one of an item of a catalogue at hand. The same results are asserted
// first. Exits 1 where a bar is missed. `node tests/bench/deadlines.mjs`.

import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import { init } from 'yushen';
import { init as initEditor } from 'yushen/editor';

process.env.TZ = 'UTC'; // chinese-days is a day off elsewhere: tests/peers/days.mjs
const FIRST = 13_514; // 2007-01-01
const iso = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
const y = await init();

/** Nanoseconds per call: the best of some rounds over all inputs, after three that let the engine compile. */
function measure(inputs, call, rounds = 20) {
  let best = Infinity;
  for (let round = -3; round < rounds; round++) {
    const begun = process.hrtime.bigint();
    for (let index = 0; index < inputs.length; index++) call(inputs[index], index);
    if (round >= 0) best = Math.min(best, Number(process.hrtime.bigint() - begun) / inputs.length);
  }
  return best;
}

/** Prints a measurement and what it is beside another; `met` is whether that keeps a bar. */
function row(what, spent, beside, met = true) {
  console.log(`${what.padEnd(44)} ${`${spent.toFixed(1)} ns`.padStart(12)}   ${beside}`);
  if (met) return;
  console.error(`${what.trim()}: the bar is missed`);
  process.exitCode = 1;
}

/** The same answers on every input, or nothing is timed. */
function agree(what, inputs, one, other) {
  inputs.forEach((input, index) => {
    const [got, wanted] = [one(input, index), other(input, index)];
    if (got !== wanted) throw new Error(`${what}, ${input}: ours ${got}, theirs ${wanted}`);
  });
}

// One call through the facade, from text to text: 2 000 starts in the published years.
{
  const starts = Array.from({ length: 2000 }, (_, index) => iso(FIRST + index * 3));
  const [ours, theirs] = [(start) => y.addWorkingDays(start, 20).due, (start) => chineseDays.findWorkday(20, start)];
  agree('+20 working days', starts, ours, theirs);
  const [own, peer] = [measure(starts, ours), measure(starts, theirs, 5)];
  row('+20 working days, y.addWorkingDays', own, 'from text to text');
  row('  chinese-days findWorkday', peer, `${(peer / own).toFixed(1)} × ours; bar 20`, peer >= 20 * own);
}

// Many at once, beside a prefix table in plain JavaScript.
{
  const days = Int32Array.from({ length: 100_000 }, (_, index) => 18_000 + (index % 2000));
  const twenty = new Int32Array(days.length).fill(20);
  const [table, working] = [new Int32Array(16_071), []];
  for (let day = 0; day < table.length; day++) {
    if (y.workingDay(iso(FIRST + day)).working) working.push(FIRST + day);
    table[day] = working.length;
  }
  const out = new Int32Array(days.length);
  const plain = () => {
    for (let index = 0; index < days.length; index++)
      out[index] = working[table[days[index] - FIRST] + twenty[index] - 1];
  };
  plain();
  const batch = y.addWorkingDaysMany(days, twenty);
  agree(
    'the batch',
    Array.from(days),
    (_, index) => batch[index],
    (_, index) => out[index],
  );
  const each = (call) => measure([0], call) / days.length;
  const [own, peer] = [each(() => y.addWorkingDaysMany(days, twenty)), each(plain)];
  row(`+20 working days, ${days.length} at once`, own, 'of each, in numbers; bar 50', own <= 50);
  row('  prefix table in JavaScript', peer, `ours ${(own / peer).toFixed(2)} × this; aim 1.5`);
}

// A whole schedule from text to text: a promise, a statutory limit with its extension, two stops that overlap, what the
// law adds, the notices.
const LIMITS = [
  { id: 'notice', kind: 'notice', trigger: 'received', amount: 5, unit: 'working-day', evidence: 'statute' },
  { id: 'promised', kind: 'promised', trigger: 'accepted', amount: 10, unit: 'working-day', evidence: 'example' },
  {
    id: 'statutory',
    kind: 'statutory',
    trigger: 'accepted',
    amount: 20,
    unit: 'working-day',
    extension: { amount: 10, approver: '本行政机关负责人' },
    evidence: 'statute',
  },
];
{
  const events = [
    { type: 'received', at: '2026-07-01' },
    { type: 'accepted', at: '2026-07-01' },
    { type: 'suspended', at: '2026-07-06', stop: 'expert-review', id: 'a', told: '2026-07-06' },
    { type: 'resumed', at: '2026-07-24', id: 'a' },
    { type: 'suspended', at: '2026-07-20', stop: 'testing', id: 'b', told: '2026-07-20' },
    { type: 'resumed', at: '2026-07-31', id: 'b' },
  ];
  const call = () => y.schedule(LIMITS, events, { item: 'X-1', procedure: 'licence', on: '2026-08-03' });
  agree(
    'the schedule',
    [0],
    () =>
      call()
        .clocks.map((clock) => clock.due)
        .join(),
    () => '2026-07-08,2026-08-11,2026-08-25',
  );
  const own = measure(Array(1000).fill(0), call);
  row('a schedule with two stops', own, `${(own / 1000).toFixed(1)} µs; bar 53, aim 10`, own <= 53_000);
}

// The same of an item of the catalogue: by its handle, no later than with its limits at hand, and as a host would do that
// reads the item and sends its limits.
{
  const sample = JSON.parse(readFileSync(new URL('../../src/data/catalogue.sample.json', import.meta.url), 'utf8'));
  const c = y.catalogue(sample);
  const [on, code] = ['2026-08-03', 'SZ-09'];
  const events = [
    { type: 'received', at: '2026-07-01' },
    { type: 'accepted', at: '2026-07-01' },
  ];
  const { limits, procedure } = c.item(code, { on });
  const ways = {
    'a schedule of an item, c.schedule': () => c.schedule(code, events, { on }),
    '  with its limits at hand, y.schedule': () => y.schedule(limits, events, { item: code, procedure, on }),
    '  with the item read first': () => {
      const read = c.item(code, { on });
      return y.schedule(read.limits, events, { item: code, procedure: read.procedure, on });
    },
  };
  const calls = Object.values(ways);
  calls.forEach((call) =>
    agree(
      'the schedule of an item',
      [0],
      () => JSON.stringify(call()),
      () => JSON.stringify(calls[0]()),
    ),
  );
  // They take turns, so that a busy machine is busy for all.
  const spent = calls.map(() => Infinity);
  for (let turn = 0; turn < 20; turn++) {
    calls.forEach((call, place) => {
      spent[place] = Math.min(spent[place], measure(Array(200).fill(0), call, 1));
    });
  }
  const [own, sent] = spent;
  Object.keys(ways).forEach((name, place) =>
    row(name, spent[place], `${(spent[place] / own).toFixed(2)} × c.schedule`, place > 0 || own <= 1.05 * sent),
  );
  const schedule = calls[0]();
  const names = { on, item: '名称', authority: '机关', procedure, case: code };
  const [clock] = schedule.clocks;
  for (const [name, call, sent] of [
    ['  its clocks in words, y.explain', () => y.explain(schedule, names), schedule.clocks],
    ['  as a calendar file, y.ics', () => y.ics(schedule, names), schedule.clocks],
    ['  one clock day by day, y.trace', () => y.trace(clock), clock],
  ]) {
    const own = measure(Array(1000).fill(0), call);
    const written = measure(Array(1000).fill(0), () => JSON.stringify(sent));
    row(name, own, `of which ${((written / own) * 100).toFixed(0)} % to write the clocks down`);
  }
}

// 100 000 cases of ten items, half of them stopped once, when the notice of 2020-01-26 came out.
{
  const { yushen, editor } = await initEditor();
  const none = { format: 'yushen-calendar/0.1', years: [] };
  const [before, after] = ['2020-01-21', '2020-01-26'].map((asOf) => yushen.calendar(none, [], { asOf }));
  const at = (index, more) => iso(18_200 + (index % 90) + more); // from 2019-10-31
  const stop = (index) =>
    index % 2
      ? [
          { type: 'suspended', at: at(index, 3), stop: 'testing', told: at(index, 3) },
          { type: 'resumed', at: at(index, 9) },
        ]
      : [];
  const book = {
    items: Array.from({ length: 10 }, (_, index) => ({
      item: `I-${index}`,
      procedure: 'licence',
      limits: LIMITS,
      department: `D-${index % 3}`,
    })),
    cases: Array.from({ length: 100_000 }, (_, index) => ({
      id: `C-${index}`,
      item: `I-${index % 10}`,
      events: [{ type: 'received', at: at(index, 0) }, { type: 'accepted', at: at(index, 1) }, ...stop(index)],
    })),
    on: '2020-01-26',
  };
  const timed = (call) => {
    const begun = performance.now();
    const got = call();
    return [performance.now() - begun, got];
  };
  const [spent, changes] = timed(() => editor.recompute(book, before, after));
  row(
    '100000 cases recomputed',
    spent * 1e6,
    `${(spent / 1000).toFixed(2)} s, ${changes.length} last days moved; bar 2 s`,
    spent <= 2000,
  );
  const [looked, view] = timed(() => editor.supervise(book));
  row('100000 cases by light', looked * 1e6, `${(looked / 1000).toFixed(2)} s, ${view.all.overdueStatutory} overdue`);
}

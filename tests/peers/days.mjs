// Other calendars beside ours, on every published day. The notices (src/data/holidays-cn.json) are the truth; where a
// peer departs from them, tests/peers/differences.json names the day and the reason. `node tests/peers/days.mjs`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { init } from 'yushen';
import { libraries } from './python.mjs';

process.env.TZ = 'UTC'; // chinese-days reads a date in UTC and writes it in the zone of the device
const require = createRequire(import.meta.url);
const { findWorkday, isWorkday } = require('chinese-days');
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => JSON.parse(readFileSync(at(path), 'utf8'));
const table = read('../../src/data/holidays-cn.json');
const recorded = read('differences.json');
const failures = [];

/** Every day from one to another, both included. */
function days(from, to) {
  const all = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += 864e5)
    all.push(new Date(day).toISOString().slice(0, 10));
  return all;
}

/** Days that notices arrange: whether each is a working day, and the number of the notice that says so. */
function arranged() {
  const told = new Map();
  const daysOf = ({ off, makeup_workdays }) => [
    ...off.flatMap((span) => days(...(span.includes('/') ? span.split('/') : [span, span]))).map((day) => [day, false]),
    ...makeup_workdays.map((day) => [day, true]),
  ];
  for (const { notices, holidays, superseded = [] } of Object.values(table.years)) {
    const before = superseded.flatMap(daysOf).map(String);
    for (const holiday of holidays) {
      const later = notices.find(({ title }) => title.includes(holiday.name)) || notices[0];
      for (const each of daysOf(holiday))
        told.set(each[0], { working: each[1], number: (before.includes(String(each)) ? notices[0] : later).number });
    }
  }
  return told;
}

const notices = arranged();
const published = days(table.coverage.from, table.coverage.to);
/** What the notices say of a day; one they do not name is as its weekday is. */
function truth(day) {
  const weekday = new Date(day).getUTCDay();
  return (
    notices.get(day) || {
      working: weekday > 0 && weekday < 6,
      number: `${table.years[day.slice(0, 4)].notices[0].number}, which does not name it`,
    }
  );
}

/** What the Python peers say; nothing where pip cannot install them. */
function python() {
  const folder = libraries('requirements.txt');
  if (!folder) {
    console.log('chinesecalendar and holidays not compared');
    if (process.env.CI === 'true') failures.push('the Python peers are missing');
    return {};
  }
  const { status, stdout, stderr } = spawnSync('python3', [at('days.py'), published[0], published.at(-1)], {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
    env: { ...process.env, PYTHONPATH: folder },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function javascript() {
  const years = new Set(
    Object.keys(require('chinese-days/dist/chinese-days.json').holidays).map((day) => day.slice(0, 4)),
  );
  const covered = published.filter((day) => years.has(day.slice(0, 4)));
  return {
    version: require('chinese-days/package.json').version,
    working: Object.fromEntries(covered.map((day) => [day, isWorkday(day)])),
  };
}

const said = (working) => (working ? 'a working day' : 'a day off');

/** Prints and returns the days on which a peer departs from the notices, which must be those that are recorded. */
function compare(name, { version, working }) {
  const covered = Object.keys(working);
  const differs = covered.filter((day) => working[day] !== truth(day).working);
  const known = recorded[name];
  console.log(
    `${name} ${version}: ${covered[0]} to ${covered.at(-1)}, ${covered.length} days compared, ${differs.length} differ`,
  );
  for (const day of differs) {
    const { working: right, number } = truth(day);
    console.log(
      `  ${day}: ${name} has ${said(working[day])}; it is ${said(right)} by ${number}. ${known.differs[day] || 'Not recorded.'}`,
    );
  }
  if (covered.length !== known.days)
    failures.push(`${name} covers ${covered.length} days, not ${known.days} as recorded`);
  if (String(differs) !== String(Object.keys(known.differs).sort()))
    failures.push(`${name} differs on other days than are recorded`);
  return differs;
}

const y = await init();
const ours = published.filter((day) => y.workingDay(day).working !== truth(day).working);
console.log(
  `yushen: ${published[0]} to ${published.at(-1)}, ${published.length} days compared, ${ours.length} differ from the notices`,
);
if (ours.length) failures.push(`our calendar departs from the notices: ${ours}`);

const differing = compare('chinese-days', javascript());
for (const [name, told] of Object.entries(python())) compare(name, told);

// The n-th working day after a day; 0 is that day itself, or the next working day, with both. The spans on which both
// calendars agree, so that what is compared is the counting.
let seed = 7;
const below = (end) => {
  seed = (seed * 48271) % 2147483647;
  return seed % end;
};
let counted = 0;
for (let round = 0; round < 5000; round++) {
  const [start, n] = [published[below(published.length)], below(121) - 60];
  const { due, certainty } = y.addWorkingDays(start, n);
  const [first, last] = [start, due].sort();
  if (certainty !== 'published' || differing.some((day) => first <= day && day <= last)) continue;
  const theirs = findWorkday(n, start);
  if (due !== theirs) failures.push(`${start} + ${n} working days: ours ${due}, chinese-days ${theirs}`);
  counted++;
}
console.log(
  `chinese-days: ${counted} of 5000 random (start, n), −60 ≤ n ≤ 60, compared with addWorkingDays; the others leave the published years`,
);
if (counted < 4000) failures.push('too few spans were compared');

// Started west of Greenwich it takes a weekday for the one before: a Saturday is worked and a Monday off, unless its own
// list names the day. (Ours in such zones: tests/e2e/run.mjs.)
const west = spawnSync(
  process.execPath,
  ['-p', 'JSON.stringify(JSON.parse(fs.readFileSync(0)).filter(require("chinese-days").isWorkday))'],
  {
    cwd: at('../..'),
    encoding: 'utf8',
    input: JSON.stringify(published),
    env: { ...process.env, TZ: 'Pacific/Honolulu' },
  },
);
const worked = new Set(JSON.parse(west.stdout));
const wrong = published.filter((day) => worked.has(day) !== truth(day).working);
console.log(
  `chinese-days with TZ=Pacific/Honolulu: ${wrong.length} of ${published.length} days differ, Saturdays and Mondays`,
);
const ends = wrong.every((day) => [1, 6].includes(new Date(day).getUTCDay()));
if (!ends || wrong.length !== recorded['chinese-days'].west)
  failures.push(`chinese-days differs west of Greenwich otherwise than recorded: ${wrong.length} days`);

failures.forEach((failure) => console.error(failure));
if (failures.length) process.exitCode = 1;

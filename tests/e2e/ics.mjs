// Calendar files read by an independent parser, ical.js: every last day, its reminders, its words, whatever is in them.
// `node tests/e2e/ics.mjs`.
import ICAL from 'ical.js';
import { init } from 'yushen';

const equal = (got, expected, what) => {
  if (JSON.stringify(got) !== JSON.stringify(expected))
    throw new Error(`${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
};
const y = await init();
const limit = (id, kind, trigger, amount, unit) => ({ id, kind, trigger, amount, unit, evidence: 'example' });
const limits = [
  limit('promised', 'promised', 'accepted', 10, 'working-day'),
  limit('statutory', 'statutory', 'accepted', 1, 'month'),
  limit('reply', 'review', 'received', 24, 'hour'),
  limit('notice', 'notice', 'received', 5, 'working-day'),
];
const events = [
  { type: 'received', at: '2026-12-20T16:20:00+08:00' },
  { type: 'accepted', at: '2026-12-21' },
];
let read = 0;
for (const item of [
  '人力资源服务许可',
  'a,b;c\\d:"e"',
  '𠮷野家'.repeat(30),
  'line\nbreak',
  'BEGIN:VEVENT\r\nEND:VCALENDAR',
  '\u0007bell',
]) {
  for (const on of ['2026-12-20', '2026-12-21']) {
    const schedule = y.schedule(limits, on === '2026-12-20' ? events.slice(0, 1) : events, {
      item: 'X-1',
      procedure: 'licence',
      on,
    });
    const names = { on, item, case: `X-1 ${item}` };
    const text = y.ics(schedule, names);
    const lines = text.split('\r\n');
    if (lines.some((line) => Buffer.byteLength(line) > 75) || /[^\r]\n/.test(text) || lines.at(-1) !== '')
      throw new Error('lines are too long, or end otherwise');
    const calendar = new ICAL.Component(ICAL.parse(text));
    const found = calendar.getAllSubcomponents('vevent');
    const open = schedule.clocks.filter((clock) => !clock.ended);
    equal(found.length, open.length, 'events');
    equal(new Set(found.map((each) => each.getFirstPropertyValue('uid'))).size, open.length, 'names');
    const paragraphs = y.explain(schedule, names).clocks;
    open.forEach((clock, place) => {
      const event = new ICAL.Event(found[place]);
      const start = event.startDate;
      if (clock.dueAt) equal(start.toJSDate().toISOString(), new Date(clock.dueAt).toISOString(), 'moment');
      else equal([start.isDate, start.toString()], [true, clock.due], 'day');
      const said = paragraphs.find(({ id }) => id === clock.id).text;
      equal(event.description, said.replace(/[\u0000-\u0009\u000b-\u001f]/g, ''), 'words');
      equal(
        found[place].getFirstPropertyValue('status'),
        clock.certainty === 'published' ? 'CONFIRMED' : 'TENTATIVE',
        'certainty',
      );
      const alarms = found[place]
        .getAllSubcomponents('valarm')
        .map((alarm) => alarm.getFirstPropertyValue('trigger').toSeconds() / 3600);
      equal(alarms, clock.dueAt ? [-1] : [-63, -15], 'reminders');
      read += 1;
    });
  }
}
console.log(`${read} entries of calendar files read by ical.js, as expected`);

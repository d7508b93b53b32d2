// The whole chain through the facade, as a portal uses it. Throws at the first thing that is not as it should be.
import { dates } from './dates.js';

function equal(got, expected, what) {
  const [one, other] = [JSON.stringify(got), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: got ${one}, expected ${other}`);
}

async function code(call) {
  try {
    await call();
  } catch (error) {
    return error.code || String(error);
  }
  return 'nothing thrown';
}

/** Personal values go in; none may come out of an event or an error. */
async function privacy(c, heard) {
  const marks = ['张三丰', '440304199001010012', '13800138000', 'MARKER'];
  const party = {
    kind: 'person',
    name: marks[0],
    phone: marks[2],
    address: 'MARKER',
    identifier: { kind: 'resident-id', value: marks[1] },
  };
  const plan = c.plan('SZ-05', {}, { on: '2026-03-02' });
  const told = [];
  for (const spoilt of [
    {},
    { answers: { agent: 'MARKER' } },
    { materials: { lease: { via: 'MARKER', fields: { x: 'MARKER' } } } },
    { applicant: { ...party, kind: 'MARKER' } },
    { on: 'MARKER' },
  ]) {
    try {
      told.push(
        JSON.stringify(
          c.check(plan, { on: '2026-03-02', answers: {}, applicant: party, agent: party, materials: {}, ...spoilt }),
        ),
      );
    } catch (error) {
      told.push(String(error), JSON.stringify(error.issues));
    }
  }
  const all = told.concat(heard.map((event) => JSON.stringify(event))).join('\n');
  const found = marks.filter((mark) => all.includes(mark));
  if (found.length || heard.length < 10)
    throw new Error(`personal values in results or events: ${found}; ${heard.length} events heard`);
}

/** Calendars and languages of the host's. */
async function settings(y, c, plan, missing) {
  const years = [
    { year: 2027, notices: ['N'], off: [{ from: '2027-01-01', to: '2027-01-03' }], worked: ['2027-02-14'] },
  ];
  const calendar = y.calendar({ format: 'yushen-calendar/0.1', years });
  equal([calendar.notice, calendar.to], ['N', '2027-12-31'], 'a notice that is newer than the build');
  equal(
    y.workingDay('2027-02-14', { calendar }),
    { working: true, kind: 'make-up', certainty: 'published' },
    'a worked Sunday of that notice',
  );
  equal(y.workingDay('2027-02-14').kind, 'weekend', 'the calendar in use is as it was');
  equal(
    y.addWorkingDays('2027-02-12', 1, { calendar }),
    { due: '2027-02-14', certainty: 'published' },
    'counted with that notice',
  );
  equal(y.workingDaysBetween('2027-02-12', '2027-02-15', { calendar }).days, 2, 'between, with that notice');
  equal(
    await code(() => y.workingDay('2027-02-14', { calendar: { ...calendar, digest: '0'.repeat(64) } })),
    'CALENDAR_UNKNOWN',
    'a calendar from elsewhere',
  );
  equal(
    await code(() => y.calendar({ format: 'yushen-calendar/0.1', years: [{ year: 2029, notices: ['N'], off: [] }] })),
    'REQUEST_INVALID',
    'a gap',
  );
  const events = [{ type: 'received', at: '2027-02-12' }];
  const clock = c.schedule('SZ-09', events, { on: '2027-02-12', calendar }).clocks[0];
  equal(
    y.trace(clock, { calendar })[1],
    { date: '2027-02-14', kind: 'make-up', count: 1, notice: 'N', certainty: 'published' },
    'a day of a trace',
  );
  const overlay = {
    name: '示例',
    authority: '示例',
    off: [{ from: '2026-11-18', to: '2026-11-19' }],
    closures: [{ date: '2026-11-20' }],
  };
  const place = y.calendar(undefined, [overlay]);
  equal(y.addWorkingDays('2026-11-17', 1, { calendar: place }).due, '2026-11-20', 'the calendar of a place');
  equal(place.overlays, ['示例'], 'and its name');
  equal(
    y.addWorkingDays('2020-01-21', 10, { calendar: y.calendar(undefined, [], { asOf: '2020-01-21' }) }).due,
    '2020-02-10',
    'as known on a day',
  );
  const { limits, procedure } = c.item('SZ-09', { on: '2026-03-02' });
  equal(
    c.schedule('SZ-09', events, { on: '2027-02-12', calendar }),
    y.schedule(limits, events, { item: 'SZ-09', procedure, on: '2027-02-12', calendar }),
    'the clocks of an item are those of its limits',
  );
  const month = y.month('2026-11', { calendar: place });
  equal([month.length, month[0].date], [42, '2026-10-26'], 'six weeks of November');
  equal(
    month.find(({ date }) => date === '2026-11-20'),
    { date: '2026-11-20', kind: 'working', notice: '示例', certainty: 'published', closed: true },
    'a Friday on which the counters are shut',
  );
  equal(await code(() => y.month('2026-11-01')), 'DATE_INVALID', 'a day for a month');
  equal(
    y.latestStart(limits, '2026-03-30', { item: 'SZ-09', procedure }).file !== undefined,
    true,
    'the last day to file',
  );
  const schedule = c.schedule('SZ-09', [{ type: 'received', at: '2026-03-02' }], { on: '2026-03-02', calendar: place });
  const o = { on: '2026-03-02', item: '人力资源服务许可', procedure, case: 'SZ-09' };
  const explained = y.explain(schedule, o);
  equal(explained.text.split('\n').length, schedule.clocks.length + 2, 'a paragraph for each clock');
  if (!explained.text.includes('示例')) throw new Error(explained.text);
  if (!y.ics(schedule, o).startsWith('BEGIN:VCALENDAR\r\n')) throw new Error('no calendar file');
  y.messages('en', { MAT_MISSING: { what: '“{m}” is missing.' } });
  equal(
    c.message(plan, missing, undefined, { locale: 'en' }).what,
    '“章程及内部管理制度” is missing.',
    'a sentence of the host',
  );
  equal(
    await code(() => c.message(plan, missing, undefined, { locale: 'xx' })),
    'LOCALE_UNKNOWN',
    'a language that is not loaded',
  );
  equal(
    c.messages(plan, [missing, missing], undefined, { locale: 'en' }),
    [missing, missing].map((finding) => c.message(plan, finding, undefined, { locale: 'en' })),
    'all at once as one by one',
  );
  try {
    c.messages(plan, [missing, { ...missing, code: 'NO_SUCH' }]);
    throw new Error('a finding that there is not was said');
  } catch (error) {
    equal(error.issues, [{ code: 'UNKNOWN_WORD', path: '/1/code' }], 'a faulty finding, by its place');
  }
}

/** Runs the chain on a component started by `init`; `encode` turns a string into UTF-8. */
export async function chain(init, options, data, encode) {
  const heard = [];
  const y = await init({ ...options, onEvent: (event) => heard.push(event) });
  equal(y.addWorkingDays('2026-02-13', 5), { due: '2026-02-27', certainty: 'published' }, '+5 working days');
  equal(y.addWorkingDays('2026-12-21', 20).certainty, 'estimated', 'into 2027');
  equal(
    y.addWorkingDays('2027-01-28', 10),
    { due: '2027-02-17', latest: '2027-02-19', certainty: 'estimated' },
    'an estimate is an interval',
  );
  equal(y.addWorkingDays('2050-12-20', 20), { certainty: 'unknown' }, 'past the calendar');
  equal(y.addWorkingDays('2026-03-30', -20), { due: '2026-03-02', certainty: 'published' }, '20 working days back');
  equal(y.workingDay('2026-09-20'), { working: true, kind: 'make-up', certainty: 'published' }, 'a worked Sunday');
  equal(y.workingDaysBetween('2026-03-02', '2026-03-30'), { days: 20, certainty: 'published' }, 'working days between');
  equal(Array.from(y.addWorkingDaysMany(Int32Array.of(20497), Int32Array.of(5))), [20511], 'a batch');
  dates(y);
  equal(await code(() => y.workingDay('2026-02-30')), 'DATE_INVALID', 'a day that does not exist');
  equal(await code(() => y.workingDay(new Date(0))), 'TYPE_MISMATCH', 'a moment for a day');
  equal(await code(() => y.workingDay('1999-01-01')), 'DATE_OUT_OF_RANGE', 'a day outside the calendar');
  equal(await code(() => y.catalogue('{')), 'CATALOGUE_INVALID', 'a broken catalogue');
  equal(await code(() => y.catalogue('')), 'CATALOGUE_INVALID', 'no catalogue');
  // Its text goes into the module in pieces of 65 536 units; none ends between the two of one character.
  const named = JSON.stringify({ ...JSON.parse(data.catalogues.sample), name: '😀' });
  for (const end of [65_535, 65_536, 65_537]) {
    const loaded = y.catalogue(' '.repeat(end - named.indexOf('😀')) + named);
    equal(loaded.info.name, '😀', `a character at ${end}`);
    loaded.close();
  }
  for (const [n, wanted] of [
    [1.5, 'NUMBER_NOT_INTEGER'],
    [NaN, 'NUMBER_NOT_INTEGER'],
    [undefined, 'NUMBER_NOT_INTEGER'],
    [4294967297, 'NUMBER_OUT_OF_RANGE'],
  ]) {
    equal(await code(() => y.addWorkingDays('2026-03-02', n)), wanted, `+${n} working days`);
  }
  equal(
    await code(() => y.addWorkingDaysMany(Int32Array.of(1, 2), Int32Array.of(1))),
    'RANGE_INVALID',
    'a batch of two lengths',
  );
  equal(
    await code(() => y.inspect({ name: 'a', read: async () => new ArrayBuffer(0) })),
    'NUMBER_OUT_OF_RANGE',
    'a file without a size',
  );
  equal(await code(() => y.inspect(undefined)), 'TYPE_MISMATCH', 'no file was chosen');
  equal(await code(() => y.identifier('mobile', 13800138000)), 'TYPE_MISMATCH', 'a number for a text');

  const c = y.catalogue(data.catalogues.sample);
  equal(c.info.items, 17, 'items');
  equal(c.items()[8].code, 'SZ-09', 'the ninth item');
  equal(await code(() => c.item('SZ-99', { on: '2026-03-02' })), 'ITEM_UNKNOWN', 'an unknown item');
  const answers = { agent: false, premises: 'owned' };
  const plan = c.plan('SZ-09', answers, { on: '2026-03-02' });
  const seen = [];
  const bytes = encode('%PDF-1.7 一份申请表 😀\n%%EOF');
  const report = await y.inspect(bytes, { name: '申请表.pdf', onProgress: (_read, total) => seen.push(total) });
  equal([report.kind, report.size, report.name], ['pdf', bytes.length, '申请表.pdf'], 'inspection');
  equal(seen.length > 1, true, 'progress');
  equal(await code(() => y.inspect(bytes, { cancelled: () => true })), 'CANCELLED', 'a cancelled inspection');

  const application = {
    on: '2026-03-02',
    answers,
    materials: { 'application-form': { via: 'upload', files: [report] } },
  };
  const result = c.check(plan, application);
  equal(result.decision.outcome, 'supplement', 'outcome');
  equal(
    result.findings.filter((each) => each.severity === 'must').map((each) => each.path),
    [
      '/applicant/identifier',
      '/materials/representative-id',
      '/materials/representative-id/fields/id-number',
      '/materials/property-certificate',
      '/materials/staff-proof',
      '/materials/articles',
    ],
    'what is missing',
  );
  const lines = c.checkMany(encode(`${JSON.stringify({ item: 'SZ-09', plan: plan.ref, application })}\n{\n`));
  const [first, second] = Array.from(lines, (byte) => String.fromCharCode(byte))
    .join('')
    .split('\n')
    .map((line) => line && JSON.parse(line));
  equal([JSON.stringify(first.ok), second.error.code], [JSON.stringify(result), 'REQUEST_INVALID'], 'many at once');
  const missing = result.findings.find((each) => each.material === 'articles');
  equal(c.message(plan, missing, application).what, '缺少“章程及内部管理制度”。', 'a message');
  equal(await code(() => c.check(plan, { ...application, answers: { agent: true } })), 'PLAN_MISMATCH', 'another plan');
  const clocks = c.schedule('SZ-09', [{ type: 'received', at: '2026-03-02' }], { on: '2026-03-02' }).clocks;
  equal(
    clocks.map((each) => each.due),
    ['2026-03-09', '2026-03-09', '2026-03-30'],
    'deadlines',
  );

  await settings(y, c, plan, missing);

  const number = y.precheckNumber('440300', '2026-03-02', Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  const sheet = c.precheckReceipt(plan, application, { number, clientClock: '2026-03-02T09:30:00+08:00' });
  equal(
    y.render(sheet).text.split('\n')[1].slice(0, 14),
    '这是您在本机自查材料的结果。',
    'the first line of the sheet',
  );
  await privacy(c, heard);
  c.close();
  c.close();
  const other = y.catalogue(data.catalogues.test);
  equal(await code(() => c.items()), 'CLOSED', 'after close');
  equal(other.items()[0].code, 'T-1', 'another catalogue, untouched by the one that is closed');
  equal(y.catalogue(encode(data.catalogues.test).buffer).info.items, 8, 'a catalogue from an ArrayBuffer');
  y.close();
  equal(await code(() => other.items()), 'CLOSED', 'after the component is closed');
  const again = await init(options);
  equal(again.addWorkingDays('2026-02-13', 1).due, '2026-02-14', 'started again');
  again.close();
  return sheet.sm3;
}

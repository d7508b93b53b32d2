// The replayer for JavaScript hosts: the same cases as tests/it/replay.rs, the same comparison of bytes. It speaks to the
// module as the facade does, one step below it, so that nothing is parsed and written again on the way.

import { receipts as kit } from './receipts.js';

const text = (input, key) => {
  if (typeof input[key + 'Text'] === 'string') return input[key + 'Text'];
  return input[key] === undefined ? '' : JSON.stringify(input[key]);
};

function bytesOf(base64) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const clean = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4));
  for (let at = 0, out = 0, bits = 0, held = 0; at < clean.length; at++) {
    bits = ((bits << 6) | alphabet.indexOf(clean[at])) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[out++] = (bits >> held) & 255;
    }
  }
  return bytes;
}

function inspect(files, input, data) {
  const file = bytesOf(data.files[input.file]);
  const bytes = new Uint8Array(input.pad || file.length);
  bytes.set(file);
  const id = files.inspect(bytes.length, input.name);
  for (;;) {
    const answer = files.inspect_step(id);
    const { need } = JSON.parse(answer).ok;
    if (!need) {
      files.inspect_close(id);
      return answer;
    }
    files.inspect_feed(id, bytes.subarray(need.offset, need.offset + need.length));
  }
}

/** Runs every case; `encode` turns a string into UTF-8. `offset` is the host's own, in minutes west of Greenwich. */
export function replay({ core, files, receipts }, data, encode) {
  const handles = {};
  const catalogue = (input) => {
    const name = input.catalogue || 'sample';
    if (!(name in handles)) handles[name] = JSON.parse(core.load(encode(data.catalogues[name]))).ok.handle;
    return handles[name];
  };
  const stages = {
    catalogue: (input) => {
      const answer = core.load(encode(text(input, 'source')));
      const { ok } = JSON.parse(answer);
      if (ok) core.unload(ok.handle);
      return answer;
    },
    identity: (input) => core.identity(catalogue(input)),
    plan: (input) => core.plan(catalogue(input), input.item, text(input, 'request')),
    check: (input) => core.check(catalogue(input), input.item, input.plan || '', text(input, 'application')),
    message: (input) =>
      core.message(
        catalogue(input),
        input.item,
        input.on,
        text(input, 'finding'),
        text(input, 'application'),
        input.locale || '',
      ),
    messages: (input) =>
      core.messages(
        catalogue(input),
        input.item,
        input.on,
        text(input, 'findings'),
        text(input, 'application'),
        input.locale || '',
      ),
    schedule: (input) => core.schedule_item(catalogue(input), text(input, 'request')),
    day: (input) => core.day(input.date, ''),
    count: (input) => core.add_working_days(input.start, input.n, ''),
    between: (input) => core.working_days_between(input.from, input.to, ''),
    month: (input) => core.month(input.month, ''),
    receipt: (input) =>
      core.precheck(catalogue(input), input.item, '', text(input, 'application'), text(input, 'request')),
    render: (input) => core.render(JSON.parse(stages.receipt(input)).ok.json, input.locale || ''),
    deadlines: (input) => core.schedule(text(input, 'request')),
    trace: (input) => core.trace(text(input, 'request')),
    backwards: (input) => core.backwards(text(input, 'request')),
    explain: (input) => core.explain(text(input, 'request')),
    ics: (input) => core.ics(text(input, 'request')),
    calendar: (input) => core.load_calendar(text(input, 'years'), false),
    identifier: (input) => core.identifier(input.kind, input.value, input.on),
    inspect: (input) => inspect(files, input, data),
  };
  const failures = [];
  for (const each of data.cases) {
    let got;
    try {
      if (each.input.locale) core.load_wording(data.wordings[each.input.locale]);
      if (each.input.years && each.stage !== 'calendar') core.load_calendar(text(each.input, 'years'), false);
      got = stages[each.stage](each.input);
    } catch (error) {
      got = String(error);
    }
    const expected = JSON.stringify(each.expected);
    if (got !== expected) failures.push(`${each.file}: ${each.name}\n  expected ${expected}\n  got      ${got}`);
  }
  const written = kit(receipts, data, encode);
  return {
    passed: data.cases.length - failures.length + written.passed,
    failures: [...failures, ...written.failures],
    offset: new Date().getTimezoneOffset(),
  };
}

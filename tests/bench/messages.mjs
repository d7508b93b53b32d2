// The words of a check beside the check itself, in one process: the same applications as in check.mjs, through the facade,
// from object to object. All findings at once, and one by one. Exits 1 where the bar is missed. `node tests/bench/messages.mjs`.

import { init } from 'yushen';
import { applications, catalogue } from './applications.mjs';

const BAR = 1.5;
const y = await init();
const c = y.catalogue(catalogue);
const checked = applications(600).map((text) => {
  const application = JSON.parse(text);
  const plan = c.plan('B-1', application.answers, { on: application.on });
  const { findings } = c.check(plan, application);
  return { plan, application, findings };
});

const ways = {
  check: ({ plan, application }) => c.check(plan, application).findings,
  'all words, c.messages': ({ plan, findings, application }) => c.messages(plan, findings, application),
  'one by one, c.message': ({ plan, findings, application }) =>
    findings.map((finding) => c.message(plan, finding, application)),
};
let count = 0;
for (const each of checked) {
  const [all, single] = ['all words, c.messages', 'one by one, c.message'].map((name) =>
    JSON.stringify(ways[name](each)),
  );
  if (all !== single) throw new Error(`not the same words:\n${all}\n${single}`);
  count += each.findings.length;
}
console.log(`${count} findings of ${checked.length} applications, the same words at once and one by one`);

/** Microseconds per application, the best of some rounds over all of them. The ways take turns, so that a busy machine is
    busy for all. */
const best = Object.fromEntries(Object.keys(ways).map((name) => [name, Infinity]));
for (let round = -5; round < 30; round++) {
  for (const [name, call] of Object.entries(ways)) {
    const begun = process.hrtime.bigint();
    for (const each of checked) call(each);
    const spent = Number(process.hrtime.bigint() - begun) / 1000 / checked.length;
    if (round >= 0) best[name] = Math.min(best[name], spent);
  }
}
for (const [name, spent] of Object.entries(best)) {
  console.log(`${name.padEnd(28)} ${spent.toFixed(1).padStart(7)} µs   ${(spent / best.check).toFixed(2)} × the check`);
}
const ratio = best['all words, c.messages'] / best.check;
console.log(`bar ${BAR}`);
if (ratio > BAR) {
  console.error('all words of a check: the bar is missed');
  process.exitCode = 1;
}

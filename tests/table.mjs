// The table of steps in docs/CONTRIBUTING.md is that of tests/steps.mjs, and its totals stay within their bounds:
// `node tests/table.mjs`; with --write the table is written anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { STEPS, stepsOf } from './steps.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Minutes of each target, and megabytes that both fetch together. */
const BOUNDS = { test: 15, 'test-all': 40, mb: 1500 };
const [FROM, TO] = ['<!-- steps -->\n', '<!-- /steps -->\n'];
const PAGE = at('../docs/CONTRIBUTING.md');

const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);
const seconds = {
  test: sum(stepsOf('test').map(({ test }) => test)),
  'test-all': sum(stepsOf('test-all').map(({ all }) => all)),
};
const mb = sum(STEPS.map((step) => step.mb));
const minutes = (all) => `${Math.floor(all / 60)} min ${all % 60} s`;
const row = (...cells) => `| ${cells.join(' | ')} |\n`;

const table = [
  row('step', 'what', '`make test`, s', '`make test-all`, s', 'MB', 'needs'),
  row('---', '---', '--:', '--:', '--:', '---'),
  ...STEPS.map(({ name, what, test = '', all = '', mb, needs }) =>
    row(`\`${name}\``, what, test, all, mb || '', needs.join(', ')),
  ),
  row('**all**', '', minutes(seconds.test), minutes(seconds['test-all']), mb, ''),
].join('');

const page = readFileSync(PAGE, 'utf8');
const [start, end] = [page.indexOf(FROM) + FROM.length, page.indexOf(TO)];
if (process.argv.includes('--write')) writeFileSync(PAGE, page.slice(0, start) + table + page.slice(end));
else if (page.slice(start, end) !== table)
  throw new Error('docs/CONTRIBUTING.md has another table: node tests/table.mjs --write');

for (const target of ['test', 'test-all'])
  if (seconds[target] > BOUNDS[target] * 60)
    throw new Error(`${target} may take ${minutes(seconds[target])}: ${BOUNDS[target]} min is the bound`);
if (mb > BOUNDS.mb) throw new Error(`${mb} MB are fetched: ${BOUNDS.mb} is the bound`);

const forgotten = STEPS.filter(({ test, all }) => test === undefined && all === undefined);
if (forgotten.length)
  throw new Error(`no target runs ${forgotten.map(({ name }) => name).join(', ')}: name an allowance`);
const names = STEPS.map(({ name }) => name);
if (new Set(names).size !== names.length) throw new Error('two steps have one name');
for (const target of ['test', 'test-all']) {
  const order = stepsOf(target).map(({ name }) => name);
  const early = stepsOf(target).filter(({ after }, place) => after && !order.slice(0, place).includes(after));
  if (early.length)
    throw new Error(`${target}: what they come after does not come before ${early.map(({ name }) => name)}`);
}
const machine = readFileSync(at('../xtask/machine.sh'), 'utf8');
const unknown = STEPS.flatMap(({ needs }) => needs).filter((program) => !machine.includes(`\n${program} `));
if (unknown.length) throw new Error(`xtask/machine.sh does not know how to get ${unknown.join(', ')}`);
console.log(`${STEPS.length} steps: test ${minutes(seconds.test)}, test-all ${minutes(seconds['test-all'])}, ${mb} MB`);

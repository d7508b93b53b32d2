// The steps of a target of make: `node tests/run.mjs test|test-all`; a log each in target/test-logs. SKIP="webkit peers" leaves
// out steps by name, a name before a dash all that begin with it; ONLY="native" runs no others. The last line but one says
// `N passed, N failed, N not run: …`. Nothing ends well with a step not run unless that was asked for by name.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stepsOf } from './steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const logs = `${root}target/test-logs`;
const [target] = process.argv.slice(2);

function refuse(why) {
  console.error(why);
  process.exit(2);
}

if (!['test', 'test-all'].includes(target)) refuse('usage: node tests/run.mjs test|test-all');
const steps = stepsOf(target);
const log = ({ name }) => `${logs}/${name}.log`;

/** The steps that a variable names; a name that is none is a mistake. */
function named(variable) {
  const words = (process.env[variable] || '').split(/[\s,]+/).filter(Boolean);
  const meant = (word) => steps.filter(({ name }) => name === word || name.startsWith(`${word}-`));
  const wrong = words.filter((word) => !meant(word).length);
  if (wrong.length) refuse(`${variable}: ${target} has no step ${wrong.join(', ')}`);
  return words.flatMap(meant);
}

const [only, skipped] = [named('ONLY'), named('SKIP')];
const chosen = (step) => (!only.length || only.includes(step)) && !skipped.includes(step);
const there = (program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

/** Runs a step; its programs are there, so what it asks for and does not find is a failure. */
function run(step) {
  const file = openSync(log(step), 'w');
  const env = { ...process.env, CI: 'true' };
  const { status } = spawnSync('bash', ['-c', step.run], { cwd: root, stdio: ['ignore', file, file], env });
  closeSync(file);
  return status === 0 ? 'passed' : 'FAILED';
}

function attempt(step, results) {
  const absent = step.needs.filter((program) => !there(program));
  if (absent.length)
    return { result: process.env.CI === 'true' ? 'FAILED' : 'not run', why: `without ${absent.join(', ')}` };
  const first = results.find(({ name }) => name === step.after);
  if (first && first.result !== 'passed') return { result: 'not run', why: `${step.after} has not passed` };
  const began = Date.now();
  const result = run(step);
  const seconds = Math.round((Date.now() - began) / 1000);
  const allowed = step[target === 'test' ? 'test' : 'all'];
  return { result, seconds, why: seconds > allowed ? `allowed: ${allowed} s` : '' };
}

function say({ name, what, result, seconds = 0, why = '' }) {
  console.log(`${name.padEnd(18)} ${result.padEnd(8)} ${String(seconds).padStart(4)} s  ${what}${why && ` (${why})`}`);
}

function showEnd(step, lines) {
  if (step.seconds === undefined) return;
  console.log(`\n--- ${step.name} failed: the end of its log ---`);
  console.log(readFileSync(log(step), 'utf8').trimEnd().split('\n').slice(-lines).join('\n'));
}

mkdirSync(logs, { recursive: true });
const results = [];
for (const step of steps.filter(chosen)) {
  const done = { ...step, ...attempt(step, results) };
  results.push(done);
  if (done.result === 'FAILED') showEnd(done, 60);
  say(done);
}

const TELLING =
  /byte-equal|portal visited|axe finds|as expected|days compared|^corpus:|^kit:|^demo:|^area|^yushen|^index\.js|^miniprogram/;
const ran = results.filter(({ seconds }) => seconds !== undefined);
for (const step of ran)
  for (const line of readFileSync(log(step), 'utf8').split('\n')) if (TELLING.test(line)) console.log(line);

const are = (word) => results.filter(({ result }) => result === word);
const [passed, failed, absent] = ['passed', 'FAILED', 'not run'].map(are);
const left = [...absent, ...steps.filter((step) => !chosen(step))];
const listed = only.length
  ? `all but ${only.map(({ name }) => name).join(', ')}`
  : left.map(({ name }) => name).join(', ');
// Said again at the end: who reads only the end of a long log finds there what failed.
for (const step of failed) {
  showEnd(step, 12);
  say(step);
}
const names = left.length ? `: ${listed}` : '';
const spent = results.reduce((all, { seconds = 0 }) => all + seconds, 0);
console.log(`\n${target}: ${Math.floor(spent / 60)} min ${spent % 60} s`);
console.log(`${passed.length} passed, ${failed.length} failed, ${left.length} not run${names}`);
console.log(`${passed.length} passed, ${failed.length} failed${left.length ? `, ${left.length} skipped` : ''}`);
process.exitCode = failed.length || absent.length || !passed.length ? 1 : 0;

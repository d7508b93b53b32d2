// `make check`: the loop of whoever changes a rule. It looks at what differs from the last commit, or at the last commit where
// nothing does: format, clippy, all cases of the stages that the changed modules serve, and a fixed part of the others.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const DEADLINES = ['deadlines', 'trace', 'backwards', 'explain', 'ics'];
/** Which stages of the cases a module serves. Those for editors (tests/cases/editor) always run: they are few. */
const SERVES = {
  calendar: ['calendar', ...DEADLINES],
  identity: ['identifier', 'check'],
  file: ['inspect'],
  catalogue: ['catalogue', 'identity', 'plan'],
  application: ['check', 'message', 'receipt'],
  plan: ['plan', 'check'],
  deadline: DEADLINES,
  check: ['check', 'message'],
  decision: ['check', 'receipt'],
  wording: ['message', 'explain', 'ics', 'render'],
  receipt: ['receipt', 'render'],
  audit: [],
};
/** What every stage stands on. */
const UNDER_ALL = ['error', 'json', 'digest', 'law', 'session', 'shared'];
/** The crate that is edited is compiled to be soon compiled; those it uses are not compiled anew. */
const SOON = ['--config', 'profile.dev.opt-level=0', '--config', 'profile.dev.debug="line-tables-only"'];

const git = (...words) => spawnSync('git', words, { cwd: root, encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
const others = git('ls-files', '--others', '--exclude-standard');
const differing = [...git('diff', '--name-only', 'HEAD'), ...others];
const changed = differing.length ? differing : git('diff', '--name-only', 'HEAD~1');

const stagesIn = (path) =>
  (existsSync(root + path) ? JSON.parse(readFileSync(root + path, 'utf8')) : []).map(({ stage }) => stage);
/** All stages there are, where what changed stands under all of them. */
const everyStage = () => [...new Set([...Object.values(SERVES).flat(), ...casesIn('tests/cases').flatMap(stagesIn)])];
const casesIn = (folder) =>
  readdirSync(root + folder, { recursive: true })
    .filter((name) => name.endsWith('.json') && !name.startsWith('editor'))
    .map((name) => `${folder}/${name}`);

/** The stages that a changed file serves. */
function stagesOf(path) {
  if (/^tests\/cases\/.*\.json$/.test(path)) return stagesIn(path);
  const [, module] = /^src\/([a-z_]+)/.exec(path) || [];
  if (!module || module === 'lib') return [];
  return UNDER_ALL.includes(module) || !(module in SERVES) ? everyStage() : SERVES[module];
}

const touches = (pattern) => changed.some((path) => pattern.test(path));
const stages = [...new Set(changed.flatMap(stagesOf))];
const rust = touches(/\.rs$|Cargo\.(toml|lock)$|^src\//);
const steps = [
  ['format', true, 'cargo', ['fmt', '--all', '--check']],
  ['lint of scripts', touches(/\.(ts|js|mjs)$/), 'npm', ['run', '--silent', 'lint']],
  ['types of the package', touches(/^pkg\/src\//), 'node', ['node_modules/typescript/bin/tsc', '-p', 'pkg']],
  ['clippy', rust, 'cargo', ['clippy', '--quiet', '--locked', '--lib', '--', '-D', 'warnings']],
  ['generated files', touches(/^src\/(data|wording)\//), 'cargo', ['xtask', 'generate', '--check']],
  [
    'clippy of tests',
    touches(/^tests\/.*\.rs$/),
    'cargo',
    ['clippy', '--quiet', '--locked', '--tests', '--', '-D', 'warnings'],
  ],
  [
    'clippy of tools',
    touches(/^xtask\/.*\.rs$/),
    'cargo',
    ['clippy', '--quiet', '--locked', '-p', 'xtask', '-p', 'generate', '-p', 'runner', '--', '-D', 'warnings'],
  ],
  ['cases', true, 'cargo', ['test', '--quiet', '--locked', ...SOON, '--test', 'cases', '--', '--nocapture']],
];

console.log(
  `${changed.length} files${differing.length ? '' : ' of the last commit'}: ${stages.length ? stages.join(', ') : 'no stage of the cases'}`,
);
const env = { ...process.env, YUSHEN_STAGES: stages.join(',') };
const began = Date.now();
let failed = 0;
for (const [name, wanted, program, words] of steps) {
  if (!wanted) continue;
  const start = Date.now();
  const { status } = spawnSync(program, words, { cwd: root, env, stdio: 'inherit' });
  failed += status === 0 ? 0 : 1;
  console.log(
    `${name.padEnd(22)} ${status === 0 ? 'passed' : 'FAILED'} ${((Date.now() - start) / 1000).toFixed(1).padStart(6)} s`,
  );
}
console.log(`make check: ${((Date.now() - began) / 1000).toFixed(1)} s; make test runs everything`);
process.exitCode = failed ? 1 : 0;

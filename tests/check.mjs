// `make check`: the loop of whoever changes a rule. It looks at what differs from the last commit, or at the last commit where
// nothing does: format, clippy, all cases of the stages that the changed modules serve, and a fixed part of the others.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const DEADLINES = ['deadlines', 'schedule', 'trace', 'backwards', 'explain', 'ics'];
const CHECK = ['check', 'message', 'messages'];
/** Which stages of the cases a module serves. Those for editors (tests/cases/editor) always run: they are few. */
const SERVES = {
  calendar: ['calendar', 'day', 'count', 'between', 'month', ...DEADLINES],
  identity: ['identifier', ...CHECK],
  file: ['inspect'],
  catalogue: ['catalogue', 'identity', 'plan', 'schedule', 'receipt', ...CHECK],
  application: ['receipt', ...CHECK],
  plan: ['plan', ...CHECK],
  deadline: DEADLINES,
  check: CHECK,
  decision: ['check', 'receipt'],
  wording: ['message', 'messages', 'explain', 'ics', 'render'],
  receipt: ['receipt', 'render'],
  audit: [],
};
/** What every stage stands on. */
const UNDER_ALL = ['error', 'json', 'digest', 'law', 'session', 'shared'];
/** The crate that is edited is compiled to be soon compiled; those it uses are not compiled anew. */
const SOON = ['--config', 'profile.dev.opt-level=0', '--config', 'profile.dev.debug="line-tables-only"'];

function git(...words) {
  const { status, stdout, stderr } = spawnSync('git', words, { cwd: root, encoding: 'utf8' });
  if (status === 0) return stdout.split('\n').filter(Boolean);
  console.error(`git ${words[0]}: ${stderr.trim()}\nwithout it nobody knows what changed: make test runs everything`);
  process.exit(2);
}
const others = git('ls-files', '--others', '--exclude-standard');
const differing = [...git('diff', '--name-only', 'HEAD'), ...others];
const changed = differing.length ? differing : git('diff', '--name-only', 'HEAD~1');

const stagesIn = (path) =>
  (existsSync(root + path) ? JSON.parse(readFileSync(root + path, 'utf8')) : []).map(({ stage }) => stage);
const casesIn = (folder) =>
  readdirSync(root + folder, { recursive: true })
    .filter((name) => name.endsWith('.json') && !name.startsWith('editor'))
    .map((name) => `${folder}/${name}`);
const everyStage = [...new Set(casesIn('tests/cases').flatMap(stagesIn))];
const unserved = everyStage.filter((stage) => !Object.values(SERVES).flat().includes(stage));
if (unserved.length)
  throw new Error(`tests/check.mjs does not say which module the stages ${unserved.join(', ')} test`);

/** The stages that a changed file serves; all of them, where what changed stands under all of them. */
function stagesOf(path) {
  if (/^tests\/cases\/.*\.json$/.test(path)) return stagesIn(path);
  if (/^(tests\/data\/catalogue|xtask\/derive\/)/.test(path)) return everyStage;
  const [, module] = /^src\/([a-z_]+)/.exec(path) || [];
  if (!module || module === 'lib') return [];
  return UNDER_ALL.includes(module) || !(module in SERVES) ? everyStage : SERVES[module];
}

/** The crates of the workspace, by folder; the longest that fits is the one that a file belongs to. */
const CRATES = {
  xtask: 'xtask',
  'xtask/derive': 'yushen-derive',
  'xtask/generate': 'generate',
  'xtask/runner': 'runner',
  'tests/bench': 'bench',
  'pkg/objects': 'yushen-objects',
  ...Object.fromEntries(readdirSync(`${root}pkg/bindings`).map((name) => [`pkg/bindings/${name}`, `yushen-${name}`])),
};
function crateOf(path) {
  const fits = Object.keys(CRATES).filter((folder) => path.startsWith(`${folder}/`));
  return CRATES[fits.sort((one, other) => other.length - one.length)[0]];
}

const touches = (pattern) => changed.some((path) => pattern.test(path));
const stages = [...new Set(changed.flatMap(stagesOf))];
const rust = touches(/\.rs$|Cargo\.(toml|lock)$|^src\//);
const crates = [...new Set(changed.filter((path) => path.endsWith('.rs')).map(crateOf))].filter(Boolean);
const clippy = (...words) => ['clippy', '--quiet', '--locked', ...words, '--', '-D', 'warnings'];
const steps = [
  ['format', true, 'cargo', ['fmt', '--all', '--check']],
  ['lint of scripts', touches(/\.(ts|js|mjs)$/), 'npm', ['run', '--silent', 'lint']],
  ['types of the package', touches(/^pkg\/src\//), 'node', ['node_modules/typescript/bin/tsc', '-p', 'pkg']],
  ['clippy', rust, 'cargo', clippy('--lib')],
  ['clippy of tests', touches(/^(tests|docs\/examples)\/.*\.rs$/), 'cargo', clippy('--tests', '--examples')],
  ['clippy of crates', crates.length > 0, 'cargo', clippy(...crates.flatMap((name) => ['-p', name]), '--all-targets')],
  [
    'generated files',
    touches(/^(src|tests\/cases|xtask\/(derive|generate))\//),
    'cargo',
    ['xtask', 'generate', '--check'],
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

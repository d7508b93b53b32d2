// Runs tests/it/boundary.rs in one engine: `node tests/e2e/boundary.mjs node|chromium|webkit|firefox`; with `objects` behind
// that, the tests of the plain library (pkg/objects).
// Firefox has no WebDriver among Debian's packages, so the runner only serves its page there and puppeteer opens it.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BROWSERS } from './browsers.mjs';
import { ROOT } from './data.mjs';

/** The runner looks for webdriver.json where it is started. */
const HERE = join(ROOT, 'tests/e2e');

const OBJECTS = process.argv[3] === 'objects';

const RUNNER = ['build', '--quiet', '--locked', '--profile', 'tool', '--package', 'runner'];

function compiled() {
  const tests = OBJECTS ? ['--package', 'yushen-objects', '--test', 'objects'] : ['--test', 'boundary'];
  const args = ['test', '--target', 'wasm32-unknown-unknown', ...tests, '--no-run', '--message-format=json'];
  const { stdout, status } = spawnSync('cargo', args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  const file = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map((message) => message.executable)
    .filter(Boolean)
    .pop();
  if (status || !file) throw new Error('the tests do not compile');
  return file;
}

function run(words, environment) {
  const { status } = spawnSync(words[0], words.slice(1), {
    cwd: HERE,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (status) process.exitCode = 1;
}

async function firefox(runner, file) {
  const environment = {
    ...process.env,
    WASM_BINDGEN_USE_BROWSER: '1',
    NO_HEADLESS: '1',
    WASM_BINDGEN_TEST_ADDRESS: '127.0.0.1:0',
  };
  const server = spawn(runner, [file], {
    cwd: HERE,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
      const found = /http:\/\/[\d.]+:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.on('exit', () => reject(new Error(`the runner stopped: ${said}`)));
  });
  const engine = await BROWSERS.firefox();
  try {
    await engine.open(address);
    await engine.page.waitForFunction(() => /test result: /.test(document.body.innerText), { timeout: 180_000 });
    const told = await engine.page.evaluate(() => document.body.innerText);
    console.log(engine.version, told);
    if (!/test result: ok\. [1-9]/.test(told)) process.exitCode = 1;
  } finally {
    await engine.close();
    server.kill();
  }
}

const file = compiled();
if (spawnSync('cargo', RUNNER, { cwd: ROOT, stdio: 'inherit' }).status) throw new Error('the runner does not compile');
const runner = join(ROOT, 'target/tool/runner');
const browser = { WASM_BINDGEN_USE_BROWSER: '1' };
const engine = process.argv[2];
const words = [runner, file, ...(OBJECTS ? ['--nocapture'] : [])]; // they say what they replayed
if (engine === 'node') run(words, {});
else if (engine === 'chromium') run(words, { ...browser, CHROMEDRIVER: '/usr/bin/chromedriver' });
else if (engine === 'webkit')
  run(['xvfb-run', '-a', ...words], { ...browser, SAFARIDRIVER: '/usr/bin/WebKitWebDriver' });
else await firefox(runner, file);

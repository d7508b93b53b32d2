// Whether the registries answer that a cold build fetches from: `node xtask/reach.mjs cargo npm`. Names those that do not,
// within two seconds. Any answer is one; behind a proxy nobody is asked.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const PATIENCE = 1500;

/** The registry that cargo has been told to use. */
function cargo() {
  const home = process.env.CARGO_HOME || join(homedir(), '.cargo');
  try {
    const [, told] = /sparse\+(https?:[^"']+)/.exec(readFileSync(join(home, 'config.toml'), 'utf8')) || [];
    return `${told || 'https://index.crates.io/'}config.json`;
  } catch {
    return 'https://index.crates.io/config.json';
  }
}

const npm = () => execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();

async function answers(address) {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE) });
    return true;
  } catch (error) {
    // A certificate that is not trusted here is an answer: the tools have their own.
    const { code = '' } = error.cause || {};
    return error.name !== 'TimeoutError' && !/^E(NOTFOUND|AI_AGAIN|CONN|NET|HOST)/.test(code);
  }
}

const proxy = Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name));
const asked = proxy ? [] : process.argv.slice(2).map((name) => ({ cargo, npm })[name]());
const silent = (await Promise.all(asked.map(async (each) => ((await answers(each)) ? [] : [each])))).flat();
if (silent.length) console.log(`no answer from ${silent.join(' and ')}: nothing can be fetched`);
process.exitCode = silent.length ? 1 : 0;

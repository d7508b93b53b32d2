import type { EditorYushen } from '../api/editor.js';
import type { YushenError } from '../module/error.js';
import { bundle } from './bundle.js';
import type { Command } from './command.js';
import { Refused } from './command.js';
import { diff } from './diff.js';
import { given } from './given.js';
import { helpOf, overview } from './help.js';
import { imports } from './import.js';
import { lint } from './lint.js';
import { miniprogram } from './miniprogram.js';
import { complain, outliveReaders, say, sayLines } from './output.js';
import { types } from './types.js';
import { verify } from './verify.js';

/* The command for editors and CI. Answers go to standard output, everything else to standard error. */

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['lint', lint],
  ['diff', diff],
  ['import', imports],
  ['bundle', bundle],
  ['verify', verify],
  ['types', types],
  ['miniprogram', miniprogram],
]);

/** Carries out what was asked for; gives the exit code. */
export async function main(words: string[], init: () => Promise<EditorYushen>): Promise<number> {
  outliveReaders();
  try {
    return await run(words, init);
  } catch (error) {
    const { code = 'INTERNAL', message } = error as YushenError | Refused;
    // A fault of the component's begins with its code.
    complain(`yushen: ${message.startsWith(code) ? message : `${code}: ${message}`}`);
    if (error instanceof Refused) for (const fault of error.faults) complain(`  ${fault}`);
    return 2;
  }
}

async function run([name = 'help', ...rest]: string[], init: () => Promise<EditorYushen>): Promise<number> {
  if (name === 'help' || asksForHelp([name])) {
    const [about, ...more] = rest;
    alone(more);
    sayLines(about === undefined ? overview(COMMANDS) : helpOf(about, command(about)));
    return 0;
  }
  if (['-v', '--version', 'version'].includes(name)) {
    alone(rest);
    say((await init()).yushen.versions.library);
    return 0;
  }
  const chosen = command(name);
  if (asksForHelp(rest)) {
    sayLines(helpOf(name, chosen));
    return 0;
  }
  const words = given(name, chosen, rest);
  return chosen.run(await init(), words);
}

function asksForHelp(words: string[]): boolean {
  return words.includes('-h') || words.includes('--help');
}

/** Refuses what nobody reads. */
function alone([more]: string[]): void {
  if (more !== undefined) throw new Refused('USAGE', `there is one too many: ${more}; see yushen help`);
}

function command(name: string): Command {
  const found = COMMANDS.get(name);
  if (!found) throw new Refused('USAGE', `there is no command ${name}; see yushen help`);
  return found;
}

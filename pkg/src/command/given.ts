import { parseArgs } from 'node:util';
import type { Command, Given, Option } from './command.js';
import { Refused } from './command.js';

/** What was given to a command, looked through against what it takes. */
export function given(name: string, command: Command, words: string[]): Given {
  const usage = (message: string): Refused => new Refused('USAGE', `${message}; see yushen ${name} --help`);
  const known = new Map(Object.entries(command.options));
  const names: string[] = [];
  const found = new Map<string, string>();
  for (const token of tokens(known, words)) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      names.push(token.value);
      continue;
    }
    const option = known.get(token.name);
    if (!option) throw usage(`there is no option ${token.rawName}`);
    if (found.has(token.name)) throw usage(`${token.rawName} is given twice`);
    found.set(token.name, value(option, token, usage));
  }
  for (const [key, option] of known) {
    if (option.absent === undefined && !found.has(key)) throw usage(`${flag(key, option)} ${option.value} is missing`);
  }
  const { takes, more } = command;
  if (names.length < takes.length) throw usage(`which ${takes[names.length]}?`);
  const most = takes.length + (more ? 1 : 0);
  if (names.length > most) throw usage(`${name} takes ${taken(takes, more)}; there is one too many: ${names[most]}`);
  return { names, options: Object.fromEntries(found) };
}

function tokens(known: ReadonlyMap<string, Option>, words: string[]) {
  const options: { [key: string]: { type: 'string' | 'boolean'; short?: string } } = {};
  for (const [key, { short, value: wanted }] of known) {
    options[key] = { type: wanted ? 'string' : 'boolean', ...(short ? { short } : {}) };
  }
  // Not strict: what is wrong is said here, in one line, and with our code.
  return parseArgs({ args: words, options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** The value of an option as it was given; of a switch, its name. */
function value(
  option: Option,
  token: { rawName: string; value?: string; inlineValue?: boolean },
  usage: (message: string) => Refused,
): string {
  const { rawName, value: said, inlineValue } = token;
  if (!option.value) {
    if (said !== undefined) throw usage(`${rawName} takes no value`);
    return rawName;
  }
  // What begins with a dash is the next option, unless it is joined on: `--output=-x`.
  if (!said || (said.startsWith('-') && !inlineValue)) throw usage(`${rawName} wants a value, ${option.value}`);
  if (option.words && !option.words.includes(said)) {
    throw new Refused('UNKNOWN_WORD', `${rawName} takes ${option.words.join(' or ')}, not ${said}`);
  }
  return said;
}

/** An option as it is written: by its one letter, if it has one. */
export function flag(key: string, option: Option): string {
  return option.short ? `-${option.short}` : `--${key}`;
}

function taken(takes: readonly string[], more?: string): string {
  return [...takes.map((each) => `<${each}>`), ...(more ? [`[${more}]`] : [])].join(' ') || 'no name';
}

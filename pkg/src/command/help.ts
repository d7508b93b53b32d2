import type { Command, Option } from './command.js';
import { flag } from './given.js';

const CODES = `Exit codes: 0 nothing grave; 1 something that must be mended; 2 the command or its input cannot be used, and
one line on standard error says why, with a code.`;

/** All commands, a line each. */
export function overview(commands: ReadonlyMap<string, Command>): string {
  const lines = [...commands].map(([name, command]) => `  ${usage(name, command)}\n      ${command.does}`);
  return `yushen — tools for those who publish a catalogue of service items or build a mini-program

${lines.join('\n')}
  yushen help [command] | version

${CODES}`;
}

/** One command, with its options. */
export function helpOf(name: string, command: Command): string {
  const options = [...Object.entries(command.options), ['help', HELP] as const];
  const lines = options.map(([key, option]) => `  ${written(key, option).padEnd(36)}${meaning(option)}`);
  return `${usage(name, command)}\n\n${command.does}\n\n${lines.join('\n')}\n\n${CODES}`;
}

const HELP: Option = { short: 'h', absent: '', does: 'this' };

function usage(name: string, { takes, more, options }: Command): string {
  const named = [...takes.map((each) => `<${each}>`), ...(more ? [`[${more}]`] : [])];
  const chosen = Object.entries(options).map(([key, option]) => {
    const text = option.value ? `${flag(key, option)} ${choice(option)}` : flag(key, option);
    return option.absent === undefined ? text : `[${text}]`;
  });
  return ['yushen', name, ...named, ...chosen].join(' ');
}

function written(key: string, option: Option): string {
  const long = option.value ? `--${key} ${choice(option)}` : `--${key}`;
  return option.short ? `-${option.short}, ${long}` : long;
}

function choice({ words, value = '' }: Option): string {
  return words ? words.join('|') : value;
}

function meaning({ absent, does }: Option): string {
  return absent ? `${does}; without it, ${absent}` : does;
}

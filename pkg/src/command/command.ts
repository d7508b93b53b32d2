import type { EditorYushen } from '../api/editor.js';

/** An option of a command: with `value` it takes one, without it is a switch. */
export interface Option {
  short?: string;
  value?: string;
  /** The only values that there are. */
  words?: readonly string[];
  /** What is done without it; an option that has none must be given. */
  absent?: string;
  does: string;
}

/** What was given to a command: as many names as it takes, and options by their names. */
export interface Given {
  names: readonly string[];
  options: { readonly [name: string]: string | undefined };
}

export interface Command {
  /** What must be named, in this order. */
  takes: readonly string[];
  /** What may be named after that. */
  more?: string;
  does: string;
  options: { readonly [name: string]: Option };
  /** Gives the exit code: 0, or 1 for something that must be mended. */
  run(kit: EditorYushen, given: Given): Promise<number> | number;
}

/** A command that cannot be carried out as it was given: exit code 2, and one line that says why. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Further faults of the same file. */
    readonly faults: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Options that several commands have. */
export const OUTPUT_FOLDER: Option = { short: 'o', value: '<folder>', does: 'where to write; made if it is not there' };
export const JSON_OUTPUT: Option = { absent: 'as text', does: 'the answer as JSON' };

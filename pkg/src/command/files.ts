import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Catalogue } from '../api/catalogue.js';
import type { EditorYushen } from '../api/editor.js';
import type { YushenError } from '../module/error.js';
import { Refused } from './command.js';

/** What the system says of a file, in words. Its code stands before them. */
const SAID: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no file or folder of this name'],
  ['EACCES', 'permission is denied'],
  ['EPERM', 'permission is denied'],
  ['EISDIR', 'this is a folder, not a file'],
  ['ENOTDIR', 'this is a file, not a folder'],
  ['EEXIST', 'this is a file, not a folder'],
  ['EROFS', 'nothing can be written here'],
  ['ENOSPC', 'there is no room left'],
]);

/** Does something to a file; what the system refuses is said with the name of the file. */
function using<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code = 'EIO', message } = error as NodeJS.ErrnoException;
    throw new Refused(code, `${name}: ${SAID.get(code) || message}`);
  }
}

export function read(name: string): Buffer {
  return using(name, () => readFileSync(name));
}

/** Writes a file, and makes the folders above it. */
export function write(name: string, content: string | Uint8Array): void {
  folder(dirname(name));
  using(name, () => writeFileSync(name, content));
}

/** Makes a folder, unless it is there. */
export function folder(name: string): void {
  using(name, () => mkdirSync(name, { recursive: true }));
}

/** Refuses what is no folder. */
export function standing(name: string): void {
  if (!using(name, () => statSync(name)).isDirectory()) throw new Refused('ENOTDIR', `${name}: ${SAID.get('ENOTDIR')}`);
}

export function catalogue({ yushen }: EditorYushen, name: string): Catalogue {
  const bytes = read(name);
  return about(name, () => yushen.catalogue(bytes));
}

/** Reads a file by the component; what is wrong with it is said with its name, every fault on a line. */
export function about<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code, path, issues } = error as YushenError;
    if (!issues) throw error;
    const faults = issues.map((each) => `${each.code} at ${each.path || '/'}`);
    const [only = path && `at ${path}`] = faults;
    if (faults.length > 1) throw new Refused(code, `${name}: ${faults.length} faults`, faults);
    throw new Refused(code, only ? `${name}: ${only}` : name);
  }
}

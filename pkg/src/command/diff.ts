import type { Command } from './command.js';
import { JSON_OUTPUT } from './command.js';
import { catalogue } from './files.js';
import { say, sayJson } from './output.js';

export const diff: Command = {
  takes: ['older.json', 'newer.json'],
  does: 'what changes, from which day, and whether it asks more of people',
  options: { json: JSON_OUTPUT },
  run(kit, { names: [older = '', newer = ''], options: { json } }) {
    const changes = kit.editor.diff(catalogue(kit, older), catalogue(kit, newer));
    if (json) {
      sayJson(changes);
      return 0;
    }
    for (const { effective, item, kind, path, forApplicant } of changes) {
      say(`${effective}  ${item}  ${kind.padEnd(22)} ${path || ''}  asks ${forApplicant}`);
    }
    say(`${changes.length} changes`);
    return 0;
  },
};

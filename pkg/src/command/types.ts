import type { CatalogueFile, Item, Question } from '../api/values.js';
import type { Command } from './command.js';
import { catalogue, read, write } from './files.js';
import { lines, sayLines } from './output.js';

export const types: Command = {
  takes: ['catalogue.json'],
  does: 'types for the codes of this catalogue',
  options: {
    output: { short: 'o', value: '<file.d.ts>', absent: 'on standard output', does: 'where to write them' },
  },
  run(kit, { names: [name = ''], options: { output } }) {
    catalogue(kit, name).close();
    const { items } = JSON.parse(read(name).toString('utf8')) as CatalogueFile;
    const declared = items.map(typed).join('');
    const text = `// Written by \`yushen types\`.
import 'yushen';
declare module 'yushen' {
  interface Register {
    items: {
${declared}    };
  }
}
`;
    if (output) write(output, lines(text));
    else sayLines(text);
    return 0;
  },
};

function typed({ code, questions = [], materials }: Item): string {
  const answers = questions.map((question) => `${JSON.stringify(question.id)}: ${answer(question)} | null`).join('; ');
  const ids = union(materials.map(({ id }) => id));
  return `      ${JSON.stringify(code)}: { answers: { ${answers} }; materials: ${ids} };\n`;
}

function answer({ kind, options = [] }: Question): string {
  const choice = union(options.map(({ id }) => id));
  return kind === 'boolean' ? 'boolean' : kind === 'choice' ? choice : `(${choice})[]`;
}

function union(names: string[]): string {
  return names.map((name) => JSON.stringify(name)).join(' | ') || 'never';
}

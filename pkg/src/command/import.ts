import type { ImportSource, NeedCodes } from '../api/values.js';
import type { Command } from './command.js';
import { JSON_OUTPUT } from './command.js';
import { about, read, write } from './files.js';
import { say, sayJson } from './output.js';

const SOURCES: readonly ImportSource[] = ['gd-portal', 'national-exchange'];
const NEEDS: readonly NeedCodes[] = ['gd', 'zfsoft', 'gbt39046'];

export const imports: Command = {
  takes: ['source.json'],
  does: "a catalogue from another system's data, with a report of what was mapped, assumed and dropped",
  options: {
    from: { value: '<system>', words: SOURCES, does: 'the system that it comes from' },
    need: { value: '<codes>', words: NEEDS, absent: 'as the system writes them', does: 'how it writes 材料必要性' },
    output: { short: 'o', value: '<catalogue.json>', does: 'where to write the catalogue' },
    json: JSON_OUTPUT,
  },
  run(kit, { names: [name = ''], options }) {
    const text = read(name).toString('utf8');
    const [source, need] = [options.from as ImportSource, options.need as NeedCodes | undefined];
    const { catalogue, report } = about(name, () => kit.editor.import(text, { source, need }));
    write(options.output as string, catalogue.endsWith('\n') ? catalogue : `${catalogue}\n`);
    if (options.json) {
      sayJson(report);
      return 0;
    }
    for (const { what, from, to, why } of report.entries) {
      if (what !== 'mapped') say(`${what.padEnd(10)} ${from || ''}${to ? ` → ${to}` : ''}  ${why}`);
    }
    const counts = Object.entries(report.counts).filter(([, count]) => typeof count === 'number');
    say(counts.map(([kind, count]) => `${count} ${kind}`).join(', '));
    return 0;
  },
};

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './command.js';
import { OUTPUT_FOLDER } from './command.js';
import { about, catalogue, folder, write } from './files.js';
import { say } from './output.js';

export const bundle: Command = {
  takes: ['catalogue.json'],
  does: 'cut up for delivery: manifest, index, bundles',
  options: { output: OUTPUT_FOLDER },
  run(kit, { names: [name = ''], options }) {
    const output = options.output as string;
    const loaded = catalogue(kit, name);
    const files = about(name, () => kit.editor.publish(loaded));
    folder(output);
    // The manifest comes last: whoever reads while this writes sees the old catalogue or the new one.
    for (const { name: part, text } of files) {
      const path = join(output, part);
      if (part === 'manifest.json' || !existsSync(path)) write(path, text);
    }
    const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    say(`${files.length} files, ${bytes} bytes`);
    return 0;
  },
};

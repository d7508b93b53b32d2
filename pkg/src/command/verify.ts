import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../api/catalogue.js';
import type { YushenError } from '../module/error.js';
import type { Command } from './command.js';
import { standing } from './files.js';
import { complain, say } from './output.js';

export const verify: Command = {
  takes: ['folder'],
  does: 'every file of a delivery against its digest; exit 1 if one differs',
  options: {},
  async run({ yushen }, { names: [folder = ''] }) {
    standing(folder);
    try {
      const opened = await yushen.open({ get: (name) => readFile(join(folder, name), 'utf8') });
      const count = await everything(opened);
      const { name, version, seq } = opened.info;
      say(`${name} ${version} (${seq}): ${count} items as listed, every file as named`);
      return 0;
    } catch (error) {
      // That a delivery differs is what this looks for.
      const { code, message } = error as YushenError;
      if (!String(code).startsWith('DELIVERY_')) throw error;
      complain(`yushen: ${message}`);
      return 1;
    }
  },
};

/** Loads every item, and so every file. */
async function everything(opened: Catalogue): Promise<number> {
  await opened.loadIndex();
  const codes: string[] = [];
  for (;;) {
    const { total, items } = opened.search({ offset: codes.length, limit: 1000 });
    codes.push(...items.map(({ code }) => code));
    if (!items.length || codes.length >= total) break;
  }
  await opened.load(codes);
  return codes.length;
}

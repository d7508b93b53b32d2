import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Command } from './command.js';
import { OUTPUT_FOLDER, Refused } from './command.js';
import { read, write } from './files.js';
import { say } from './output.js';

/** Whose code the modules hold, and its terms: whoever hands them on hands these on. */
const NOTICES = 'THIRD-PARTY.txt';

/** A mini-program gets its modules by path from its own code package, compressed. They are compressed here and not in the
    package, which would carry every module twice. */
export const miniprogram: Command = {
  takes: [],
  more: 'receipts',
  does: 'script and compressed modules for the code package of a mini-program; with `receipts`, those of documents too',
  options: { output: OUTPUT_FOLDER },
  run(_kit, { names: [extra], options }) {
    const receipts = extra === 'receipts';
    if (extra && !receipts) throw new Refused('USAGE', `a mini-program carries nothing named ${extra}`);
    const output = options.output as string;
    for (const name of receipts ? ['index.js', 'receipts.js'] : ['index.js']) {
      write(join(output, name), read(beside(`miniprogram/${name}`)));
    }
    write(join(output, NOTICES), read(beside(`LICENSES/${NOTICES}`)));
    for (const name of receipts ? ['yushen', 'yushen-files', 'yushen-receipts'] : ['yushen', 'yushen-files']) {
      const packed = compressed(read(beside(`${name}.wasm`)));
      write(join(output, `${name}.wasm.br`), packed);
      say(`${name}.wasm.br ${packed.length} bytes`);
    }
    return 0;
  },
};

function beside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function compressed(module: Uint8Array): Uint8Array {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(module, {
    params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: module.length },
  });
}

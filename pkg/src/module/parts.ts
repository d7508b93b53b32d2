import type { Files } from '../glue/files.js';
import createFiles from '../glue/files.js';
import type { Core } from '../glue/glue.js';
import createGlue from '../glue/glue.js';
import type { Part } from './engine.js';
import { YushenError } from './error.js';
import { loaded } from './load.js';

/** What an applicant's page calls: catalogue, plan, check, deadlines. */
export const APPLICANT: Part<Core> = {
  name: 'yushen',
  glue() {
    const glue = createGlue();
    return { imports: glue, begin: () => new glue.Core() };
  },
};

/** What looks into files. It is loaded with the first file. */
export const FILES: Part<Files> = {
  name: 'yushen-files',
  glue() {
    const glue = createFiles();
    const imports = Object.assign({}, glue, {
      __wbg_set_wasm(exports: object): void {
        // A host that makes instances in its own way is told which module it is asked for.
        if (!('files_inspect' in exports))
          throw new YushenError('WASM_LOAD_FAILED', '', [], 'instantiate made another module than yushen-files');
        glue.__wbg_set_wasm(exports);
      },
    });
    return { imports, begin: () => new glue.Files() };
  },
};

type Publisher = Pick<ReturnType<typeof import('../glue/publisher.js')['default']>, 'verify_manifest'>;

/** Who published a catalogue: one call of the module that knows signatures, without the glue of all the others. It is loaded,
    like the module, when a catalogue is opened with a trust list. */
export async function publisher(): Promise<Part<Publisher>> {
  const { default: createPublisher } = await loaded(() => import('../glue/publisher.js'));
  return {
    name: 'yushen-receipts',
    glue() {
      const glue = createPublisher();
      return { imports: glue, begin: () => ({ ...glue, free: () => undefined }) };
    },
  };
}

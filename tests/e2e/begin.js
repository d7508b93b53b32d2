// The modules as the replayer speaks to them: one step below the facade.
import createFiles from '../../pkg/src/glue/files.js';
import createGlue from '../../pkg/src/glue/glue.js';
import createReceipts from '../../pkg/src/glue/receipts.js';

export async function begin(instantiate) {
  const [glue, files, receipts] = [createGlue(), createFiles(), createReceipts()];
  glue.__wbg_set_wasm((await instantiate({ './yushen_bg.js': glue }, 'yushen')).exports);
  files.__wbg_set_wasm((await instantiate({ './yushen_bg.js': files }, 'yushen-files')).exports);
  receipts.__wbg_set_wasm((await instantiate({ './yushen_bg.js': receipts }, 'yushen-receipts')).exports);
  return { receipts: new receipts.Receipts(), core: new glue.Core(), files: new files.Files() };
}

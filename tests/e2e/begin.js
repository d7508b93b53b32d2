// The modules as the replayer speaks to them: one step below the facade.
import createFiles from '../../pkg/src/glue/files.js';
import createGlue from '../../pkg/src/glue/glue.js';

export async function begin(instantiate) {
  const [glue, files] = [createGlue(), createFiles()];
  glue.__wbg_set_wasm((await instantiate({ './yushen_bg.js': glue }, 'yushen')).exports);
  files.__wbg_set_wasm((await instantiate({ './yushen_bg.js': files }, 'yushen-files')).exports);
  return { core: new glue.Core(), files: new files.Files() };
}

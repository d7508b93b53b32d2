import { init } from 'yushen/receipts';
import module from 'yushen/yushen-receipts.wasm';
import { begin } from './page.js';

// The page as one file, to be opened without a network: everything is in it.
begin({
  receipts: () => init({ wasm: module as BufferSource }),
  async inspect(file) {
    const [yushen, core, files] = await Promise.all([
      import('yushen'),
      import('yushen/yushen.wasm'),
      import('yushen/yushen-files.wasm'),
    ]);
    const made = await yushen.init({ wasm: core.default as BufferSource, files: files.default as BufferSource });
    return made.inspect(file);
  },
});

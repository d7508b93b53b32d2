import { init } from 'yushen/receipts';
import { begin } from './page.js';

// The page as it is served: what looks into files comes only when files are given.
begin({
  receipts: () => init({ wasm: new URL('../yushen-receipts.wasm', import.meta.url) }),
  async inspect(file) {
    const yushen = await (await import('yushen')).init({ wasm: new URL('../yushen.wasm', import.meta.url) });
    return yushen.inspect(file);
  },
});

// What a host without folders loads: the replayer, the chain and the facade in one script, beside module and data.

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { delivered, gather, ROOT } from './data.mjs';

export const OUT = join(ROOT, 'target/e2e');

export async function bundle() {
  mkdirSync(OUT, { recursive: true });
  const common = { bundle: true, logLevel: 'warning', charset: 'utf8' };
  await build({
    ...common,
    entryPoints: [join(ROOT, 'tests/e2e/browser.js')],
    outfile: join(OUT, 'browser.js'),
    format: 'esm',
    target: 'es2020',
  });
  await build({
    ...common,
    entryPoints: [join(ROOT, 'tests/e2e/miniprogram.js')],
    outfile: join(OUT, 'miniprogram.js'),
    format: 'cjs',
    target: 'es2017',
    inject: [join(ROOT, 'pkg/src/hosts/codec.ts')],
  });
  writeFileSync(join(OUT, 'data.json'), JSON.stringify({ ...gather(), delivery: await delivered() }));
  writeFileSync(
    join(OUT, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>yushen</title><link rel="icon" href="data:,"><script type="module" src="browser.js"></script>',
  );
  for (const name of [
    'worker.js',
    'yushen.wasm',
    'yushen.wasm.br',
    'yushen-files.wasm',
    'yushen-files.wasm.br',
    'yushen-receipts.wasm',
    'yushen-receipts.wasm.br',
  ])
    copyFileSync(join(ROOT, 'pkg/dist', name), join(OUT, name));
}

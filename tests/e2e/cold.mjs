// How often an engine computes wrongly when a module is new to it: `node tests/e2e/cold.mjs chromium|firefox|webkit [rounds]`,
// after `make build`. A round compiles the module for receipts afresh and verifies one good document with it, while the engine
// goes over from its first code to its better. A measurement, not a test: what it finds is the engine's.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { serve } from '../../www/serve.mjs';
import { BROWSERS } from './browsers.mjs';
import { ROOT } from './data.mjs';

/** Rounds of one browser: one that ends costs no more than these. */
const AT_ONCE = 100;
const FOLDER = join(ROOT, 'target/cold');

const PAGE = `
import createReceipts from '${join(ROOT, 'pkg/src/glue/receipts.js')}';
window.rounds = async (count) => {
  const [bytes, kit] = [await (await fetch('yushen-receipts.wasm')).arrayBuffer(), await (await fetch('kit.json')).json()];
  const [{ receipt }] = kit.receipts;
  const wrong = [];
  for (let round = 0; round < count; round++) {
    const glue = createReceipts();
    glue.__wbg_set_wasm((await WebAssembly.instantiate(await WebAssembly.compile(bytes), { './yushen_bg.js': glue })).exports);
    try {
      const { checks } = JSON.parse(new glue.Receipts().verify(receipt, JSON.stringify(kit.trust), JSON.stringify({ on: kit.on }), '')).ok;
      wrong.push(...checks.filter(({ result }) => result === 'fail').map(({ code }) => code));
    } catch (error) {
      wrong.push(String(error));
    }
  }
  return wrong;
};`;

const [name, wanted = '3000'] = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
await build({
  bundle: true,
  logLevel: 'warning',
  format: 'esm',
  stdin: { contents: PAGE, resolveDir: ROOT },
  outfile: join(FOLDER, 'page.js'),
});
copyFileSync(join(ROOT, 'pkg/dist/yushen-receipts.wasm'), join(FOLDER, 'yushen-receipts.wasm'));
writeFileSync(join(FOLDER, 'kit.json'), readFileSync(join(ROOT, 'pkg/kit/receipts.json')));
writeFileSync(
  join(FOLDER, 'index.html'),
  '<!doctype html><meta charset="utf-8"><title>cold</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script>',
);
const served = await serve(FOLDER);
const [wrong, ended] = [[], []];
for (let done = 0; done < Number(wanted); done += AT_ONCE) {
  const engine = await BROWSERS[name]();
  try {
    await engine.open(served.address);
    wrong.push(
      ...(await engine.run(
        `async () => { while (!window.rounds) await new Promise((go) => setTimeout(go, 50)); return window.rounds(${AT_ONCE}); }`,
      )),
    );
  } catch (error) {
    ended.push(String(error));
  } finally {
    await engine.close();
  }
}
served.close();
console.log(`${name}: ${wanted} rounds, ${wrong.length} wrong, ${ended.length} browsers ended`);
[...wrong, ...ended].forEach((each) => console.log(`  ${each}`));

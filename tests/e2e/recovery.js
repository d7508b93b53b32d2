// A trap costs an instance, not the page: the call fails with INTERNAL, the next one works, the catalogue is there.
import { Engine } from '../../pkg/src/engine.ts';
import { Catalogue } from '../../pkg/src/catalogue.ts';

export async function recovery(module, data) {
  let recovered = 0;
  let trap = false;
  const instantiate = async (imports) => {
    const instance = await WebAssembly.instantiate(module, imports);
    const exports = Object.assign({}, instance.exports);
    exports.core_items = (...words) => {
      if (trap) {
        trap = false;
        throw new WebAssembly.RuntimeError('unreachable');
      }
      return instance.exports.core_items(...words);
    };
    return { instance: { exports }, module };
  };
  const engine = await Engine.start(instantiate, ({ type }) => { if (type === 'recovered') recovered++; });
  const first = new Catalogue(engine, data.catalogues.test);
  const second = new Catalogue(engine, data.catalogues.sample);
  first.close();
  trap = true;
  let code = '';
  try {
    second.items();
  } catch (error) {
    code = error.code;
  }
  const after = second.items().length;
  if (code !== 'INTERNAL' || after !== 2 || recovered !== 1) throw new Error(`after a trap: ${code}, ${after} items, ${recovered} recoveries`);
  return true;
}

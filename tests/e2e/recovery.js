// A trap costs an instance, not the page: the call fails with INTERNAL, the next one works, the catalogue is there.

import { whole } from '../../pkg/src/api/catalogue.ts';
import { Settings } from '../../pkg/src/api/settings.ts';
import { Engine } from '../../pkg/src/module/engine.ts';
import { reading } from '../../pkg/src/module/load.ts';
import { APPLICANT } from '../../pkg/src/module/parts.ts';

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
  const engine = await Engine.start(APPLICANT, instantiate, ({ type }) => {
    if (type === 'recovered') recovered++;
  });
  const settings = new Settings(engine);
  const calendar = settings.calendar(
    { format: 'yushen-calendar/0.1', years: [{ year: 2027, notices: ['N'], off: [] }] },
    true,
  );
  const first = whole(engine, data.catalogues.test);
  const second = whole(engine, data.catalogues.sample);
  first.close();
  trap = true;
  let code = '';
  try {
    second.items();
  } catch (error) {
    code = error.code;
  }
  const after = second.items().length;
  // Of a year that no notice had when this was built, by the calendar that was loaded before the trap.
  const day = engine.call((core) => core.day('2027-05-03', calendar.digest));
  if (day.certainty !== 'published' || engine.call((core) => core.versions()).calendar !== 'N')
    throw new Error('after a trap the calendar is gone');
  if (code !== 'INTERNAL' || after !== 17 || recovered !== 1)
    throw new Error(`after a trap: ${code}, ${after} items, ${recovered} recoveries`);
  await reread(module);
  return true;
}

/** A module that could not be read is read again when it is asked for again. */
async function reread(module) {
  let times = 0;
  const read = async () => {
    times++;
    if (times === 1) throw new Error('no network');
    return module;
  };
  const instances = reading(read)(undefined, () => 'yushen.wasm');
  const code = await Engine.start(APPLICANT, instances).catch((error) => error.code);
  const engine = await Engine.start(APPLICANT, instances);
  await Engine.start(APPLICANT, instances);
  if (code !== 'WASM_LOAD_FAILED' || times !== 2 || !engine.call((core) => core.versions()).calendar)
    throw new Error(`a module read again: ${code}, ${times} times`);
}

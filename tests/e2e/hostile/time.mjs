// What repeats does not grow, and what takes long lets the host go on.
import { init } from 'yushen';

/** A calendar or a sentence that is said again, however often, is put back once when the module starts anew. */
function kept(y, state) {
  for (let time = 0; time < 6000; time++) {
    y.calendar({ format: 'yushen-calendar/0.1', years: [], ...(time % 2 && { asOf: '2020-01-21' }) });
    y.messages('en', { MAT_MISSING: time % 2 ? { what: `${time}` } : { how: `${time}` } });
  }
  const put = [];
  const keep = (text) => {
    put.push(text);
    return '{"ok":{}}';
  };
  y.settings.restore({ load_calendar: keep, load_wording: keep });
  state.count++;
  const [one, other, said] = put;
  const merged = JSON.stringify(JSON.parse(said || '{}').findings);
  if (put.length !== 3 || one === other || merged !== '{"MAT_MISSING":{"how":"5998","what":"5999"}}')
    state.failures.push(`${put.length} settings are put back; the words: ${merged}`);
}

/** A timer runs while a file is inspected, whatever it is read from, and what it says is obeyed. */
async function yields(y, state) {
  await y.prepare();
  const bytes = new Uint8Array(64 * 1024 * 1024).fill(7);
  const sources = {
    'a Uint8Array': bytes,
    'an ArrayBuffer': bytes.buffer,
    'a Blob': new Blob([bytes]),
    'a reader': { size: bytes.length, read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)) },
  };
  for (const [what, source] of Object.entries(sources)) {
    let [late, pieces] = [false, 0];
    setTimeout(() => {
      late = true;
    }, 5);
    const onProgress = () => {
      pieces++;
    };
    const code = await y.inspect(source, { cancelled: () => late, onProgress }).then(
      () => 'nothing thrown',
      (error) => error.code,
    );
    state.count++;
    if (code !== 'CANCELLED') state.failures.push(`${what}, cancelled by a timer: ${code} after ${pieces} pieces`);
  }
}

/** Both. */
export async function time(state) {
  const y = await init();
  kept(y, state);
  await yields(y, state);
  y.close();
}

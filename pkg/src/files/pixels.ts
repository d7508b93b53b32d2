import type { FileReport, Picture } from '../api/values.js';
import type { Files } from '../glue/files.js';
import { bytesOf } from '../module/bytes.js';
import type { Engine } from '../module/engine.js';
import { YushenError } from '../module/error.js';
import type { Kind } from '../module/given.js';
import { bytes, count, some } from '../module/given.js';
import type { Taken } from './canvas.js';
import type { FileInput } from './readable.js';
import { whole } from './readable.js';

/** A decoded picture: red, green, blue and opacity of every pixel, row by row from the top. */
export interface Pixels {
  data: Uint8ClampedArray | Uint8Array;
  width: number;
  height: number;
}

const DECODED = some({ data: bytes, width: count, height: count });
/** Pixels of the host's, or a word for whether there are any. */
export const PIXELS: Kind = (given, path) => {
  if (given === 'auto' || given === 'off') return given;
  const { data, width, height } = DECODED(given, path) as unknown as Pixels;
  if (!data.length || data.length !== width * height * 4) throw new YushenError('RANGE_INVALID', `${path}/data`);
  return { data, width, height };
};

/** Longest side of what is measured. */
const SIDE = 512;

/** What a picture looks like; nothing where it cannot be decoded, for whatever reason. */
export async function look(
  engine: Engine<Files>,
  file: FileInput,
  report: FileReport,
  pixels: Pixels | 'auto' | 'off',
): Promise<Picture | undefined> {
  if (pixels === 'off') return undefined;
  try {
    const { data, width, height } = pixels === 'auto' ? await reduced(engine, file, report) : pixels;
    return engine.call<Picture>((core) => core.picture(bytesOf(data) as Uint8Array, width, height));
  } catch (_) {
    return undefined;
  }
}

async function reduced(engine: Engine<Files>, file: FileInput, report: FileReport): Promise<Pixels> {
  const { draw, read } = await drawing();
  return read(await draw(taken(engine, file), report, { side: SIDE }));
}

/** What draws on canvases. */
export const drawing = (): Promise<typeof import('./canvas.js')> => import('./canvas.js');

/** A file as what draws has it. */
export const taken = (engine: Engine<Files>, file: FileInput): Taken => ({
  file,
  whole,
  unmarked: async () => {
    const bytes = await whole(file);
    return engine.raw((core) => core.mend('orientation', new Uint32Array(0), bytes));
  },
});

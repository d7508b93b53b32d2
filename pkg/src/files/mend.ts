import type { FileReport } from '../api/values.js';
import type { Files } from '../glue/files.js';
import type { Engine } from '../module/engine.js';
import { said, YushenError } from '../module/error.js';
import { any, options } from '../module/given.js';
import type { Canvas } from './canvas.js';
import { inspectBytes } from './inspect.js';
import { drawing, taken } from './pixels.js';
import type { FileInput } from './readable.js';
import { whole } from './readable.js';

/** What can be done to a file. */
export type Mending = 'upright' | 'shrink' | 'strip-location' | 'to-jpeg' | 'join';

export interface MendOptions {
  /** `shrink`: the file is to have no more bytes. */
  maxBytes?: number;
  /** `shrink`: the shorter side keeps at least as many pixels; 600 if absent. A picture that is smaller stays so. */
  minShortSide?: number;
}

export const MEND = options({ maxBytes: any, minShortSide: any });

/** Quality of a JPEG that nothing limits, in hundredths: the eye sees no loss. */
const FINE = 92;
/** The picture becomes smaller rather than worse than this. */
const FAIR = 60;
/** Where it must not become smaller, it may become as bad as this; below, characters are eaten. */
const POOR = 40;

/** Makes another file of one, or one of several. */
export async function mend(
  engine: Engine<Files>,
  file: FileInput | readonly FileInput[],
  operation: Mending,
  o: MendOptions,
): Promise<Blob> {
  if (operation === 'join') return join(engine, file as readonly FileInput[]);
  const one = file as FileInput;
  const report = await inspectBytes(engine, one, {});
  switch (operation) {
    case 'strip-location':
      return stripped(engine, one, report);
    case 'shrink':
      return shrunk(engine, one, report, o);
    case 'upright':
      return report.orientation ? redrawn(engine, one, report, report.kind === 'png') : kept(one, report);
    case 'to-jpeg':
      return report.kind === 'jpeg' ? kept(one, report) : redrawn(engine, one, report, false);
    default:
      throw new YushenError('UNKNOWN_WORD', '/operation');
  }
}

/** Bytes as a host holds a file. A mini-program has no `Blob`, and its entry says so in its types. */
function made(parts: (Blob | Uint8Array)[], type: string): Blob {
  if (typeof Blob === 'function') return new Blob(parts as BlobPart[], { type });
  const pieces = parts as Uint8Array[];
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => {
    bytes.set(piece, at);
    return at + piece.length;
  }, 0);
  return bytes as unknown as Blob;
}

/** Nothing to mend: the same bytes. */
async function kept(file: FileInput, report: FileReport): Promise<Blob> {
  if (typeof Blob === 'function' && file instanceof Blob) return file;
  return made([await whole(file)], `image/${report.kind}`);
}

function refuse(detail: string, path = ''): never {
  throw new YushenError('MEND_UNSUPPORTED', path, [], detail);
}

async function stripped(engine: Engine<Files>, file: FileInput, report: FileReport): Promise<Blob> {
  const bytes = await whole(file);
  const bare = engine.raw((core) => core.mend('location', new Uint32Array(0), bytes));
  if (!bare.length) refuse(`${report.kind} has no place that could be taken out`);
  if ((await inspectBytes(engine, bare, {})).located) refuse('the place stands where it cannot be taken out');
  return made([bare], `image/${report.kind}`);
}

/** The picture on a canvas; where this host cannot decode it, `MEND_UNSUPPORTED`. */
async function drawn(
  engine: Engine<Files>,
  file: FileInput,
  report: FileReport,
  white: boolean,
  path = '',
): Promise<Canvas> {
  try {
    const { draw } = await drawing();
    return await draw(taken(engine, file), report, { white });
  } catch (error) {
    return refuse(`${report.kind}: ${said(error)}`, path);
  }
}

async function redrawn(engine: Engine<Files>, file: FileInput, report: FileReport, png: boolean): Promise<Blob> {
  const canvas = await drawn(engine, file, report, !png);
  return (await drawing()).encode(canvas, png ? 'image/png' : 'image/jpeg', FINE);
}

function positive(value: number | undefined, path: string): number {
  if (!Number.isSafeInteger(value) || (value as number) <= 0) throw new YushenError('NUMBER_OUT_OF_RANGE', path);
  return value as number;
}

async function shrunk(engine: Engine<Files>, file: FileInput, report: FileReport, o: MendOptions): Promise<Blob> {
  const most = positive(o.maxBytes, '/maxBytes');
  const least = positive(o.minShortSide === undefined ? 600 : o.minShortSide, '/minShortSide');
  if (report.size <= most) return kept(file, report);
  const full = await drawn(engine, file, report, true);
  const { encode, smaller } = await drawing();
  const smallest = Math.min(1, least / Math.min(full.width, full.height));
  for (let scale = 1; ; ) {
    const canvas = scale < 1 ? smaller(full, scale) : full;
    const quality = scale > smallest ? FAIR : POOR;
    const blob = await encode(canvas, 'image/jpeg', quality);
    if (blob.size <= most) return finest(canvas, most, quality, blob);
    if (scale <= smallest)
      throw new YushenError(
        'MEND_TOO_LARGE',
        '/maxBytes',
        [],
        `${blob.size} bytes at ${canvas.width} × ${canvas.height}`,
      );
    const step = Math.min(0.9, Math.max(0.5, Math.sqrt(most / blob.size)));
    scale = Math.max(smallest, scale * step);
  }
}

/** The best that fits, from a quality that does. */
async function finest(canvas: Canvas, most: number, low: number, fits: Blob): Promise<Blob> {
  const { encode } = await drawing();
  for (let [from, to, best] = [low, FINE + 1, fits]; ; ) {
    const quality = (from + to) >> 1;
    if (quality === from) return best;
    const blob = await encode(canvas, 'image/jpeg', quality);
    if (blob.size <= most) [from, best] = [quality, blob];
    else to = quality;
  }
}

async function join(engine: Engine<Files>, files: readonly FileInput[]): Promise<Blob> {
  if (!Array.isArray(files) || !files.length) refuse('no files');
  const parts: Blob[] = [];
  const lengths: number[] = [];
  const piece = (jpeg: Uint8Array): number => {
    const next = engine.raw((core) => core.mend('join', Uint32Array.from(lengths), jpeg));
    if (next.length) {
      parts.push(made([next], ''));
      lengths.push(next.length);
    }
    return next.length;
  };
  for (const [index, file] of files.entries()) {
    const report = await inspectBytes(engine, file, {});
    if (report.damage) refuse('the file is damaged', `/${index}`);
    if (report.kind === 'jpeg' && piece(await whole(file))) continue;
    const canvas = await drawn(engine, file, report, true, `/${index}`);
    const jpeg = await (await drawing()).encode(canvas, 'image/jpeg', FINE);
    if (!piece(await whole(jpeg))) refuse('no JPEG that a PDF can hold', `/${index}`);
  }
  piece(new Uint8Array(0));
  return made(parts, 'application/pdf');
}

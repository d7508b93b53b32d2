import type { FileReport } from '../api/values.js';
import type { Files } from '../glue/files.js';
import { bytesOf } from '../module/bytes.js';
import type { Engine } from '../module/engine.js';
import { YushenError } from '../module/error.js';
import type { Pixels } from './pixels.js';
import { look } from './pixels.js';
import type { FileInput } from './readable.js';
import { readable } from './readable.js';

export interface InspectOptions {
  /** The file's name, where the file itself has none. */
  name?: string;
  /** What the picture looks like is measured on its pixels: decoded by the browser where it can (`auto`), not at all (`off`),
      or given by a host that decodes in its own way. Where nothing decodes, `picture` is absent. */
  pixels?: Pixels | 'auto' | 'off';
  /** Asked between pieces; `true` ends the inspection with `CANCELLED`. An answer that comes later is waited for. */
  cancelled?: () => boolean | Promise<boolean>;
  /** Bytes read for the digests so far, and in all. Like `onFirst` it is waited for, if it gives a promise. */
  onProgress?: (read: number, total: number) => void;
  /** Hears everything but the digests, and that a JPEG ends too soon or a file is all zeros, as soon as it is known: from the first bytes, the last, and a few between. */
  onFirst?: (report: FirstReport) => void;
}

/** What is known before every byte was read. */
export type FirstReport = Omit<FileReport, 'sha256' | 'sm3'>;

type Step = { need: { offset: number; length: number; read: number; first?: FileReport } } | { report: FileReport };

/** What the bytes say, and what the pixels look like. */
export async function inspect(engine: Engine<Files>, file: FileInput, options: InspectOptions): Promise<FileReport> {
  const report = await inspectBytes(engine, file, options);
  const picture = await look(engine, file, report, options.pixels || 'auto');
  return picture ? { ...report, picture } : report;
}

/** Drives the inspector: it says which bytes it needs, we bring them, a piece of at most 1 MiB at a time. */
export async function inspectBytes(
  engine: Engine<Files>,
  file: FileInput,
  options: InspectOptions,
): Promise<FileReport> {
  const source = readable(file);
  if (!Number.isSafeInteger(source.size) || source.size < 0) throw new YushenError('NUMBER_OUT_OF_RANGE', '/size');
  const name = options.name || source.name || 'file';
  const id = engine.raw((core) => core.inspect(source.size, name));
  const { generation } = engine;
  try {
    for (;;) {
      const step = engine.call<Step>((core) => core.inspect_step(id));
      if ('report' in step) {
        engine.tell({ type: 'inspect', bytes: source.size });
        return step.report;
      }
      if (options.cancelled && (await options.cancelled())) throw new YushenError('CANCELLED');
      if (options.onProgress) await options.onProgress(step.need.read, source.size);
      if (step.need.first && options.onFirst) await options.onFirst(withoutDigests(step.need.first));
      const bytes = await source.read(step.need.offset, step.need.length);
      // After a trap the number belongs to nobody, or to another file.
      if (engine.generation !== generation) throw new YushenError('INTERNAL');
      engine.call((core) => core.inspect_feed(id, bytesOf(bytes) || new Uint8Array(0)));
    }
  } finally {
    if (engine.generation === generation) engine.raw((core) => core.inspect_close(id));
  }
}

function withoutDigests(report: FileReport): FirstReport {
  const first: Partial<FileReport> = { ...report };
  delete first.sha256;
  delete first.sm3;
  return first as FirstReport;
}

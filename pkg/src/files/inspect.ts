import type { FileReport } from '../api/values.js';
import type { Files } from '../glue/files.js';
import type { Engine } from '../module/engine.js';
import { hosted, YushenError } from '../module/error.js';
import { callback, maybe, options, text } from '../module/given.js';
import type { Pixels } from './pixels.js';
import { look, PIXELS } from './pixels.js';
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

export const INSPECT = options({
  name: maybe(text),
  pixels: maybe(PIXELS),
  cancelled: maybe(callback),
  onProgress: maybe(callback),
  onFirst: maybe(callback),
});

interface Need {
  offset: number;
  length: number;
  read: number;
  first?: FileReport;
}
type Step = { need: Need } | { report: FileReport };

/** What the bytes say, and what the pixels look like. */
export async function inspect(engine: Engine<Files>, file: FileInput, options: InspectOptions): Promise<FileReport> {
  const report = await inspectBytes(engine, file, options);
  const picture = await look(engine, file, report, options.pixels || 'auto');
  return picture ? Object.assign({}, report, { picture }) : report;
}

/** Drives the inspector: it says which bytes it needs, we bring them, a piece at a time. */
export async function inspectBytes(
  engine: Engine<Files>,
  file: FileInput,
  options: InspectOptions,
): Promise<FileReport> {
  const source = readable(file);
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
      await told(step.need, source.size, options);
      const bytes = await source.read(step.need.offset, step.need.length);
      // After a trap the number belongs to nobody, or to another file.
      if (engine.generation !== generation) throw new YushenError('INTERNAL');
      engine.call((core) => core.inspect_feed(id, bytes));
      await turn();
    }
  } finally {
    if (engine.generation === generation) engine.raw((core) => core.inspect_close(id));
  }
}

/** Asks and tells the host between two pieces. */
async function told({ read, first }: Need, size: number, o: InspectOptions): Promise<void> {
  const { cancelled, onProgress, onFirst } = o;
  if (cancelled && (await hosted('/cancelled', cancelled))) throw new YushenError('CANCELLED');
  if (onProgress) await hosted('/onProgress', () => onProgress(read, size));
  if (first && onFirst) await hosted('/onFirst', () => onFirst(withoutDigests(first)));
}

/** Lets the host do what waits: its timers, its clicks. A file that lies in memory would keep it from them to the end. */
function turn(): Promise<void> {
  return new Promise((go) => {
    if (typeof MessageChannel !== 'function') return void setTimeout(go, 0);
    // A timer is held back when it is set again and again, a message is not.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(0);
  });
}

function withoutDigests(report: FileReport): FirstReport {
  const first: Partial<FileReport> = Object.assign({}, report);
  delete first.sha256;
  delete first.sm3;
  return first as FirstReport;
}

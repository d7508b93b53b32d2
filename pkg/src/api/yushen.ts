import type { InspectOptions } from '../files/inspect.js';
import { Inspector } from '../files/inspector.js';
import type { Mending, MendOptions } from '../files/mend.js';
import type { FileInput } from '../files/readable.js';
import type { Core } from '../glue/glue.js';
import type { Host } from '../hosts/host.js';
import { bytesOf } from '../module/bytes.js';
import { Engine } from '../module/engine.js';
import { YushenError } from '../module/error.js';
import type { Kind } from '../module/given.js';
import {
  any,
  bytes,
  catalogueText,
  count,
  documentText,
  guard,
  integer,
  large,
  made,
  maybe,
  numbers,
  options,
  record,
  root,
  some,
  text,
  value,
} from '../module/given.js';
import { APPLICANT } from '../module/parts.js';
import { json } from '../module/plain.js';
import type { Document } from './catalogue.js';
import { asked, Catalogue, calendar, whole } from './catalogue.js';
import { Settings } from './settings.js';
import type { CatalogueStore, OpenOptions } from './store.js';
import { openStore, STORE } from './store.js';
import type {
  Backwards,
  Basis,
  CalendarRef,
  CalendarYears,
  CaseEvent,
  Citation,
  CivilDate,
  Clock,
  Counted,
  Day,
  DayCount,
  DayMark,
  Explained,
  ExplainRequest,
  FileReport,
  FindingCode,
  IdentifierKind,
  IdentifierResult,
  Instant,
  Limit,
  Overlay,
  Procedure,
  Rendered,
  Schedule,
  Sentence,
  ThresholdFile,
  Versions,
  WordingFile,
} from './values.js';

/** Counts with a calendar that was loaded, instead of the one in use. */
export interface CalendarOption {
  calendar?: CalendarRef;
}

/** The day of the question, and what else a schedule can be told. */
export interface ScheduleOptions extends CalendarOption {
  on: CivilDate;
  /** The moment, for limits in hours; the end of the day if absent. */
  now?: CivilDate | Instant;
  /** 预警阈值. */
  thresholds?: ThresholdFile;
}

/** Names that sentences about time limits use. */
export type ExplainOptions = Omit<ExplainRequest, 'clocks' | 'calendar'>;

interface Agenda {
  ics: string;
}

/** The calendar of a question by its digest; the one in use has none. */
const digest = ({ calendar }: CalendarOption): string => (calendar ? calendar.digest : '');

/** The component. Only this and a catalogue have methods; every other value is plain JSON. */
export class Yushen {
  /** Library, law register, calendar and catalogue format: four versions, never one. */
  readonly versions: Versions & { engine: 'wasm' };
  private readonly settings: Settings<Core>;

  private constructor(
    /** @internal */ readonly engine: Engine,
    private readonly host: Host,
    private readonly inspector: Inspector,
  ) {
    this.settings = new Settings(engine);
    if (host.calendar) this.settings.calendar(host.calendar, true);
    this.versions = Object.assign(
      engine.call<Versions>((core) => core.versions()),
      { engine: 'wasm' as const },
    );
  }

  /** @internal */
  static async start(host: Host, inspector = new Inspector(host)): Promise<Yushen> {
    const engine = await Engine.start(APPLICANT, host.instantiate, host.onEvent);
    const yushen = new Yushen(engine, host, inspector);
    engine.tell({ type: 'ready' });
    return yushen;
  }

  /** 政务服务事项目录: loads a catalogue. Throws `CATALOGUE_INVALID` with every fault. */
  catalogue(source: string | BufferSource | object): Catalogue {
    return whole(this.engine, typeof source === 'string' ? source : bytesOf(source) || json(source));
  }

  /** Opens a catalogue that was published in pieces: the manifest now, items on demand with `load`. With `trust`, the manifest
      must be signed by a publisher in the list. Throws `DELIVERY_MISSING`, `DELIVERY_INVALID`, `DELIVERY_ROLLBACK`,
      `DELIVERY_UNTRUSTED`. */
  open(store: CatalogueStore, o: OpenOptions = {}): Promise<Catalogue> {
    return openStore(this.engine, store, o, this.host);
  }

  /** 文件检查: what the bytes of a file say — kind, size, damage, pixels, pages, passwords, digests. Facts only; what they
      mean for a material, `check` says. The module that looks into files is loaded with the first one. */
  inspect(file: FileInput, o?: InspectOptions): Promise<FileReport> {
    return this.inspector.inspect(file, o);
  }

  /** 修整: another file, mended; the one that was given stays as it is. `upright` turns a sideways photo, `shrink` makes a
      picture smaller than `maxBytes`, `strip-location` takes out where it was taken without touching a pixel, `to-jpeg`
      writes any picture as JPEG, `join` makes one PDF of several. Throws `MEND_UNSUPPORTED`, `MEND_TOO_LARGE`. */
  mend(files: readonly FileInput[], operation: 'join'): Promise<Blob>;
  mend(file: FileInput, operation: 'shrink', o: MendOptions & { maxBytes: number }): Promise<Blob>;
  mend(file: FileInput, operation: 'upright' | 'strip-location' | 'to-jpeg'): Promise<Blob>;
  mend(file: FileInput | readonly FileInput[], operation: Mending, o?: MendOptions): Promise<Blob> {
    return this.inspector.mend(file, operation, o);
  }

  /** Loads what looks into files now, and not with the first file: afterwards nothing is fetched. */
  prepare(): Promise<void> {
    return this.inspector.prepare();
  }

  /** 放假安排: a notice of the State Council that is newer than this build, local arrangements over it, or the calendar as
      it was known on a day. Throws `REQUEST_INVALID` with every fault. */
  calendar(years?: CalendarYears, overlays: Overlay[] = [], o: { asOf?: CivilDate } = {}): CalendarRef {
    const none: CalendarYears = { format: 'yushen-calendar/0.1', years: [] };
    const base = years || this.host.calendar || none;
    return this.settings.calendar(
      Object.assign({}, base, o.asOf && o, {
        overlays: ([] as Overlay[]).concat(base.overlays || [], overlays),
      }),
      false,
    );
  }

  /** 文案: another language, from a file of the package such as `yushen/wording/en.json`, or your own sentences for some codes. */
  messages(locale: string, sentences: WordingFile | { [code in FindingCode]?: Sentence }): void {
    const file = 'format' in sentences ? sentences : { format: 'yushen-wording/0.1', locale, findings: sentences };
    this.settings.messages(Object.assign({}, file as WordingFile, { locale }));
  }

  /** 时限: the clocks of some limits after some events. `item` is the basis of a limit that cites no article; deemed
      acceptance belongs to the procedure `licence` only. */
  schedule(
    limits: Limit[],
    events: CaseEvent[],
    o: { item: string; procedure?: Procedure } & ScheduleOptions,
  ): Schedule {
    const request = asked(o, o, { limits, events });
    return this.engine.call((core) => core.schedule(request));
  }

  /** 逐日说明: every day of a clock, what kind of day it is, whether it counts, and which notice or event says so. */
  trace(clock: Clock, o: { events?: CaseEvent[] } & CalendarOption = {}): DayMark[] {
    const request = asked(o, { clock, events: o.events });
    return this.engine.call((core) => core.trace(request));
  }

  /** 倒推: the last day to file, or to supplement, so that a case is finished by a day. */
  latestStart(
    limits: Limit[],
    finishBy: CivilDate,
    o: { item: string; procedure?: Procedure; events?: CaseEvent[] } & CalendarOption,
  ): Backwards {
    const request = asked(o, o, { limits, finishBy });
    return this.engine.call((core) => core.backwards(request));
  }

  /** 时限说明: a paragraph for each clock, and all of it as plain text. */
  explain(schedule: Schedule, o: ExplainOptions): Explained {
    const request = asked(schedule, o, { clocks: schedule.clocks });
    return this.engine.call((core) => core.explain(request));
  }

  /** 日程: the last days that are not met yet, as an iCalendar file with reminders. `case` keeps the same entry when a day moves. */
  ics(schedule: Schedule, o: ExplainOptions): string {
    const request = asked(schedule, o, { clocks: schedule.clocks });
    return this.engine.call<Agenda>((core) => core.ics(request)).ics;
  }

  /** Whether a day is a working day, and of what kind it is. Throws `DATE_OUT_OF_RANGE` outside 2007 to 2050. */
  workingDay(date: CivilDate, o: CalendarOption = {}): Day {
    return this.engine.call((core) => core.day(date, digest(o)));
  }

  /** The n-th working day after `start`, which itself is not counted; `n` < 0 counts back; 0 is `start` or the next. */
  addWorkingDays(start: CivilDate, n: number, o: CalendarOption = {}): Counted {
    return this.engine.call((core) => core.add_working_days(start, n, digest(o)));
  }

  /** `addWorkingDays` for many, with the calendar in use, in days since 1970-01-01; −2147483648 where the calendar ends. */
  addWorkingDaysMany(startDays: Int32Array, n: Int32Array): Int32Array {
    if (startDays.length !== n.length) throw new YushenError('RANGE_INVALID', '/n');
    return this.engine.raw((core) => core.add_working_days_many(startDays, n));
  }

  /** Working days after `from` up to and including `to`. Throws `DATE_OUT_OF_RANGE`. */
  workingDaysBetween(from: CivilDate, to: CivilDate, o: CalendarOption = {}): DayCount {
    return this.engine.call((core) => core.working_days_between(from, to, digest(o)));
  }

  /** 月历: the whole weeks of a month `YYYY-MM`, Monday first, and what kind of day each day is; where the calendar ends,
      less. Throws `DATE_OUT_OF_RANGE`. */
  month(month: string, o: CalendarOption = {}): DayMark[] {
    return this.engine.call((core) => core.month(month, digest(o)));
  }

  /** 依据 in words, with its status where it does not bind: a citation of the catalogue, or the basis of a result. */
  basisText(basis: Citation | Basis, o: { locale?: string } = {}): string {
    return this.engine.call((core) => core.basis_text(json(basis), o.locale || ''));
  }

  /** An identity number, for a form field at every keystroke. */
  identifier(kind: IdentifierKind, value: string, o: { on?: CivilDate } = {}): IdentifierResult {
    return this.engine.call((core) => core.identifier(kind, value, o.on || ''));
  }

  /** 自查编号 for a self-check sheet. The randomness is the host's; without any, `NO_ENTROPY`. */
  precheckNumber(region: string, on: CivilDate, entropy: Uint8Array = this.host.entropy(8)): string {
    return this.engine.call((core) => core.precheck_number(region, on, entropy));
  }

  /** A document in words: as text, as one HTML page for screen and A4, as a model to build a view from. */
  render(document: Document, o: { locale?: string } = {}): Rendered {
    return this.engine.call((core) => core.render(document.json, o.locale || ''));
  }

  /** Lets everything go. */
  close(): void {
    this.engine.close();
    this.inspector.close();
    if (this.host.closed) this.host.closed();
  }
}

/** A catalogue as text, as bytes, or as an object. */
const source: Kind = (given, path) =>
  typeof given === 'string' ? catalogueText(given, path) : bytesOf(given) ? bytes(given, path) : large(given, '');
const day = options({ calendar });
const schedule = some({ clocks: value, calendar: some({ digest: text }) });
const explained = { schedule, o: options({}, value) };
const locale = options({ locale: maybe(text) });

/** What the component may be asked in a worker, and of what kind everything is that it is given. */
export const YUSHEN = guard(
  Yushen,
  {
    catalogue: { source },
    calendar: { years: maybe(record), overlays: maybe(value), o: options({ asOf: maybe(text) }) },
    messages: { locale: text, sentences: root(record) },
    schedule: { limits: value, events: value, o: options({ calendar }, value) },
    trace: { clock: value, o: options({ calendar, events: value }) },
    latestStart: { limits: value, finishBy: value, o: options({ calendar }, value) },
    explain: explained,
    ics: explained,
    workingDay: { date: text, o: day },
    addWorkingDays: { start: text, n: integer, o: day },
    addWorkingDaysMany: { startDays: numbers, n: numbers },
    workingDaysBetween: { from: text, to: text, o: day },
    month: { month: text, o: day },
    basisText: { basis: root(value), o: locale },
    identifier: { kind: text, value: text, o: options({ on: maybe(text) }) },
    precheckNumber: { region: text, on: text, entropy: maybe(bytes) },
    render: { document: some({ json: documentText }), o: locale },
    close: {},
  },
  {
    open: {
      store: STORE,
      o: options({
        seq: maybe(count),
        after: maybe(made(Catalogue)),
        trust: value,
        on: maybe(text),
        policy: value,
      }),
    },
    inspect: { file: any, o: any },
    mend: { file: any, operation: any, o: any },
    prepare: {},
  },
);

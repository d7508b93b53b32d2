import type { Core } from '../glue/glue.js';
import type { Engine, Resident } from '../module/engine.js';
import { open } from '../module/engine.js';
import { YushenError } from '../module/error.js';
import type { Kind } from '../module/given.js';
import { bytes, documentText, guard, list, maybe, options, root, some, text, value } from '../module/given.js';
import { json } from '../module/plain.js';
import type { AnswersOf, ItemCode } from './register.js';
import type { Delivery } from './store.js';
import type {
  Application,
  CalendarRef,
  CaseEvent,
  CheckResult,
  CivilDate,
  Digest,
  Finding,
  Found,
  Item,
  ItemSummary,
  Loaded,
  Message,
  Plan,
  Query,
  Schedule,
  Verification,
} from './values.js';
import type { ScheduleOptions } from './yushen.js';

/** What identifies a catalogue: its version and the digests that bind every item of it. */
export interface CatalogueRef {
  version: string;
  sha256: Digest;
  sm3: Digest;
}

/** A document: canonical JSON, and the digests of its body. */
export interface Document {
  kind: 'precheck';
  number: string;
  json: string;
  sha256: Digest;
  sm3: Digest;
}

export interface PrecheckOptions {
  /** 自查编号, from `precheckNumber`. */
  number: string;
  /** 本机时间 `YYYY-MM-DDThh:mm:ss+08:00`; the device's word, and shown as that. */
  clientClock: string;
  /** 语言 of its sentences; Simplified Chinese if absent. Another must have been loaded with `messages`. */
  locale?: string;
}

/** A catalogue that has been loaded, whole or item by item. To change it, load a second one and let this one go. */
export class Catalogue implements Resident {
  private loaded: Loaded;
  private closed = false;

  /** @internal */
  constructor(
    private readonly engine: Engine,
    private readonly enter: (core: Core) => string,
    private readonly delivery?: Delivery,
    private readonly publisher?: Verification,
  ) {
    this.loaded = engine.call<Loaded>(enter);
    engine.add(this);
  }

  /** @internal The module was started anew: everything is loaded again. */
  restore(core: Core): void {
    this.loaded = open<Loaded>(this.enter(core));
    if (this.delivery) this.delivery.files.forEach((text, name) => open(core.deliver(this.loaded.handle, name, text)));
  }

  /** @internal */
  get handle(): number {
    if (this.closed) throw new YushenError('CLOSED');
    return this.loaded.handle;
  }

  /** @internal The same for another call of its component; in another one the number is another catalogue's. */
  handleIn(engine: Engine): number {
    if (engine !== this.engine) throw new YushenError('CATALOGUE_UNKNOWN', '/catalogue');
    return this.handle;
  }

  /** Name, region, version, period and number of items. */
  get info(): Omit<Loaded, 'handle'> {
    const { name, region, version, validFrom, validTo, seq, items, partial } = this.loaded;
    return { name, region, version, validFrom, validTo, seq, items, partial };
  }

  /** @internal */
  get delivered(): ReadonlyMap<string, string> | undefined {
    return this.delivery && this.delivery.files;
  }

  /** 发布者: what the verification of its manifest says, if it was opened with a trust list. */
  get signed(): Verification | undefined {
    return this.publisher;
  }

  /** Whether it is loaded item by item. */
  get partial(): boolean {
    return !!this.loaded.partial;
  }

  /** Brings what some items need, from the store, each file checked against its digest. Nothing to do for a whole catalogue.
      Throws `ITEM_UNKNOWN`, `DELIVERY_MISSING`, `DELIVERY_TAMPERED`, `DELIVERY_INVALID`. */
  async load(codes: string[]): Promise<void> {
    for (const code of codes) await this.bring(code);
  }

  /** Brings the whole index, so that a search finds everything. */
  loadIndex(): Promise<void> {
    return this.bring('');
  }

  private async bring(code: string): Promise<void> {
    const { delivery } = this;
    if (!delivery) return;
    for (;;) {
      const names = this.engine.call<string[]>((core) => core.needs(this.handle, code));
      if (!names.length) return;
      const texts = await Promise.all(names.map((name) => delivery.get(name)));
      names.forEach((name, place) => {
        const text = texts[place] as string;
        this.engine.call((core) => core.deliver(this.handle, name, text));
        delivery.keep(name, text);
      });
    }
  }

  /** 检索: items by words and by what they are. Of a catalogue loaded item by item, those whose part of the index is there. */
  search(query: Query): Found {
    const text = json(query);
    return this.engine.call((core) => core.search(this.handle, text));
  }

  /** What identifies it. Computed when first asked for. */
  get ref(): CatalogueRef {
    return this.engine.call((core) => core.identity(this.handle));
  }

  /** Every item, in the catalogue's order. */
  items(): ItemSummary[] {
    return this.engine.call((core) => core.items(this.handle));
  }

  /** 事项: an item in force on a day, as the catalogue has it. Throws `ITEM_UNKNOWN`, `ITEM_NOT_IN_FORCE`. */
  item(code: ItemCode, o: { on: CivilDate }): Item {
    return this.engine.call((core) => core.item(this.handle, code, o.on));
  }

  /** 适用材料清单 of an item, or of several as one (一件事): which materials apply for these answers, and what answer would settle the rest. */
  plan<C extends ItemCode>(code: C | C[], answers: AnswersOf<C>, o: { on: CivilDate }): Plan {
    const request = json({ answers, on: o.on });
    const item = Array.isArray(code) ? code.join('+') : code;
    return this.engine.call((core) => core.plan(this.handle, item, request));
  }

  /** 预审: every problem of an application, at once. Throws `PLAN_MISMATCH` if the plan was made for something else. */
  check(plan: Plan, application: Application): CheckResult {
    const text = json(application);
    this.engine.tell({ type: 'check', bytes: text.length });
    return this.engine.call((core) => core.check(this.handle, plan.item, plan.ref, text));
  }

  /** The same from text to text, `{"ok":…}` or `{"error":…}`: for servers, and for those who count microseconds. */
  checkText(plan: Plan, application: string): string {
    return this.engine.raw((core) => core.check(this.handle, plan.item, plan.ref, application));
  }

  /** 批量预审: applications line by line (NDJSON), each `{item, plan?, application}`; answered line by line, `{"ok":…}` or
      `{"error":…}`. A line that is bad costs that line. */
  checkMany(ndjson: Uint8Array): Uint8Array {
    return this.engine.raw((core) => core.check_many(this.handle, ndjson));
  }

  /** Findings in words, each in its place. With the application, files and answers are called by the applicant's own
      names. Throws `REQUEST_INVALID`, the place of a finding first in the path of its faults. */
  messages(
    of: Pick<Plan, 'item' | 'on'>,
    findings: readonly Finding[],
    application?: Application,
    o: { locale?: string } = {},
  ): Message[] {
    const given = application === undefined ? '' : json(application);
    const all = json(findings);
    return this.engine.call((core) => core.messages(this.handle, of.item, of.on, all, given, o.locale || ''));
  }

  /** One finding in words. With the application, files and answers are called by the applicant's own names. */
  message(
    of: Pick<Plan, 'item' | 'on'>,
    finding: Finding,
    application?: Application,
    o: { locale?: string } = {},
  ): Message {
    const given = application === undefined ? '' : json(application);
    return this.engine.call((core) => core.message(this.handle, of.item, of.on, json(finding), given, o.locale || ''));
  }

  /** 时限: the clocks of an item after some events, as they stand on a day. */
  schedule(code: ItemCode, events: CaseEvent[], o: ScheduleOptions): Schedule {
    const request = asked(o, o, { item: code, events });
    return this.engine.call((core) => core.schedule_item(this.handle, request));
  }

  /** 材料自查结果单: the application is checked again, and what comes out is bound by digests. */
  precheckReceipt(plan: Plan, application: Application, o: PrecheckOptions): Document {
    const request = json(o);
    const given = json(application);
    return this.engine.call((core) => core.precheck(this.handle, plan.item, plan.ref, given, request));
  }

  /** Lets it go. */
  close(): void {
    if (this.closed) return;
    this.engine.remove(this);
    this.engine.raw((core) => core.unload(this.handle));
    this.closed = true;
  }
}

/** A request of several parts, with the digest of its calendar. */
export function asked({ calendar }: { calendar?: CalendarRef }, ...parts: object[]): string {
  return json(Object.assign(Object.create(null), ...parts, { calendar: calendar && calendar.digest }));
}

/** The calendar of a question. */
export const calendar: Kind = maybe(some({ digest: text }));
/** The plan, as far as it is looked at. */
const plan = some({ item: text, ref: text });
const application = root(value);
const code: Kind = (given, path) => (Array.isArray(given) ? list(text) : text)(given, path);
const locale = options({ locale: maybe(text) });
const of = some({ item: text, on: text });

/** What a catalogue in a worker may be asked. */
export const CATALOGUE = guard(
  Catalogue,
  {
    search: { query: root(value) },
    items: {},
    item: { code: text, o: options({ on: text }) },
    plan: { code, answers: value, o: options({ on: value }) },
    check: { plan, application },
    checkText: { plan, application: documentText },
    checkMany: { ndjson: bytes },
    messages: { of, findings: root(value), application, o: locale },
    message: { of, finding: root(value), application, o: locale },
    schedule: { code: text, events: value, o: options({ calendar }, value) },
    precheckReceipt: { plan, application, o: options({}, value) },
    close: {},
  },
  { load: { codes: list(text) }, loadIndex: {} },
);

/** Units of a text that go into the module at once. */
const PIECE = 65_536;

/** Loads a whole catalogue. */
export function whole(engine: Engine, source: string | Uint8Array): Catalogue {
  return new Catalogue(engine, (core) => (typeof source === 'string' ? inPieces(core, source) : core.load(source)));
}

/** A text in pieces, each with how much is still to come, so that the module makes room once; no pair of surrogates is cut. */
function inPieces(core: Core, text: string): string {
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = Math.min(at + PIECE, text.length);
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
    core.append(text.slice(at, end), end - at, text.length - end);
  }
  return core.load_appended();
}

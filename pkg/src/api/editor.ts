import type { Core } from '../glue/editor.js';
import type { Host } from '../hosts/host.js';
import type { Engine } from '../module/engine.js';
import { book, catalogueText, guard, made, maybe, options, root, some, text, value } from '../module/given.js';
import { json } from '../module/plain.js';
import { Catalogue } from './catalogue.js';
import type {
  Across,
  Application,
  CalendarRef,
  CaseBook,
  CaseChange,
  CatalogueChange,
  DeliveryFile,
  ImportResult,
  ImportSource,
  Joint,
  JointRequest,
  Message,
  NeedCodes,
  Notice,
  PortalDemand,
  Supervision,
} from './values.js';
import { Yushen } from './yushen.js';

/** The component with the calls of those who make a catalogue. */
export interface EditorYushen {
  yushen: Yushen;
  editor: Editor;
}

/** What a department does with a catalogue before it is published. Not part of what an applicant loads. */
export class Editor {
  /** @internal */
  constructor(private readonly engine: Engine) {}

  /** @internal */
  static async start(host: Host): Promise<EditorYushen> {
    const yushen = await Yushen.start(host);
    return { yushen, editor: new Editor(yushen.engine) };
  }

  private call<T>(call: (core: Core) => string): T {
    return this.engine.call<T>((core) => call(core as unknown as Core));
  }

  /** 目录体检: every legal and logical defect, in one run, each with its pointer, basis and weight. */
  lint(catalogue: Catalogue): Notice[] {
    return this.call((core) => core.lint(catalogue.handleIn(this.engine)));
  }

  /** 页面核对: what a page or form demands, held against the catalogue, in both directions. */
  audit(catalogue: Catalogue, demand: PortalDemand): Notice[] {
    const text = json(demand);
    return this.call((core) => core.audit(catalogue.handleIn(this.engine), text));
  }

  /** 目录变更: every change between two catalogues, by the day from which it holds. */
  diff(older: Catalogue, newer: Catalogue): CatalogueChange[] {
    return this.call((core) => core.diff(older.handleIn(this.engine), newer.handleIn(this.engine)));
  }

  /** 版本衔接: which version applies to an application, and what the other one would change for this applicant. */
  across(older: Catalogue, newer: Catalogue, item: string, application: Application): Across {
    const text = json(application);
    return this.call((core) => core.across(older.handleIn(this.engine), newer.handleIn(this.engine), item, text));
  }

  /** 导入: a catalogue from what another system publishes, with a report of what was mapped, assumed, dropped, preserved. */
  import(text: string, o: { source: ImportSource; need?: NeedCodes }): ImportResult {
    return this.call((core) => core.import(text, o.source, o.need || ''));
  }

  /** 目录发布: the files of a delivery, the manifest last. The catalogue needs a `seq`. */
  publish(catalogue: Catalogue): DeliveryFile[] {
    return this.call((core) => core.publish(catalogue.handleIn(this.engine)));
  }

  /** 联合办理: several authorities at work on one matter — which of them decides when all is done, and who is late. */
  joint(request: JointRequest): Joint {
    const text = json(request);
    return this.call((core) => core.joint(text));
  }

  /** 重新计算: which open cases of a book a new notice or local arrangement moves, from which day to which, and why. */
  recompute(book: CaseBook, before: CalendarRef, after: CalendarRef): CaseChange[] {
    const text = json({
      ...book,
      before: before.digest,
      calendar: after.digest,
    });
    return this.call((core) => core.recompute(text));
  }

  /** 监督: a book of cases by light, department and item, as they stand on a day. */
  supervise(book: CaseBook): Supervision {
    const text = json(book);
    return this.call((core) => core.supervise(text));
  }

  /** A notice in words, `zh-Hans` or `en`. */
  message(catalogue: Catalogue, notice: Notice, o: { locale?: string } = {}): Message {
    return this.call((core) =>
      core.notice_message(catalogue.handleIn(this.engine), json(notice), o.locale || 'zh-Hans'),
    );
  }
}

const catalogue = made(Catalogue);
const two = { older: catalogue, newer: catalogue };
const calendar = some({ digest: text });

guard(Editor, {
  lint: { catalogue },
  audit: { catalogue, demand: root(value) },
  diff: two,
  across: { ...two, item: text, application: root(value) },
  import: {
    text: catalogueText,
    o: options({ source: text, need: maybe(text) }),
  },
  publish: { catalogue },
  joint: { request: root(value) },
  recompute: { book: root(book), before: calendar, after: calendar },
  supervise: { book: root(book) },
  message: {
    catalogue,
    notice: root(value),
    o: options({ locale: maybe(text) }),
  },
});

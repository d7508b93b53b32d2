import type {
  Answer,
  Application,
  Catalogue,
  CheckResult,
  CivilDate,
  FileReport,
  Finding,
  Item,
  Material,
  Message,
  Model,
  Party,
  Plan,
  Question,
  Schedule,
  Submitted,
  Via,
  Yushen,
} from 'yushen';
import type { Filing } from './filing.js';
import type { Inspect } from './inspecting.js';
import type { Samples } from './samples.js';

/** 本机时间 shown at +08:00: an applicant abroad gets Shenzhen's dates. */
export function clock(now = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00';
}

/** What was loaded at the start. Nothing is fetched afterwards. */
export interface Portal {
  yushen: Yushen;
  /** In another thread where there can be one. */
  inspect: Inspect;
  catalogue: Catalogue;
  samples: Samples;
  /** Languages of the sheet beside Simplified Chinese. */
  locales: string[];
}

export interface PartyDraft {
  name: string;
  number: string;
  confirmed: boolean;
}

/** Facts that an applicant can state of a material. */
export type Fact = 'signed' | 'sealed' | 'original' | 'translated' | 'authenticated';

/** One material as the applicant has it so far. What was given stays, whichever way is chosen. */
export class Draft {
  via: Via = 'upload';
  files: FileReport[] = [];
  readonly fields: { [field: string]: string } = {};
  readonly facts: { [fact in Fact]?: boolean } = {};
  readonly dates: { issuedOn?: CivilDate; validUntil?: CivilDate } = {};
  template = '';
  copies = 1;
  /** The commitment was read and is freely chosen. */
  agreed = false;

  submitted(): Submitted | undefined {
    const via = this.via === 'commitment' && !this.agreed ? 'upload' : this.via;
    const fields: { [field: string]: string } = {};
    for (const id of Object.keys(this.fields)) {
      const value = (this.fields[id] || '').trim();
      if (value) fields[id] = value;
    }
    const files = via === 'upload' && this.via === 'upload' ? this.files : [];
    if (via === 'upload' && !files.length && !Object.keys(fields).length) return undefined;
    const submitted: Submitted = { via, fields, ...this.facts, ...this.dates };
    if (files.length) submitted.files = files;
    if (this.template) submitted.template = this.template;
    if (this.copies > 1) submitted.copies = this.copies;
    return submitted;
  }
}

/** A check and what it was made of. */
export interface Checked {
  plan: Plan;
  application: Application;
  result: CheckResult;
  /** The words of one of its findings. */
  message(finding: Finding): Message;
}

/** One application being made. It lives in memory only. */
export class Visit {
  readonly on = clock().slice(0, 10);
  readonly item: Item;
  readonly answers: { [question: string]: Answer } = {};
  readonly skipped: { [question: string]: boolean } = {};
  readonly applicant: PartyDraft = { name: '', number: '', confirmed: false };
  readonly agent: PartyDraft = { name: '', number: '', confirmed: false };
  readonly drafts: { [material: string]: Draft } = {};
  window = false;
  /** The applicant has asked for the result: from now on what is missing is named at its place. */
  reviewed = false;
  /** 联系电话, for the demo authority's documents. */
  phone = '';
  /** What was handed in to the demo authority. */
  filing?: Filing;
  sheet?: { key: string; number: string; json: string; html: string; model: Model };

  constructor(
    readonly portal: Portal,
    readonly code: string,
  ) {
    this.item = portal.catalogue.item(code, { on: this.on });
    for (const { id } of this.item.materials) this.drafts[id] = new Draft();
    this.window = !this.ways.includes('online');
  }

  /** The channels of the item: through the network, at the counter. */
  get ways(): string[] {
    const forms = this.item.handling || ['online'];
    const online = forms.some((form) => form === 'online' || form === 'mobile');
    return [...(online ? ['online'] : []), ...(forms.includes('window') ? ['window'] : [])];
  }

  get plan(): Plan {
    return this.portal.catalogue.plan(this.code, this.answers, { on: this.on });
  }

  draft(material: string): Draft {
    return this.drafts[material] || new Draft();
  }

  question(id: string): Question | undefined {
    return (this.item.questions || []).find((question) => question.id === id);
  }

  material(id: string): Material | undefined {
    return this.item.materials.find((material) => material.id === id);
  }

  nameOf(material: string): string {
    return (this.material(material) || { name: material }).name;
  }

  /** Whether somebody acts for the applicant: the plan asks for an agent's papers, or the question says so. */
  hasAgent(plan: Plan): boolean {
    return this.answers.agent === true || plan.materials.some(({ agent, applies }) => agent && applies === 'yes');
  }

  application(plan: Plan): Application {
    const materials: { [material: string]: Submitted } = {};
    for (const { id } of this.item.materials) {
      const submitted = this.draft(id).submitted();
      if (submitted) materials[id] = submitted;
    }
    const application: Application = {
      on: this.on,
      channel: this.window ? 'window' : 'online',
      answers: this.answers,
      materials,
    };
    const applicant = party(this.applicant, this.item.applicant);
    if (applicant) application.applicant = applicant;
    const agent = this.hasAgent(plan) ? party(this.agent, 'resident-id') : undefined;
    if (agent) application.agent = agent;
    return application;
  }

  check(): Checked {
    const { plan, portal } = this;
    const application = this.application(plan);
    const result = portal.catalogue.check(plan, application);
    const messages = portal.catalogue.messages(plan, result.findings, application);
    const message = (finding: Finding): Message => messages[result.findings.indexOf(finding)] as Message;
    return { plan, application, result, message };
  }

  schedule(
    events: { type: 'received' | 'accepted' | 'announced' | 'expires'; at: CivilDate }[],
    on: CivilDate,
  ): Schedule {
    return this.portal.catalogue.schedule(this.code, events, { on });
  }

  /** Everything that has been put in, as one text: the same text, the same sheet. */
  key(locale: string): string {
    const { plan } = this;
    return JSON.stringify([plan.ref, this.application(plan), locale]);
  }
}

function party(draft: PartyDraft, kind: Item['applicant']): Party | undefined {
  const [name, value] = [draft.name.trim(), draft.number.trim()];
  if (!name && !value) return undefined;
  const made: Party = { kind: kind === 'uscc' ? 'organisation' : 'person' };
  if (name) made.name = name;
  if (kind && value) made.identifier = draft.confirmed ? { kind, value, confirmed: true } : { kind, value };
  return made;
}

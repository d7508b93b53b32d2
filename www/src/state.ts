import type { Answer, Application, Catalogue, FileReport, Item, Plan, Schedule, Yushen } from 'yushen';

/** 本机时间 shown at +08:00: an applicant abroad gets Shenzhen's dates. */
export function clock(now = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00';
}

/** One application being made. It lives in memory only. */
export class Visit {
  readonly on = clock().slice(0, 10);
  readonly item: Item;
  answers: { [question: string]: Answer } = {};
  identifier = '';
  name = '';
  readonly files: { [material: string]: FileReport[] } = {};
  readonly fields: { [material: string]: { [field: string]: string } } = {};

  constructor(readonly yushen: Yushen, readonly catalogue: Catalogue, readonly code: string) {
    this.item = catalogue.item(code, { on: this.on });
  }

  get plan(): Plan {
    return this.catalogue.plan(this.code, this.answers, { on: this.on });
  }

  get application(): Application {
    const materials: Application['materials'] = {};
    for (const { id } of this.item.materials) {
      const files = this.files[id] || [];
      const fields = this.fields[id] || {};
      if (files.length || Object.keys(fields).length) materials[id] = { via: 'upload', files, fields };
    }
    const application: Application = { on: this.on, answers: this.answers, materials };
    const kind = this.item.applicant;
    if (kind && (this.identifier || this.name)) {
      application.applicant = { kind: kind === 'uscc' ? 'organisation' : 'person' };
      if (this.name) application.applicant.name = this.name;
      if (this.identifier) application.applicant.identifier = { kind, value: this.identifier };
    }
    return application;
  }

  /** 如果今天收到并受理: every limit as it would run from today. */
  schedule(): Schedule {
    return this.catalogue.schedule(this.code, [{ type: 'received', at: this.on }, { type: 'accepted', at: this.on }], { on: this.on });
  }
}

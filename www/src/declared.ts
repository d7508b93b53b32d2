import type { FieldRule, Finding, Material } from 'yushen';
import { make, say } from './dom.js';
import type { Entry } from './fields.js';
import { choose, entry, tick } from './fields.js';
import type { Checked, Draft, Fact, Visit } from './state.js';

/** Facts of a material that the applicant states: they are asked for where the catalogue asks, and nowhere else. */
export interface Declared {
  element: HTMLElement;
  update(own: Finding[], checked: Checked, reviewed: boolean): void;
}

const FACTS: [Fact, string][] = [
  ['signed', '已签名'],
  ['sealed', '已盖章'],
  ['original', '原件已备好'],
  ['translated', '已附中文译本'],
  ['authenticated', '已办理公证认证'],
];
const CODES: { [fact in Fact]: string } = {
  signed: 'SIGN_MISSING',
  sealed: 'SEAL_MISSING',
  original: 'MAT_ORIGINAL',
  translated: 'MAT_TRANSLATION',
  authenticated: 'MAT_AUTHENTICATED',
};

export function declared(visit: Visit, material: Material, draft: Draft, changed: () => void): Declared {
  const fields = (material.fields || []).map((rule) => field(visit, material, rule, draft, changed));
  const boxes = FACTS.map(([fact, label]) => ({ fact, element: box(material, fact, label, draft, changed) }));
  const dates = dateEntries(material, draft, changed);
  const copies = material.copies && material.copies > 1 ? [copyEntry(material, draft, changed)] : [];
  const [seen, paper] = [
    make('div', { class: 'facts-row' }, ...boxes.map(({ element }) => element)),
    make('div', {}, ...dates.map(({ made }) => made.element), ...copies, ...version(material, draft, changed)),
  ];
  const element = make('div', { class: 'declared' }, ...fields.map(({ made }) => made.element), seen, paper);
  const update = (own: Finding[], { message, result }: Checked, reviewed: boolean): void => {
    const handed = draft.files.length > 0 || draft.via === 'paper';
    const stands = draft.via === 'upload' || draft.via === 'paper';
    const wanted = !material.shared || handed || Object.keys(draft.fields).length > 0; // what the authority fetches, nobody types
    element.hidden = !stands || !wanted;
    // Asked once there is a document to look at.
    seen.hidden = paper.hidden = !handed;
    for (const { fact, element: each } of boxes)
      each.hidden = !(draft.facts[fact] !== undefined || own.some(({ code }) => code === CODES[fact]));
    seen.hidden = seen.hidden || boxes.every(({ element: each }) => each.hidden);
    for (const { id, made, offer } of fields) {
      const wrong = own.filter((finding) => finding.field === id && (reviewed || finding.code !== 'FIELD_REQUIRED'));
      made.tell(
        wrong.map(message).map(({ what, how }) => `${what}${how}`),
        right(result.findings, visit, material, id, draft),
      );
      offer();
    }
    for (const { key, made } of dates)
      made.tell(
        own
          .filter(({ path }) => path.endsWith(`/${key}`))
          .map(message)
          .map(({ what }) => what),
      );
  };
  return { element, update };
}

function right(
  findings: Finding[],
  { portal, on }: Visit,
  { id, fields }: Material,
  field: string,
  draft: Draft,
): string {
  const rule = (fields || []).find((each) => each.id === field);
  const value = (draft.fields[field] || '').trim();
  const faulty = findings.some((finding) => finding.material === id && finding.field === field);
  return rule && rule.identifier && value && !faulty && portal.yushen.identifier(rule.identifier, value, { on }).valid
    ? '号码校验通过。'
    : '';
}

function field(
  visit: Visit,
  { id }: Material,
  rule: FieldRule,
  draft: Draft,
  changed: () => void,
): { id: string; made: Entry; offer(): void } {
  const fill = make('button', { type: 'button', class: 'plain', hidden: true });
  const offer = (): void => {
    const value = known(visit, rule);
    fill.hidden = !value || (draft.fields[rule.id] || '') !== '';
    say(fill, `填入上面写的${rule.label}`);
  };
  const made = entry({
    id: `f-${id}-${rule.id}`,
    label: rule.label + (rule.required ? '' : '（选填）'),
    value: draft.fields[rule.id] || '',
    type: rule.type === 'date' ? 'date' : 'text',
    attributes: rule.identifier ? { spellcheck: 'false', maxlength: '30' } : {},
    typed: (value) => {
      draft.fields[rule.id] = value;
      offer(); // at once: what disappears when the field is left cannot take the focus from it
      // A number is looked at as soon as it is whole.
      if (rule.identifier && value.trim().length === 18) changed();
    },
    left: changed,
  });
  // What was put in once need not be typed twice.
  fill.addEventListener('click', () => {
    draft.fields[rule.id] = made.input.value = known(visit, rule);
    made.input.focus();
    changed();
  });
  made.element.append(fill);
  return { id: rule.id, made, offer };
}

/** What the applicant has said of himself or of the agent already. */
function known({ applicant, agent }: Visit, { fact }: FieldRule): string {
  const said: { [fact: string]: string } = {
    'applicant-name': applicant.name,
    'applicant-number': applicant.number,
    'agent-name': agent.name,
    'agent-number': agent.number,
  };
  return ((fact && said[fact]) || '').trim();
}

function box({ id }: Material, fact: Fact, label: string, draft: Draft, changed: () => void): HTMLElement {
  return tick(`d-${id}-${fact}`, label, draft.facts[fact] === true, (checked) => {
    draft.facts[fact] = checked;
    changed();
  });
}

/** 签发日期、有效期至: only where the catalogue has a rule about them. */
function dateEntries(
  { id, validity }: Material,
  draft: Draft,
  changed: () => void,
): { key: 'issuedOn' | 'validUntil'; made: Entry }[] {
  if (!validity) return [];
  const one = (
    key: 'issuedOn' | 'validUntil',
    label: string,
    hint: string,
  ): { key: 'issuedOn' | 'validUntil'; made: Entry } => ({
    key,
    made: entry({
      id: `d-${id}-${key}`,
      label,
      hint,
      type: 'date',
      value: draft.dates[key] || '',
      attributes: { min: '1900-01-01', max: '2099-12-31' },
      // A date being typed is not a date yet, and a year can have too many digits.
      typed: (value) => {
        if (/^\d{4}-\d\d-\d\d$/.test(value) && value >= '1900') draft.dates[key] = value;
        else delete draft.dates[key];
      },
      left: changed,
    }),
  });
  return [
    ...(validity.maxAgeMonths ? [one('issuedOn', '签发日期', `应为近 ${validity.maxAgeMonths} 个月内出具。`)] : []),
    ...(validity.required ? [one('validUntil', '有效期至', '长期有效的不用填。')] : []),
  ];
}

function copyEntry({ id, copies }: Material, draft: Draft, changed: () => void): HTMLElement {
  return entry({
    id: `d-${id}-copies`,
    label: '准备带到窗口的份数',
    hint: `需要 ${copies} 份；网上申请不需另交份数。`,
    type: 'number',
    value: String(draft.copies),
    attributes: { min: '1', max: '99', inputmode: 'numeric' },
    typed: (value) => {
      draft.copies = Math.min(99, Math.max(1, Math.floor(Number(value)) || 1));
    },
    left: changed,
  }).element;
}

function version({ id, template }: Material, draft: Draft, changed: () => void): HTMLElement[] {
  if (!template) return [];
  const chosen = draft.template === template.version ? 'current' : draft.template ? 'other' : '';
  const change = (value: string): void => {
    draft.template = value === 'current' ? template.version : 'other';
    changed();
  };
  return [
    choose(
      `d-${id}-template`,
      '用的是哪一版表格？（选填）',
      [
        ['current', `现行 ${template.version} 版`],
        ['other', '其他版本'],
      ],
      chosen,
      change,
    ),
  ];
}

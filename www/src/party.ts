import type { Finding, IdentifierKind } from 'yushen';
import { make } from './dom.js';
import type { Entry } from './fields.js';
import { choose, entry, tick } from './fields.js';
import type { Part } from './material.js';
import type { Checked, PartyDraft, Visit } from './state.js';

/** 申请人、代理人, and how the application will be made. */
export function parties(visit: Visit, changed: () => void): Part {
  const kind = visit.item.applicant;
  const words: [string, string] = kind === 'uscc' ? ['单位名称', '统一社会信用代码'] : ['姓名', '公民身份号码'];
  const applicant = one(visit, 'applicant', kind, kind ? words : ['姓名或者单位名称', ''], changed);
  const agent = one(visit, 'agent', 'resident-id', ['代理人姓名', '代理人的公民身份号码（选填）'], changed);
  const acts = visit.hasAgent(visit.plan);
  const element = make(
    'section',
    { 'aria-labelledby': 'h-party', class: 'panel' },
    make('h2', { id: 'h-party' }, '申请人'),
    make('div', { class: 'pair' }, ...applicant.elements),
    ...(acts ? [make('h3', {}, '代理人'), make('div', { class: 'pair' }, ...agent.elements)] : []),
    ...channel(visit, changed),
  );
  const update = (checked: Checked): void => {
    applicant.update(checked);
    if (acts) agent.update(checked);
  };
  return { element, update };
}

function one(
  visit: Visit,
  role: 'applicant' | 'agent',
  kind: IdentifierKind | undefined,
  [name, number]: [string, string],
  changed: () => void,
): { elements: HTMLElement[]; update(checked: Checked): void } {
  const draft: PartyDraft = visit[role];
  const id = role === 'applicant' ? '' : 'agent-';
  const named = entry({
    id: `${id}name`,
    label: `${name}（选填）`,
    value: draft.name,
    hint:
      role === 'agent'
        ? '与授权委托书上的一致。'
        : kind === 'uscc'
          ? '写在您的结果单上。'
          : '写在您的结果单上，并且只显示姓氏。',
    typed: (value) => Object.assign(draft, { name: value }),
    left: changed,
  });
  const numbered = entry({
    id: `${id}number`,
    label: number,
    value: draft.number,
    hint: kind === 'uscc' ? '18 位，在营业执照上。' : '18 位，最后一位可能是 X。',
    attributes: { spellcheck: 'false', maxlength: '30' },
    typed: (value) => {
      draft.number = value;
      draft.confirmed = false;
      if (!value || value.trim().length === 18) changed();
    },
    left: changed,
  });
  const sure = tick(`${id}confirmed`, '我已逐位核对，证件上就是这个号码', draft.confirmed, (checked) => {
    draft.confirmed = checked;
    changed();
  });
  const update = (checked: Checked): void => {
    if (kind) look(visit, role, kind, numbered, sure, checked);
  };
  return { elements: [named.element, ...(kind ? [numbered.element, sure] : [])], update };
}

/** What the number is worth. Who says that it stands on the document exactly so is believed. */
function look(
  visit: Visit,
  role: 'applicant' | 'agent',
  kind: IdentifierKind,
  numbered: Entry,
  sure: HTMLElement,
  checked: Checked,
): void {
  const { number, confirmed } = visit[role];
  const own = checked.result.findings.filter(({ path }) => path.startsWith(`/${role}/identifier`));
  const wrong = own.filter(({ code }) => visit.reviewed || code !== 'FIELD_REQUIRED');
  const { valid, suggestion } = visit.portal.yushen.identifier(kind, number.trim(), { on: visit.on });
  const guess = suggestion && wrong.length ? [`您是不是要写 ${suggestion}？`] : [];
  numbered.tell(
    [...wrong.map((finding) => said(finding, checked)), ...guess],
    number.trim() && valid ? '号码校验通过。' : '',
  );
  sure.hidden = !(confirmed || wrong.some(({ code }) => code !== 'FIELD_REQUIRED'));
  (sure.querySelector('input') as HTMLInputElement).checked = confirmed;
}

function said(finding: Finding, { message }: Checked): string {
  const { what, how } = message(finding);
  return `${what}${how}`;
}

function channel(visit: Visit, changed: () => void): HTMLElement[] {
  if (visit.ways.length < 2) return [];
  const change = (value: string): void => {
    visit.window = value === 'window';
    changed();
  };
  const ways: [string, string][] = Object.entries({ online: '网上提交', window: '到窗口提交' });
  return [choose('channel', '您打算怎样提交？', ways, visit.window ? 'window' : 'online', change)];
}

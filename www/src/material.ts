import type { FileRule, Finding, Material, MaterialState, Photo, Via } from 'yushen';
import { answerText } from './answers.js';
import { cited } from './basis.js';
import { declared } from './declared.js';
import { given, make, outward, say } from './dom.js';
import { choose, tick } from './fields.js';
import { picker } from './files.js';
import { mending } from './mending.js';
import type { Checked, Draft, Visit } from './state.js';
import { example, exampleOf, kindWord, STATES, size, span, TRIGGERS } from './words.js';

/** A part of the page that is made once and brought up to date: what has the focus keeps it, and no click is lost. */
export interface Part {
  element: HTMLElement;
  update(checked: Checked): void;
}

const WAYS: { [via in Via]?: string } = {
  upload: '上传文件',
  commitment: '以告知承诺代替',
  later: '容缺后补',
  paper: '到窗口交纸质材料，已备好',
};
/** Said by the state and by the choice of ways already; until the result is asked for, what is missing is no mistake. */
const QUIET = [
  'MAT_MISSING',
  'MAT_CONDITIONAL_MISSING',
  'MAT_ONE_OF_MISSING',
  'PROMISE_AVAILABLE',
  'MAT_EXEMPT',
  'MAT_DEFERRED',
  'FIELD_REQUIRED',
];
const NAMED_ON_REVIEW = ['MAT_MISSING', 'MAT_CONDITIONAL_MISSING', 'FIELD_REQUIRED'];

/** 一份材料: what it must be, how it is provided, and what is wrong with it. */
export function materialCard(
  visit: Visit,
  material: Material,
  because: string[] | undefined,
  changed: () => void,
): Part {
  const { id, name } = material;
  const draft = visit.draft(id);
  const state = make('span', {});
  const problems = make('ul', { class: 'problems', id: `m-${id}-problems` });
  const files = picker(visit, material, draft, changed);
  const facts = declared(visit, material, draft, changed);
  const panels: { [via in Via]?: HTMLElement } = {
    upload: material.shared ? shared(material, draft, files.element) : files.element,
    commitment: commitment(visit, material, draft, changed),
    later: later(visit, material),
  };
  const element = make(
    'li',
    { class: 'material', id: `card-${id}` },
    make('div', { class: 'head' }, make('h3', { id: `h-${id}` }, name, ' ', ...example(material.evidence)), state),
    ...reason(visit, because),
    hints(material, visit),
    ...ways(material, draft, changed),
    ...Object.keys(panels).map((via) => panels[via as Via] || ''),
    facts.element,
    problems,
  );
  const update = (checked: Checked): void => {
    const own = checked.result.findings.filter((finding) => finding.material === id);
    const stands = checked.result.materials.find((each) => each.id === id);
    for (const via of Object.keys(panels) as Via[]) (panels[via] as HTMLElement).hidden = via !== draft.via;
    if (stands) head(state, stateWord(visit, stands, checked));
    files.update();
    facts.update(own, checked, visit.reviewed);
    problems.replaceChildren(
      ...own
        .filter((finding) => atCard(finding, draft, visit.reviewed))
        .map((finding) => problem(finding, checked, mending(visit, material, draft, finding, changed))),
    );
    element.classList.toggle('wrong', state.classList.contains('bad'));
  };
  return { element, update };
}

/** What is said at the card itself; a field says its own. */
function atCard({ code, field }: Finding, draft: Draft, reviewed: boolean): boolean {
  if (field) return false;
  if (code === 'MAT_DEFERRED') return draft.via === 'later';
  return !QUIET.includes(code) || (reviewed && NAMED_ON_REVIEW.includes(code));
}

function problem(finding: Finding, { message }: Checked, mend: HTMLElement[]): HTMLElement {
  const { what, how } = message(finding);
  return make('li', { class: finding.severity }, make('strong', {}, what), ' ', how, ' ', ...mend);
}

function head(element: HTMLElement, [word, tone]: [string, string]): void {
  say(element, word);
  element.className = `tag ${tone}`;
}

/** How a material stands, in words. Until the result is asked for, what is not there yet is no mistake. */
export function stateWord(visit: Visit, { id, state }: MaterialState, { result }: Checked): [string, string] {
  const material = visit.material(id);
  if (visit.draft(id).via === 'later' && (state === 'deferred' || state === 'absent')) return ['✓ 容缺后补', 'good'];
  if (state === 'missing' && material && material.group)
    return visit.reviewed ? ['✕ 任选其一', 'bad'] : ['任选其一', 'todo'];
  if (state === 'missing' && visit.reviewed) return ['✕ 缺少', 'bad'];
  const must = result.findings.filter((finding) => finding.material === id && finding.severity === 'must');
  if (state === 'faulty' && !visit.reviewed && must.every(({ code }) => code === 'FIELD_REQUIRED'))
    return ['还需填写', 'todo'];
  return STATES[state];
}

/** Why this applicant needs it: what he has answered. */
function reason(visit: Visit, because: string[] = []): HTMLElement[] {
  const [first] = because.filter((id) => visit.answers[id] !== undefined && visit.answers[id] !== null);
  const question = first && visit.question(first);
  return question
    ? [make('p', { class: 'why' }, `因为您在“${question.label}”中选择了“${answerText(visit, question.id)}”。`)]
    : [];
}

function hints(material: Material, visit: Visit): HTMLElement {
  const { template, sample, instructions, standard, id } = material;
  const rule = material.files || {};
  const note = rule.note && /示例/.test(rule.note) ? example('example') : [];
  const line = (...inside: (Node | string)[]): HTMLElement => make('li', {}, ...inside);
  return make(
    'ul',
    { class: 'hints', id: `m-${id}-hint` },
    ...given(instructions, (text) => line(text)),
    ...given(standard, (text) => line(`受理标准：${text}`)),
    ...given(formWord(material), (text) => line(text)),
    ...given(filesWord(rule), (text) => line(text, ' ', ...note)),
    ...given(template, ({ name, version, address }) =>
      line(
        '表格：',
        address ? outward(`${name}（${version} 版）`, address) : `${name}（${version} 版）`,
        ' ',
        ...exampleOf(material, 'template'),
      ),
    ),
    ...given(sample, (address) => line(outward('查看填写样表', address))),
    ...given(cited(visit, material.basis), (basis) => line(...basis)),
  );
}

/** What a file may be. */
function filesWord(rule: FileRule): string {
  const counts =
    rule.min && rule.max && rule.min === rule.max
      ? `${rule.min} 个文件`
      : [rule.min && `至少 ${rule.min} 个文件`, rule.max && `最多 ${rule.max} 个文件`].filter(Boolean).join('，');
  return [
    rule.kinds && rule.kinds.length && `可用 ${rule.kinds.map(kindWord).join('、')}`,
    rule.maxBytes && `每个不超过 ${size(rule.maxBytes)}`,
    counts,
    pagesWord(rule),
    rule.photo && photoWord(rule.photo),
    rule.shortSide && `图片短边不少于 ${rule.shortSide} 像素`,
    rule.text && '有电子原件的，请传原件',
  ]
    .filter(Boolean)
    .join('；');
}

/** What a paper must have, and how many of it. */
function formWord({ signature, seal, original, copies }: Material): string {
  return [
    signature && '需要签名',
    seal && `需要盖章（${seal}）`,
    original === 'kept' && '收取原件',
    original === 'shown' && '核验原件',
    copies && copies > 1 && `窗口办理需要 ${copies} 份`,
  ]
    .filter(Boolean)
    .join('；');
}

function pagesWord({ minPages, maxPages }: FileRule): string {
  if (minPages && minPages === maxPages) return `${minPages} 页`;
  return [minPages && `至少 ${minPages} 页`, maxPages && `最多 ${maxPages} 页`].filter(Boolean).join('，');
}

function photoWord({ width, height, dpi }: Photo): string {
  return [width && height && `${width} × ${height} 像素`, dpi && `${dpi} dpi`].filter(Boolean).join('，');
}

function ways(material: Material, draft: Draft, changed: () => void): HTMLElement[] {
  const offered: Via[] = [
    'upload',
    ...(material.commitment ? ['commitment' as const] : []),
    ...(material.need === 'deferrable' ? ['later' as const] : []),
    ...(material.medium === 'paper' ? ['paper' as const] : []),
  ];
  if (offered.length < 2) return [];
  const change = (via: string): void => {
    draft.via = via as Via;
    changed();
  };
  return [
    choose(
      `via-${material.id}`,
      '您想怎样提供？',
      offered.map((via): [string, string] => [via, WAYS[via] || via]),
      draft.via,
      change,
    ),
  ];
}

/** 免提交: the authority fetches it; a file is welcome only where it finds nothing. */
function shared({ sharing }: Material, draft: Draft, picker: HTMLElement): HTMLElement {
  return make(
    'div',
    {},
    make(
      'p',
      {},
      sharing ? `由办理机关查询：${sharing.from}。您不用准备。` : '由办理机关通过数据共享查询，您不用准备。',
    ),
    make(
      'details',
      { open: draft.files.length > 0 },
      make('summary', {}, '查询不到时再上传'),
      ...given(sharing && sharing.fallback, (text) => make('p', { class: 'hint' }, text)),
      picker,
    ),
  );
}

/** 告知承诺: read first, then chosen freely. */
function commitment(visit: Visit, { id, commitment }: Material, draft: Draft, changed: () => void): HTMLElement {
  if (!commitment) return make('div', { hidden: true });
  const agree = (checked: boolean): void => {
    draft.agreed = checked;
    changed();
  };
  return make(
    'div',
    { class: 'notice' },
    make('p', {}, make('strong', {}, '承诺内容：'), commitment.text, ' ', ...example(commitment.evidence)),
    ...given(commitment.excluded, (text) => make('p', {}, make('strong', {}, '不适用：'), text)),
    ...cited(visit, commitment.basis),
    make('p', { class: 'hint' }, '是否承诺由您自愿决定。承诺不实的，依法承担相应责任。'),
    tick(`agree-${id}`, '我已看清承诺内容和责任，自愿选择', draft.agreed, agree),
  );
}

/** 容缺后补: until when, and what happens otherwise. */
function later(visit: Visit, { need, deferral }: Material): HTMLElement {
  if (need !== 'deferrable') return make('div', { hidden: true });
  if (!deferral) return make('div', { class: 'notice' }, make('p', {}, '可以先受理、后补交，期限以告知为准。'));
  const { trigger = 'accepted', amount, unit, consequence, evidence, basis } = deferral;
  return make(
    'div',
    { class: 'notice' },
    make(
      'p',
      {},
      `自${TRIGGERS[trigger]}的次日起算，${span(amount, unit)}内补交，并签署承诺书。`,
      ' ',
      ...example(evidence),
    ),
    ...given(consequence, (text) => make('p', {}, text)),
    ...cited(visit, basis),
  );
}

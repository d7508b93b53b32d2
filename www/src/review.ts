import type { Finding } from 'yushen';
import { answerList } from './answers.js';
import { limits } from './deadlines.js';
import { button, focusOn, make } from './dom.js';
import { stateWord } from './material.js';
import type { Screen } from './router.js';
import { go } from './router.js';
import type { Checked, Visit } from './state.js';
import { steps } from './steps.js';
import { submission } from './submit.js';
import { kindWord, OUTCOMES, SEVERITIES, size, tag } from './words.js';

const ORDER = ['must', 'should', 'advice', 'info'];

/** 核对: everything that was given, everything that is wrong with it, and the dates. */
export function reviewScreen(visit: Visit): Screen {
  visit.reviewed = true;
  const checked = visit.check();
  const { findings, decision } = checked.result;
  const sorted = findings.slice().sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
  const must = sorted.filter(({ severity }) => severity === 'must');
  const [title, sentence, tone] = OUTCOMES[decision.outcome] || OUTCOMES.unknown;
  const doubtful = tone === 'note'; // whether it has to be applied for at all, or here, comes before what would have to be mended
  const word = make(
    'div',
    { class: `outcome ${tone}`, role: doubtful ? 'alert' : 'status' },
    make('h2', {}, title),
    make('p', {}, sentence),
  );
  const summary = must.length
    ? errors(visit, must, checked, doubtful ? ['如果仍要提交', '还要处理下面各项。'] : [title, sentence])
    : word;
  const first = doubtful ? word : summary;
  const toSheet = (): void => go({ view: 'sheet', code: visit.code });
  return {
    title: must.length ? `错误: 核对` : '核对',
    elements: [
      steps(visit, 'review'),
      make('h1', {}, '核对'),
      ...(first === summary ? [] : [first]),
      summary,
      make('p', { class: 'hint' }, '本结果为提交前的自助检查，不是受理决定。'),
      make(
        'div',
        { class: 'row' },
        button('生成材料自查结果单', toSheet, must.length ? '' : 'first', { id: 'make-sheet' }),
      ),
      ...listed(visit, sorted, checked),
      ...submission(visit, checked),
      ...recap(visit, checked),
      limits(visit),
    ],
    shown: () => {
      if (!must.length && !doubtful) return false;
      focusOn(first);
      scrollTo(0, 0);
      return true;
    },
  };
}

/** Where something is mended. */
function mend(visit: Visit, { path, remedy }: Finding): (() => void) | undefined {
  const to = remedy.path && remedy.path !== path ? remedy.path : path;
  const [, root, id] = to.split('/');
  if (root === 'answers' && id) return () => go({ view: 'questions', code: visit.code, question: id, back: 'review' });
  if (root === 'materials' || root === 'applicant' || root === 'agent')
    return () => go({ view: 'materials', code: visit.code, at: to });
  return undefined;
}

/** The summary on top: as many lines as there are things to mend, each leading to its place, in the words used there. */
function errors(visit: Visit, must: Finding[], { message }: Checked, [title, sentence]: [string, string]): HTMLElement {
  const lines = must.map((finding) => {
    const { what } = message(finding);
    const to = mend(visit, finding);
    return make('li', {}, to ? button(what, to, 'plain') : what);
  });
  return make(
    'div',
    { class: 'outcome bad', role: 'alert', id: 'errors', tabindex: '-1', 'aria-labelledby': 'h-errors' },
    make('h2', { id: 'h-errors' }, `${title}：${must.length} 处必须改`),
    make('p', {}, sentence),
    make('ol', {}, ...lines),
  );
}

function listed(visit: Visit, sorted: Finding[], checked: Checked): HTMLElement[] {
  if (!sorted.length) return [];
  const line = (finding: Finding): HTMLElement => {
    const { what, how, basis } = checked.message(finding);
    const to = mend(visit, finding);
    return make(
      'li',
      { class: `finding ${finding.severity}` },
      make(
        'div',
        {},
        make(
          'p',
          {},
          tag(
            SEVERITIES[finding.severity],
            finding.severity === 'must' ? 'bad' : finding.severity === 'should' ? 'note' : 'calm',
          ),
          ' ',
          make('strong', {}, what),
        ),
        make('p', {}, how),
        make('p', { class: 'basis' }, `依据：${basis}`),
      ),
      ...(to && finding.remedy.action !== 'none'
        ? [button('去处理', to, 'plain', { 'aria-label': `去处理：${what}` })]
        : []),
    );
  };
  return [
    make(
      'section',
      { 'aria-labelledby': 'h-findings', class: 'panel' },
      make('h2', { id: 'h-findings' }, `检查结果（${sorted.length} 条）`),
      make('ul', { class: 'findings' }, ...sorted.map(line)),
    ),
  ];
}

/** 核对: what was given, each with a way to change it. */
function recap(visit: Visit, checked: Checked): HTMLElement[] {
  const panel = (id: string, title: string, ...inside: HTMLElement[]): HTMLElement =>
    make('section', { 'aria-labelledby': `h-${id}`, class: 'panel' }, make('h2', { id: `h-${id}` }, title), ...inside);
  const change = (label: string, at: string): HTMLElement =>
    make(
      'dd',
      { class: 'act' },
      button('更改', () => go({ view: 'materials', code: visit.code, at }), 'plain', {
        'aria-label': `更改：${label}`,
      }),
    );
  const row = (label: string, value: string, at: string): HTMLElement =>
    make('div', {}, make('dt', {}, label), make('dd', {}, value || '没有填写'), change(label, at));
  const { plan, result } = checked;
  const { applicant, agent } = visit;
  const people = [
    row('申请人', [applicant.name, applicant.number].filter(Boolean).join('　'), '/applicant'),
    ...(visit.hasAgent(plan) ? [row('代理人', [agent.name, agent.number].filter(Boolean).join('　'), '/agent')] : []),
    ...(visit.ways.length > 1 ? [row('提交方式', visit.window ? '到窗口提交' : '网上提交', '/applicant')] : []),
  ];
  const materials = result.materials
    .filter(({ state, files }) => state !== 'not-needed' || files)
    .map(({ id, state }) => {
      const draft = visit.draft(id);
      const [word, tone] = stateWord(visit, { id, state }, checked);
      const files =
        draft.via === 'upload'
          ? draft.files.map((file) =>
              make('p', { class: 'hint' }, `${file.name}（${kindWord(file.kind)}，${size(file.size)}）`),
            )
          : [];
      const name = visit.nameOf(id);
      return make(
        'div',
        {},
        make('dt', {}, name),
        make('dd', {}, tag(word, tone), ...files),
        change(name, `/materials/${id}`),
      );
    });
  return [
    ...(plan.questions.length ? [panel('answers', '您的情形', answerList(visit, 'review'))] : []),
    panel('people', '申请人', make('dl', { class: 'answers' }, ...people)),
    panel('given', '材料', make('dl', { class: 'answers' }, ...materials)),
  ];
}

import type { Answer, Question } from 'yushen';
import { options } from './answers.js';
import { button, given, make, say } from './dom.js';
import type { Place, Screen } from './router.js';
import { go } from './router.js';
import type { Visit } from './state.js';
import { steps } from './steps.js';
import { exampleOf } from './words.js';

/** 办理情形: one question at a time, and only those whose answer would still settle something. */
export function questionScreen(visit: Visit, place: Place): Screen {
  const asked = visit.plan.questions;
  const id = asked.some((each) => each.id === place.question)
    ? place.question
    : (asked.find((each) => each.needed && !each.answered) || asked[0] || { id: '' }).id;
  const question = id ? visit.question(id) : undefined;
  return question ? asking(visit, question, place) : nothingToAsk(visit);
}

function nothingToAsk(visit: Visit): Screen {
  const on = button('去准备材料', () => go({ view: 'materials', code: visit.code }), 'first');
  return { title: '回答情形', elements: [steps(visit, 'questions'), make('h1', {}, '本事项没有需要回答的问题'), on] };
}

function asking(visit: Visit, question: Question, place: Place): Screen {
  const effect = make('aside', { class: 'effect', 'aria-label': '按目前的回答' });
  const problem = make('p', { class: 'problem', id: 'question-problem', role: 'alert' });
  const update = (): void => {
    effect.replaceChildren(...consequences(visit, question.id, effect));
    say(problem, '');
  };
  const where = make(
    'p',
    { class: 'where' },
    place.back ? '修改回答' : progress(visit, question.id),
    ' ',
    ...exampleOf(visit.item, 'questions'),
  );
  const field = make(
    'fieldset',
    { class: 'question', 'aria-describedby': 'question-problem' },
    make('legend', {}, make('h1', {}, question.label)),
    ...given(question.help, (help) => make('p', { class: 'hint' }, help)),
    ...(question.kind === 'choices' ? [make('p', { class: 'hint' }, '可以选多项；没有的，可以一项都不选。')] : []),
    ...choices(visit, question, update),
    problem,
  );
  effect.append(make('p', { role: 'status' }), make('div', {}));
  update();
  return {
    title: question.label,
    elements: [
      steps(visit, 'questions'),
      make(
        'div',
        { class: 'split ask' },
        make('div', { class: 'panel' }, where, field, buttons(visit, question, place, problem)),
        effect,
      ),
    ],
  };
}

/** The questions of this applicant: those that settle something, and those that have. */
function own(visit: Visit): string[] {
  return visit.plan.questions
    .filter(({ id, needed, answered }) => needed || answered || visit.skipped[id])
    .map(({ id }) => id);
}

function progress(visit: Visit, id: string): string {
  const all = own(visit);
  const number = all.indexOf(id) + 1 || all.length + 1;
  const left = Math.max(0, all.length - number);
  return left ? `第 ${number} 题，还剩约 ${left} 题` : `第 ${number} 题，这是最后一题`;
}

function choices(visit: Visit, question: Question, update: () => void): HTMLElement[] {
  const several = question.kind === 'choices';
  const name = `q-${question.id}`;
  return options(question).map(([id, label, value]) => {
    const held = visit.answers[question.id];
    const chosen = Array.isArray(held) ? held.includes(String(value)) : held === value;
    const pick = (event: Event): void => {
      const now = visit.answers[question.id];
      const others = Array.isArray(now) ? now.filter((each) => each !== value) : [];
      visit.answers[question.id] = several
        ? (event.target as HTMLInputElement).checked
          ? [...others, String(value)]
          : others
        : (value as Answer);
      delete visit.skipped[question.id];
      update();
    };
    const input = make('input', {
      type: several ? 'checkbox' : 'radio',
      name,
      id: `${name}-${id}`,
      checked: chosen,
      change: pick,
    });
    return make('label', { class: 'choice boxed', for: `${name}-${id}` }, input, make('span', {}, label));
  });
}

/** The next question in order, else one that is still open; when there is none, the materials, or where an answer was being
    changed. */
function onward(visit: Visit, question: string, { back }: Place): Place {
  const all = own(visit);
  const open = visit.plan.questions
    .filter(({ id, needed, answered }) => needed && !answered && !visit.skipped[id])
    .map(({ id }) => id);
  const next = (back ? undefined : all[all.indexOf(question) + 1]) || open[0];
  const place: Place = next
    ? { view: 'questions', code: visit.code, question: next }
    : { view: back || 'materials', code: visit.code };
  return next && back ? { ...place, back } : place;
}

function buttons(visit: Visit, question: Question, place: Place, problem: HTMLElement): HTMLElement {
  const all = own(visit);
  const before = all[all.indexOf(question.id) - 1];
  const next = (): void => {
    if (visit.answers[question.id] === undefined && question.kind === 'choices') visit.answers[question.id] = [];
    const answer = visit.answers[question.id];
    if (answer !== undefined && answer !== null) {
      go(onward(visit, question.id, place));
      return;
    }
    say(problem, '请选择一项。还不清楚的，请选“不清楚，先跳过”。');
    const input = document.querySelector<HTMLElement>('.question input');
    if (input) input.focus();
  };
  const skip = (): void => {
    delete visit.answers[question.id];
    visit.skipped[question.id] = true;
    go(onward(visit, question.id, place));
  };
  const previous = (): void =>
    go(before ? { view: 'questions', code: visit.code, question: before } : { view: 'guide', code: visit.code });
  return make(
    'div',
    { class: 'row' },
    button(place.back ? '保存' : '下一题', next, 'first', { id: 'next' }),
    button(before ? '上一题' : '返回指南', previous),
    button('不清楚，先跳过', skip, 'plain'),
  );
}

/** What the answers so far come to, live. */
function consequences(visit: Visit, question: string, effect: HTMLElement): HTMLElement[] {
  const { plan, result, message } = visit.check();
  const yes = plan.materials.filter(({ applies }) => applies === 'yes');
  const open = plan.materials.filter(({ applies }) => applies === 'unknown');
  const status = (effect.querySelector('[role=status]') || make('p', { role: 'status' })) as HTMLElement;
  say(status, `按目前的回答，需要 ${yes.length} 份材料${open.length ? `，另有 ${open.length} 份待确定` : ''}。`);
  const screens = result.findings
    .filter(({ code }) =>
      ['SIT_CONFLICT', 'SIT_NOT_ELIGIBLE', 'ITEM_NOT_REQUIRED', 'ITEM_NOT_COMPETENT'].includes(code),
    )
    .map(message);
  const line = ({ id, because }: { id: string; because?: string[] }): HTMLElement =>
    make(
      'li',
      {},
      visit.nameOf(id),
      ...((because || []).includes(question) ? [make('span', { class: 'tag blue' }, '因本题')] : []),
    );
  return [
    status,
    ...screens.map(({ what, how, basis }) =>
      make(
        'div',
        { class: 'notice warn' },
        make('p', {}, make('strong', {}, what), ' ', how),
        make('p', { class: 'basis' }, `依据：${basis}`),
      ),
    ),
    make(
      'div',
      {},
      make('h2', {}, '需要的材料'),
      make('ul', { class: 'short' }, ...yes.map(line)),
      ...(open.length
        ? [
            make('h2', {}, '待确定'),
            make('ul', { class: 'short' }, ...open.map(({ id }) => make('li', {}, visit.nameOf(id)))),
          ]
        : []),
    ),
  ];
}

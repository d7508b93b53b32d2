import { button, make } from './dom.js';
import type { View } from './router.js';
import { go } from './router.js';
import type { Visit } from './state.js';

const STEPS: [View, string][] = [
  ['questions', '情形'],
  ['materials', '材料'],
  ['review', '核对'],
  ['sheet', '结果单'],
];

/** Where one is on the way from the guide to the sheet. Every step can be gone to at once: nothing given is ever lost. */
export function steps(visit: Visit, current: View): HTMLElement {
  const shown = STEPS.filter(([view]) => view !== 'questions' || visit.plan.questions.length);
  const place = shown.findIndex(([view]) => view === current);
  const list = shown.map(([view, label], index) => {
    const open = (): void =>
      go(view === 'questions' ? { view, code: visit.code, question: firstOf(visit) } : { view, code: visit.code });
    const number = make('span', { class: 'number', 'aria-hidden': 'true' }, String(index + 1));
    const inside = [number, make('span', {}, label)];
    const step =
      index === place
        ? make('span', { class: 'step', 'aria-current': 'step' }, ...inside)
        : make('button', { type: 'button', class: 'step', click: open }, ...inside);
    return make('li', { class: index < place ? 'past' : '' }, step);
  });
  const back = (): void => go({ view: 'guide', code: visit.code });
  return make(
    'div',
    { class: 'way noprint' },
    make('p', { class: 'crumb' }, button(`‹ ${visit.item.name}`, back, 'plain')),
    make('nav', { 'aria-label': '办理步骤' }, make('ol', { class: 'steps' }, ...list)),
  );
}

/** The first question, or the first that is still open. */
function firstOf(visit: Visit): string | undefined {
  const { questions } = visit.plan;
  const open = questions.find(({ needed, answered }) => needed && !answered);
  const question = open || questions[0];
  return question && question.id;
}

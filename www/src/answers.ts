import type { Question } from 'yushen';
import { button, make } from './dom.js';
import type { View } from './router.js';
import { go } from './router.js';
import type { Visit } from './state.js';

/** The options of a question: identifier, words, and the answer each stands for. */
export function options({ kind, options }: Question): [string, string, boolean | string][] {
  return kind === 'boolean'
    ? [
        ['yes', '是', true],
        ['no', '否', false],
      ]
    : (options || []).map(({ id, label }) => [id, label, id]);
}

/** An answer in words. */
export function answerText(visit: Visit, id: string): string {
  const question = visit.question(id);
  const held = visit.answers[id];
  if (!question || held === undefined || held === null) return '还没有回答';
  const labels = options(question)
    .filter(([, , value]) => (Array.isArray(held) ? held.includes(String(value)) : held === value))
    .map(([, label]) => label);
  return labels.length ? labels.join('、') : '都没有';
}

/** The answers, each of which can be changed. */
export function answerList(visit: Visit, back: View): HTMLElement {
  const rows = visit.plan.questions
    .filter(({ needed, answered }) => needed || answered)
    .map(({ id }) => {
      const label = (visit.question(id) || { label: id }).label;
      const change = (): void => go({ view: 'questions', code: visit.code, question: id, back });
      return make(
        'div',
        {},
        make('dt', {}, label),
        make('dd', {}, answerText(visit, id)),
        make('dd', { class: 'act noprint' }, button('更改', change, 'plain', { 'aria-label': `更改：${label}` })),
      );
    });
  return make('dl', { class: 'answers' }, ...rows);
}

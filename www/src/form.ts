import type { Question } from 'yushen';
import { make } from './dom.js';
import type { Visit } from './state.js';

/** The questions this applicant is asked; answering one may bring up another. */
export function questions(visit: Visit, changed: () => void): HTMLElement[] {
  const asked = visit.plan.questions.map(({ id }) => visit.item.questions?.find((question) => question.id === id));
  const fields = asked.map((question) => (question ? field(visit, question, changed) : make('p')));
  const none = make('p', { class: 'hint' }, '本事项没有需要回答的问题。');
  return [make('h2', { id: 'h-questions' }, '一、您的情形'), ...(fields.length ? fields : [none])];
}

function field(visit: Visit, question: Question, changed: () => void): HTMLElement {
  const options: [string, string, boolean | string][] =
    question.kind === 'boolean' ? [['yes', '是', true], ['no', '否', false]] : (question.options || []).map(({ id, label }) => [id, label, id]);
  const several = question.kind === 'choices';
  const choices = options.map(([id, label, value]) => {
    const answer = visit.answers[question.id];
    const chosen = Array.isArray(answer) ? answer.includes(String(value)) : answer === value;
    const pick = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const others = Array.isArray(answer) ? answer.filter((each) => each !== value) : [];
      visit.answers[question.id] = several ? (input.checked ? [...others, String(value)] : others) : value;
      changed();
      document.getElementById(input.id)?.focus(); // the fields were made anew; the keyboard stays where it was
    };
    const name = `q-${question.id}`;
    const input = make('input', { type: several ? 'checkbox' : 'radio', name, id: `${name}-${id}`, checked: chosen, change: pick });
    return make('label', { class: 'choice', for: `${name}-${id}` }, input, label);
  });
  const help = question.help ? [make('p', { class: 'hint' }, question.help)] : [];
  return make('fieldset', {}, make('legend', {}, question.label), ...help, ...choices);
}

/** Who applies. */
export function whoApplies(visit: Visit, changed: () => void): HTMLElement[] {
  const kind = visit.item.applicant;
  const [name, number] = kind === 'uscc' ? ['单位名称', '统一社会信用代码'] : ['姓名', '公民身份号码'];
  const says = make('p', { class: 'hint', id: 'number-says', role: 'status' });
  const typed = (key: 'name' | 'identifier') => (event: Event): void => {
    visit[key] = (event.target as HTMLInputElement).value.trim();
    says.textContent = kind && visit.identifier ? hint(visit) : '';
    changed();
  };
  return [
    make('h2', { id: 'h-person' }, '二、申请人'),
    make('label', { class: 'field', for: 'name' }, name),
    make('input', { type: 'text', id: 'name', value: visit.name, autocomplete: 'off', change: typed('name') }),
    make('label', { class: 'field', for: 'number' }, number),
    make('input', { type: 'text', id: 'number', value: visit.identifier, autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'number-says', change: typed('identifier') }),
    says,
  ];
}

function hint(visit: Visit): string {
  if (!visit.item.applicant) return '';
  const { valid, suggestion } = visit.yushen.identifier(visit.item.applicant, visit.identifier, { on: visit.on });
  return valid ? '号码校验通过。' : suggestion ? `号码可能写错了。您是不是要写 ${suggestion}？` : '号码可能写错了，请逐位核对。';
}

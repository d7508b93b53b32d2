import type { FileKind, Material, Question } from 'yushen';
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
    make('input', { type: 'text', id: 'name', autocomplete: 'off', change: typed('name') }),
    make('label', { class: 'field', for: 'number' }, number),
    make('input', { type: 'text', id: 'number', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'number-says', change: typed('identifier') }),
    says,
  ];
}

function hint(visit: Visit): string {
  if (!visit.item.applicant) return '';
  const { valid, suggestion } = visit.yushen.identifier(visit.item.applicant, visit.identifier, { on: visit.on });
  return valid ? '号码校验通过。' : suggestion ? `号码可能写错了。您是不是要写 ${suggestion}？` : '号码可能写错了，请逐位核对。';
}

const STATES: { [state: string]: [string, string] } = {
  absent: ['可不提供', 'calm'], given: ['已选文件', 'good'], faulty: ['需修改', 'bad'], missing: ['缺少', 'bad'],
  exempt: ['免提交', 'good'], deferred: ['容缺后补', 'note'], 'not-needed': ['不需要', 'calm'], unknown: ['待确定', 'note'],
};

/** The list of materials, each with its files and what is wrong with them. */
export function materials(visit: Visit, changed: () => void): HTMLElement[] {
  const checked = visit.check();
  const rows = checked.materials.map(({ id, state }) => {
    const material = visit.item.materials.find((each) => each.id === id);
    if (!material || (state === 'not-needed' && !(visit.files[id] || []).length)) return undefined;
    const [word, tone] = STATES[state] || [state, 'calm'];
    const head = make('div', { class: 'head' }, make('h3', {}, material.name + (material.evidence === 'example' ? '（示例）' : '')), make('span', { class: `tag ${tone}` }, word));
    const pick = state === 'unknown' ? [make('p', { class: 'hint' }, '回答上面的问题后才能确定是否需要。')] : picker(visit, material, changed);
    return make('li', {}, head, ...pick);
  });
  return [make('h2', { id: 'h-materials' }, '三、您的材料'), make('ul', { class: 'tasks' }, ...rows.filter((row): row is HTMLLIElement => !!row))];
}

function picker(visit: Visit, material: Material, changed: () => void): HTMLElement[] {
  const { id, files: rule } = material;
  const kinds = (rule?.kinds || []).map((kind: FileKind) => kind.toUpperCase()).join('、');
  const limits = [kinds && `可用 ${kinds}`, rule?.maxBytes && `每个文件最大 ${Math.floor(rule.maxBytes / 1_048_576)} MB`].filter(Boolean).join('；');
  const busy = make('p', { class: 'hint', role: 'status' });
  const add = async (event: Event): Promise<void> => {
    const chosen = Array.from((event.target as HTMLInputElement).files || []);
    for (const file of chosen) {
      const onProgress = (read: number, total: number): void => {
        if (total > 4_000_000) busy.textContent = `正在本机读取“${file.name}”：${Math.floor((read / total) * 100)}%`;
      };
      try {
        const report = await visit.yushen.inspect(file, { onProgress });
        (visit.files[id] = visit.files[id] || []).push(report);
      } catch (error) {
        busy.textContent = `读取“${file.name}”时出错（${(error as { code?: string }).code || '无法读取'}），请重新选择。`;
        return;
      }
    }
    changed();
  };
  const rows = (visit.files[id] || []).map((file, index) => {
    const remove = (): void => { visit.files[id]?.splice(index, 1); changed(); };
    return make('li', {}, `${file.name}（${file.kind.toUpperCase()}，${Math.ceil(file.size / 1024)} KB）`, make('button', { class: 'plain', click: remove, 'aria-label': `移除 ${file.name}` }, '移除'));
  });
  const input = make('input', { type: 'file', multiple: true, id: `m-${id}`, 'aria-label': `为“${material.name}”选择文件`, change: (event) => void add(event) });
  const fields = rows.length ? (material.fields || []).map((field) => {
    const typed = (event: Event): void => {
      (visit.fields[id] = visit.fields[id] || {})[field.id] = (event.target as HTMLInputElement).value.trim();
      changed();
    };
    const box = make('input', { type: 'text', value: visit.fields[id]?.[field.id] || '', autocomplete: 'off', change: typed });
    return make('label', { class: 'field' }, field.label, box);
  }) : [];
  return [...(limits ? [make('p', { class: 'hint' }, limits)] : []), make('ul', { class: 'files' }, ...rows), make('label', { class: 'pick' }, rows.length ? '再选一个文件' : '选择文件', input), busy, ...fields];
}

import type { FileKind, Material, MaterialState, Message } from 'yushen';
import { make } from './dom.js';
import type { Visit } from './state.js';

/** What a state is called, and in which tone. */
const STATES: { [state: string]: [string, string] } = {
  absent: ['可不提供', 'calm'], given: ['已选文件', 'good'], faulty: ['需修改', 'bad'], missing: ['缺少', 'bad'],
  exempt: ['免提交', 'good'], deferred: ['容缺后补', 'note'], 'not-needed': ['不需要', 'calm'], unknown: ['待确定', 'note'],
};

/** A part of the page that is made once and brought up to date: what has the focus keeps it, and no click is lost. */
export interface Part {
  element: HTMLElement;
  update(): void;
}

/** The list of materials. */
export function materials(visit: Visit, changed: () => void): Part {
  const rows = visit.item.materials.map((material) => ({ material, ...row(visit, material, changed) }));
  const element = make('section', { 'aria-labelledby': 'h-materials' },
    make('h2', { id: 'h-materials' }, '三、您的材料'), make('ul', { class: 'tasks' }, ...rows.map((each) => each.element)));
  const update = (): void => {
    const { plan, application } = visit;
    const checked = visit.catalogue.check(plan, application);
    rows.forEach((each, place) => {
      const state = checked.materials[place];
      const wrong = checked.findings.filter(({ material, file }) => material === each.material.id && file !== undefined);
      if (state) each.update(state, wrong.map((finding) => visit.catalogue.message(plan, finding, application)));
    });
  };
  return { element, update };
}

function row(visit: Visit, material: Material, changed: () => void): { element: HTMLElement; update(state: MaterialState, wrong: Message[]): void } {
  const tag = make('span', {});
  const files = make('ul', { class: 'files' });
  const problems = make('div', {});
  const wait = make('p', { class: 'hint' }, '回答上面的问题后才能确定是否需要。');
  const given = make('div', {}, ...hints(material), files, problems, picker(visit, material, changed), ...fields(visit, material, changed));
  const name = material.name + (material.evidence === 'example' ? '（示例）' : '');
  const element = make('li', {}, make('div', { class: 'head' }, make('h3', {}, name), tag), wait, given);
  let shown = '';
  const update = ({ id, state }: MaterialState, wrong: Message[]): void => {
    const own = visit.files[id] || [];
    const [word, tone] = STATES[state] || [state, 'calm'];
    element.hidden = state === 'not-needed' && !own.length;
    wait.hidden = state !== 'unknown';
    given.hidden = state === 'unknown' && !own.length;
    tag.textContent = word;
    tag.className = `tag ${tone}`;
    problems.replaceChildren(...wrong.map(({ what, how }) => make('p', { class: 'problem' }, what, ' ', how)));
    const now = own.map((file) => file.sha256).join();
    if (now === shown) return;
    shown = now;
    files.replaceChildren(...own.map((file, place) => {
      const remove = (): void => { own.splice(place, 1); changed(); };
      const line = `${file.name}（${file.kind.toUpperCase()}，${Math.ceil(file.size / 1024)} KB）`;
      return make('li', {}, line, make('button', { class: 'plain', click: remove, 'aria-label': `移除 ${file.name}` }, '移除'));
    }));
  };
  return { element, update };
}

function hints({ files }: Material): HTMLElement[] {
  const kinds = (files?.kinds || []).map((kind: FileKind) => kind.toUpperCase()).join('、');
  const size = files?.maxBytes || 0;
  const most = size < 1_048_576 ? `${Math.floor(size / 1024)} KB` : `${Math.floor(size / 1_048_576)} MB`;
  const limits = [kinds && `可用 ${kinds}`, size && `每个文件最大 ${most}`].filter(Boolean).join('；');
  return limits ? [make('p', { class: 'hint' }, limits)] : [];
}

function picker(visit: Visit, { id, name }: Material, changed: () => void): HTMLElement {
  const status = make('p', { class: 'hint', role: 'status' });
  const add = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const failed: string[] = [];
    for (const file of Array.from(input.files || [])) {
      const onProgress = (read: number, total: number): void => {
        if (total > 4_000_000) status.textContent = `正在本机读取“${file.name}”：${Math.floor((read / total) * 100)}%`;
      };
      try {
        const report = await visit.yushen.inspect(file, { onProgress });
        (visit.files[id] = visit.files[id] || []).push(report);
      } catch (error) {
        failed.push(`${file.name}（${(error as { code?: string }).code || '无法读取'}）`);
      }
    }
    input.value = ''; // the same file can be chosen again after it was mended
    status.textContent = failed.length ? `没有读出：${failed.join('、')}。请重新选择。` : '';
    changed();
  };
  const input = make('input', { type: 'file', multiple: true, id: `m-${id}`, 'aria-label': `为“${name}”选择文件`, change: (event) => void add(event) });
  return make('div', {}, make('label', { class: 'pick' }, '选择文件', input), status);
}

function fields(visit: Visit, { id, fields }: Material, changed: () => void): HTMLElement[] {
  return (fields || []).map((field) => {
    const typed = (event: Event): void => {
      (visit.fields[id] = visit.fields[id] || {})[field.id] = (event.target as HTMLInputElement).value.trim();
      changed();
    };
    const box = make('input', { type: 'text', id: `f-${id}-${field.id}`, value: visit.fields[id]?.[field.id] || '', autocomplete: 'off', change: typed });
    return make('label', { class: 'field' }, field.label + (field.required ? '' : '（选填）'), box);
  });
}

import type { PlannedMaterial } from 'yushen';
import { answerList } from './answers.js';
import { button, find, focusOn, given, make, say, settled } from './dom.js';
import type { Part } from './material.js';
import { materialCard, stateWord } from './material.js';
import { parties } from './party.js';
import type { Place, Screen } from './router.js';
import { go } from './router.js';
import type { Checked, Visit } from './state.js';
import { steps } from './steps.js';
import { tag } from './words.js';

/** 材料清单: only what this applicant needs, each with its state; whatever is given is checked at once. */
export function materialScreen(visit: Visit, place: Place): Screen {
  const { code } = visit;
  const parts: Part[] = [];
  const update = (): void => {
    const checked = visit.check();
    parts.forEach((part) => part.update(checked));
  };
  const changed = (): void =>
    settled(() => {
      try {
        update();
      } catch {
        go({ view: 'materials', code }, true); // the component has been started anew, or says why it could not
      }
    });
  const list = kept(visit, parts, changed);
  const aside = make('aside', { class: 'overview', 'aria-label': '进度' }, list.add(progress(visit)));
  const body = make(
    'div',
    {},
    ...situation(visit),
    list.add(parties(visit, changed)),
    ...shelves(visit).map((each) => shelf(each, list)),
    ...open(visit),
    ...unneeded(visit, list),
    make(
      'p',
      { class: 'row' },
      button('核对', () => go({ view: 'review', code }), 'first large', { id: 'review' }),
    ),
  );
  update();
  const head = [make('h1', {}, '准备材料'), make('p', { class: 'lead' }, '选好文件后立刻在本机检查，不会上传。')];
  const elements = [steps(visit, 'materials'), ...head, make('div', { class: 'split' }, aside, body)];
  return { title: '准备材料', elements, shown: () => focusPlace(place.at) };
}

/** What is brought up to date, and the cards of it. */
interface List {
  add(part: Part): HTMLElement;
  card(planned: PlannedMaterial): HTMLElement;
}

function kept(visit: Visit, parts: Part[], changed: () => void): List {
  const add = (part: Part): HTMLElement => {
    parts.push(part);
    return part.element;
  };
  const card = ({ id, because }: PlannedMaterial): HTMLElement => {
    const material = visit.material(id);
    return material ? add(materialCard(visit, material, because, changed)) : make('li', {});
  };
  return { add, card };
}

function shelf({ id, title, hint, materials, boxed }: Shelf, list: List): HTMLElement {
  return make(
    'section',
    { 'aria-labelledby': `s-${id}`, class: boxed ? 'group' : '' },
    make('h2', { id: `s-${id}` }, title),
    ...given(hint, (text) => make('p', { class: 'hint' }, text)),
    make('ul', { class: 'tasks' }, ...materials.map(list.card)),
  );
}

interface Shelf {
  id: string;
  title: string;
  hint?: string;
  materials: PlannedMaterial[];
  boxed?: boolean;
}

/** What must be there, what suffices in its stead, what may be there, what the authority fetches itself. */
function shelves(visit: Visit): Shelf[] {
  const mine = visit.plan.materials.filter(({ applies }) => applies === 'yes');
  const own = mine.filter(({ group, shared }) => !group && !shared);
  const shelves: Shelf[] = [
    { id: 'needed', title: '需要您准备', materials: own.filter(({ need }) => need !== 'optional') },
  ];
  for (const { id, name, min = 1 } of visit.item.groups || []) {
    const materials = mine.filter(({ group }) => group === id);
    const title = materials.length > min ? `${name}（以下任选${min > 1 ? ` ${min} 种` : '一种'}）` : name;
    shelves.push({ id: `group-${id}`, title, materials, boxed: true });
  }
  shelves.push({
    id: 'optional',
    title: '可以不提供',
    hint: '有的话可以一并提供，没有也不影响受理。',
    materials: own.filter(({ need }) => need === 'optional'),
  });
  shelves.push({
    id: 'shared',
    title: '免提交',
    hint: '由办理机关通过数据共享查询，您不用准备；查询不到时再上传。',
    materials: mine.filter(({ group, shared }) => !group && shared),
  });
  return shelves.filter(({ materials }) => materials.length);
}

/** How far it has come: every material that is needed counts as one, a choice of several as one. */
function tally(visit: Visit, { plan, result }: Checked): [number, number] {
  const good = (id: string): boolean => {
    const state = (result.materials.find((each) => each.id === id) || { state: 'missing' }).state;
    return (
      ['given', 'exempt', 'committed'].includes(state) ||
      (visit.draft(id).via === 'later' && ['deferred', 'absent'].includes(state))
    );
  };
  const mine = plan.materials.filter(({ applies }) => applies === 'yes');
  const alone = mine.filter(({ group, need }) => !group && need !== 'optional');
  let [done, all] = [alone.filter(({ id }) => good(id)).length, alone.length];
  for (const { id, min = 1 } of visit.item.groups || []) {
    const options = mine.filter(({ group }) => group === id);
    if (!options.length) continue;
    all += 1;
    if (options.filter((each) => good(each.id)).length >= Math.min(min, options.length)) done += 1;
  }
  return [done, all];
}

function progress(visit: Visit): Part {
  const words = make('p', { class: 'done', role: 'status' });
  const bar = make('progress', { 'aria-label': '材料准备进度' });
  const list = make('ol', { class: 'short' });
  const wide = matchMedia('(min-width: 60rem)').matches;
  const element = make('div', {}, words, bar, make('details', { open: wide }, make('summary', {}, '材料与状态'), list));
  let shown = '';
  const update = (checked: Checked): void => {
    const [done, all] = tally(visit, checked);
    say(words, `已完成 ${done} / 共 ${all} 项`);
    bar.max = Math.max(all, 1);
    bar.value = all ? done : 1;
    const states = checked.result.materials.filter(({ state }) => state !== 'not-needed' && state !== 'unknown');
    const lines = states.map((state): [string, [string, string]] => [state.id, stateWord(visit, state, checked)]);
    const now = JSON.stringify(lines);
    if (now === shown) return;
    shown = now;
    const held = list.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.id : undefined;
    list.replaceChildren(...lines.map(([id, [word, tone]]) => line(visit, id, word, tone)));
    if (held) list.querySelector<HTMLElement>(`[data-id="${held}"]`)?.focus();
  };
  return { element, update };
}

function line(visit: Visit, id: string, word: string, tone: string): HTMLElement {
  const to = (): void => {
    focusPlace(`/materials/${id}`);
  };
  return make('li', {}, button(visit.nameOf(id), to, 'plain', { 'data-id': id }), tag(word, tone));
}

function situation(visit: Visit): HTMLElement[] {
  const asked = visit.plan.questions.filter(({ needed, answered }) => needed || answered).length;
  return asked
    ? [
        make(
          'details',
          { class: 'panel' },
          make('summary', {}, `您的情形（${asked} 题）`),
          answerList(visit, 'materials'),
        ),
      ]
    : [];
}

/** What depends on a question that was skipped. */
function open(visit: Visit): HTMLElement[] {
  const { plan, code } = visit;
  const unknown = plan.materials.filter(({ applies }) => applies === 'unknown');
  if (!unknown.length) return [];
  const answers = plan.open.map(({ question }) => {
    const { label } = visit.question(question) || { label: question };
    return make(
      'li',
      {},
      button(`回答：${label}`, () => go({ view: 'questions', code, question, back: 'materials' }), 'plain'),
    );
  });
  const names = unknown.map(({ id }) => `“${visit.nameOf(id)}”`).join('、');
  const heading = make('h2', { id: 's-unknown' }, '还不能确定');
  const why = make('p', {}, `${names}是否需要，取决于您还没有回答的问题。`);
  return [
    make(
      'section',
      { 'aria-labelledby': 's-unknown', class: 'panel' },
      heading,
      why,
      make('ul', { class: 'short' }, ...answers),
    ),
  ];
}

/** What does not apply. What was already given for it stays in sight, so that it can be taken away. */
function unneeded(visit: Visit, list: List): HTMLElement[] {
  const none = visit.plan.materials.filter(({ applies }) => applies === 'no');
  const held = none.filter(({ id }) => visit.draft(id).files.length);
  const rest = none.filter((each) => !held.includes(each));
  const names = make('ul', { class: 'plainlist' }, ...rest.map(({ id }) => make('li', {}, visit.nameOf(id))));
  return [
    ...(held.length ? [shelf({ id: 'left', title: '本次不需要，但已选了文件', materials: held }, list)] : []),
    ...(rest.length
      ? [make('details', { class: 'panel' }, make('summary', {}, `本次不需要的材料（${rest.length} 份）`), names)]
      : []),
  ];
}

/** Shows the place that a finding points to: the very field, else the file input, else the heading of the card. */
export function focusPlace(path?: string): boolean {
  if (!path) return false;
  const [, root = '', id = '', part = '', key = ''] = path.split('/');
  const candidates =
    root === 'materials'
      ? [part === 'fields' ? `f-${id}-${key}` : part && part !== 'files' ? `d-${id}-${part}` : '', `m-${id}`, `h-${id}`]
      : root === 'agent'
        ? ['agent-number', 'agent-name', 'h-party']
        : ['number', 'name', 'h-party'];
  const found = candidates.map((each) => document.getElementById(each));
  for (const each of found) each?.closest('details')?.setAttribute('open', '');
  const target = found.find((each) => each && each.getClientRects().length);
  if (!target) return false;
  focusOn(target);
  if (root === 'materials' && target.id !== `h-${id}`) find(`h-${id}`).scrollIntoView({ block: 'start' });
  return true;
}

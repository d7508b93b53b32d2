import { init } from 'yushen';
import type { Catalogue, Yushen } from 'yushen';
import { find, make, settled } from './dom.js';
import { questions, whoApplies } from './form.js';
import { materials } from './materials.js';
import { result } from './result.js';
import { Visit, clock } from './state.js';

const main = find('main');

/** Starts the component and shows what can be applied for. */
async function start(): Promise<void> {
  try {
    const yushen = await init();
    const answer = await fetch(new URL('./catalogue.json', import.meta.url).href);
    if (!answer.ok) throw new Error(`catalogue: ${answer.status}`);
    const catalogue = yushen.catalogue(await answer.text());
    const { library, calendar } = yushen.versions;
    find('versions').textContent = `组件 ${library} · 日历依据 ${calendar} · 目录 ${catalogue.info.name} ${catalogue.info.version}`;
    choose(yushen, catalogue);
  } catch (error) {
    const code = (error as { code?: string }).code || (error as Error).message;
    main.replaceChildren(
      make('p', { class: 'alert', role: 'alert' }, `暂时不能自查（${code}）。请刷新页面，或到窗口提交材料。`),
      make('button', { click: () => location.reload() }, '刷新'),
    );
  }
}

/** The applications begun: who goes back to the list and returns finds everything as it was. */
const visits = new Map<string, Visit>();

function choose(yushen: Yushen, catalogue: Catalogue): void {
  const on = clock().slice(0, 10);
  const inForce = catalogue.items().filter(({ validFrom, validTo }) => validFrom <= on && (!validTo || on <= validTo));
  const list = make('ul', { class: 'items' });
  for (const { code, name, authority } of inForce) {
    const begin = (): void => {
      const begun = visits.get(code) || new Visit(yushen, catalogue, code);
      visits.set(code, begun);
      show(...page(begun, () => choose(yushen, catalogue)));
    };
    list.append(make('li', {}, make('button', { click: begin }, make('strong', {}, name), make('span', {}, authority))));
  }
  const none = inForce.length ? [] : [make('p', { class: 'notice' }, '目录中没有现在可以办理的事项。')];
  show(make('h1', {}, '您要办理什么？'), make('p', { class: 'hint' }, '选择事项，回答几个问题，就能知道您需要哪些材料。材料在本机检查，不会上传。'), ...none, list);
}

/** One page for one application. Every change is checked at once. */
function page(visit: Visit, back: () => void): HTMLElement[] {
  const { item } = visit;
  const parts = [materials(visit, () => changed()), result(visit)];
  const changed = (): void => settled(() => parts.forEach((part) => part.update()));
  const situation = make('section', { 'aria-labelledby': 'h-questions' });
  const answered = (): void => {
    situation.replaceChildren(...questions(visit, answered));
    changed();
  };
  const person = item.applicant ? [make('section', { 'aria-labelledby': 'h-person' }, ...whoApplies(visit, changed))] : [];
  const notes = (item.notes || []).map((note) => make('p', { class: 'hint' }, note));
  answered();
  return [
    make('p', {}, make('button', { class: 'plain', click: back }, '← 返回事项列表')),
    make('h1', {}, item.name), make('p', { class: 'hint' }, item.authority.name), ...notes,
    situation, ...person, ...parts.map((part) => part.element),
  ];
}

/** Shows a view. After the first one, the reader and the keyboard are taken to its heading. */
function show(...children: HTMLElement[]): void {
  const first = main.contains(document.getElementById('status'));
  main.replaceChildren(...children);
  const heading = main.querySelector('h1');
  if (first || !heading) return;
  heading.tabIndex = -1;
  heading.focus();
  scrollTo(0, 0);
}

void start();

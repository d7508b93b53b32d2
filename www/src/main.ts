import { init } from 'yushen';
import type { Catalogue, Yushen } from 'yushen';
import { find, make } from './dom.js';
import { materials, questions, whoApplies } from './form.js';
import { result } from './result.js';
import { Visit } from './state.js';

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

function choose(yushen: Yushen, catalogue: Catalogue): void {
  const list = make('ul', { class: 'items' });
  for (const item of catalogue.items()) {
    const open = make('button', { click: () => visit(new Visit(yushen, catalogue, item.code), () => choose(yushen, catalogue)) },
      make('strong', {}, item.name), make('span', {}, item.authority));
    list.append(make('li', {}, open));
  }
  show(make('h1', {}, '您要办理什么？'), make('p', { class: 'hint' }, '选择事项，回答几个问题，就能知道您需要哪些材料。材料在本机检查，不会上传。'), list);
}

/** One page for one application. Every change is checked at once. */
function visit(visit: Visit, back: () => void): void {
  const { item } = visit;
  const changed = (): void => {
    tasks.replaceChildren(...materials(visit, changed));
    outcome.replaceChildren(...result(visit));
  };
  const answered = (): void => {
    situation.replaceChildren(...questions(visit, answered));
    changed();
  };
  const situation = make('section', { 'aria-labelledby': 'h-questions' });
  const person = make('section', { 'aria-labelledby': 'h-person' }, ...whoApplies(visit, changed));
  const tasks = make('section', { 'aria-labelledby': 'h-materials' });
  const outcome = make('section', { id: 'outcome', class: 'print', 'aria-labelledby': 'h-result' });
  const notes = (item.notes || []).map((note) => make('p', { class: 'hint' }, note));
  show(
    make('p', {}, make('button', { class: 'plain', click: back }, '← 返回事项列表')),
    make('h1', {}, item.name), make('p', { class: 'hint' }, item.authority.name), ...notes,
    situation, ...(item.applicant ? [person] : []), tasks, outcome,
  );
  answered();
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

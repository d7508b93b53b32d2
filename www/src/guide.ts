import { button, given, make } from './dom.js';
import type { Screen } from './router.js';
import { go } from './router.js';
import { sections } from './sections.js';
import type { Visit } from './state.js';
import { AUDIENCES, example, exampleOf, HANDLING, LEVELS, LIMITS, MODES, PROCEDURES, span, tag } from './words.js';

/** 办事指南: an item as the catalogue has it, in the order in which people ask. */
export function guideScreen(visit: Visit): Screen {
  const { item } = visit;
  const parts = sections(visit);
  const aside = make(
    'aside',
    { class: 'facts', 'aria-label': '事项概要' },
    summary(visit),
    start(visit),
    make('p', { class: 'hint' }, '约 3 分钟。随时可以返回，填过的内容不会丢。'),
    make('nav', { class: 'jump', 'aria-label': '本页内容' }, make('ul', {}, ...parts.map(jump))),
  );
  const elements = [
    make(
      'p',
      { class: 'crumb' },
      button('‹ 全部事项', () => go({ view: 'list' }), 'plain'),
    ),
    make('h1', {}, item.name),
    tags(visit),
    make(
      'div',
      { class: 'split' },
      aside,
      make('div', { class: 'guide' }, ...parts, make('p', { class: 'row' }, start(visit))),
    ),
  ];
  return { title: item.name, elements };
}

/** To the first open question, or straight to the materials. */
function start(visit: Visit): HTMLElement {
  const { code } = visit;
  const begun =
    Object.keys(visit.answers).length || Object.keys(visit.drafts).some((id) => visit.draft(id).submitted());
  const begin = (): void => {
    const open = visit.plan.questions.find(({ needed, answered, id }) => needed && !answered && !visit.skipped[id]);
    go(open ? { view: 'questions', code, question: open.id } : { view: 'materials', code });
  };
  return button(begun ? '继续自查' : '开始自查', begin, 'first large');
}

function jump(part: HTMLElement): HTMLElement {
  const heading = part.querySelector('h2') as HTMLElement;
  const to = (): void => {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  };
  return make('li', {}, button(heading.textContent || '', to, 'plain'));
}

function tags({ item }: Visit): HTMLElement {
  const classes = ['audience', 'procedure', 'level', 'mode'].map((fact) => exampleOf(item, fact)); // once for all of them
  return make(
    'p',
    { class: 'tags' },
    ...item.audience.map((each) => tag(AUDIENCES[each], 'blue')),
    tag(PROCEDURES[item.procedure]),
    ...given(item.level, (level) => tag(LEVELS[level])),
    ...given(item.mode, (mode) => tag(MODES[mode])),
    ...(classes.find((all) => all.length) || []),
  );
}

type Inside = (Node | string)[];

function summary({ item, plan }: Visit): HTMLElement {
  const rows: [string, Inside][] = [['实施主体', [item.authority.name]]];
  const limit =
    item.limits.find(({ kind }) => kind === 'promised') || item.limits.find(({ kind }) => kind === 'statutory');
  if (limit)
    rows.push([
      `${LIMITS[limit.kind]}时限`,
      [limit.amount ? span(limit.amount, limit.unit) : '当日', ' ', ...example(limit.evidence)],
    ]);
  if (item.fees)
    rows.push([
      '收费',
      [item.fees.items && item.fees.items.length ? '收费，见下文' : '不收费', ' ', ...example(item.fees.evidence)],
    ]);
  const count = (applies: string): number => plan.materials.filter((each) => each.applies === applies).length;
  rows.push(['材料', [count('unknown') ? `${count('yes')} 份起，按您的情形确定` : `${count('yes')} 份`]]);
  if (item.handling)
    rows.push([
      '办理形式',
      [item.handling.map((form) => HANDLING[form]).join('、'), ' ', ...exampleOf(item, 'handling')],
    ]);
  if (item.visits !== undefined)
    rows.push(['到现场', [item.visits ? `${item.visits} 次 ` : '不用跑现场 ', ...exampleOf(item, 'visits')]]);
  return make(
    'dl',
    {},
    ...rows.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, ...value))),
  );
}

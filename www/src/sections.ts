import type { Contact, Item, Limit, Material } from 'yushen';
import { citationText, cited } from './basis.js';
import { given, make, outward } from './dom.js';
import type { Visit } from './state.js';
import {
  CONTACTS,
  day,
  example,
  exampleOf,
  LEVELS,
  LIMITS,
  limitName,
  NEEDS,
  ORIGINS,
  RELIEF,
  running,
  span,
} from './words.js';

type Inside = (Node | string)[];

/** The parts of a guide, as far as the catalogue has anything for them. */
export function sections(visit: Visit): HTMLElement[] {
  const { item } = visit;
  return [
    ...section('办理条件', [...conditions(visit), ...openings(item)]),
    ...section('材料一览', materials(item)),
    ...section('办理时限', limits(visit)),
    ...section('收费', fees(visit)),
    ...section('办理场所与时间', venues(item)),
    ...section('办理过程', stages(item)),
    ...section('办理结果', results(item)),
    ...section('一并办理', constituents(item)),
    ...section('咨询、查询与投诉', contacts(item)),
    ...section('救济渠道', relief(visit)),
    ...section(
      '依据',
      points(item.basis, (citation) => [citationText(visit, citation)]),
    ),
    ...section(
      '说明',
      points(item.notes, (note) => [note]),
    ),
  ];
}

let made = 0;

function section(title: string, inside: HTMLElement[]): HTMLElement[] {
  made += 1;
  const id = `g-${made}`;
  return inside.length ? [make('section', { 'aria-labelledby': id }, make('h2', { id }, title), ...inside)] : [];
}

/** A list with a point for each; nothing where there is none. */
function points<T>(
  all: T[] | undefined,
  each: (one: T) => Inside,
  kind: 'ol' | 'ul' = 'ul',
  look = 'plainlist',
): HTMLElement[] {
  return given(all, (list) => make(kind, { class: look }, ...list.map((one) => make('li', {}, ...each(one)))));
}

function line(name: string, text?: string): HTMLElement[] {
  return given(text, (value) => make('p', {}, `${name}${value}`));
}

function conditions(visit: Visit): HTMLElement[] {
  return points(
    visit.item.requirements,
    ({ text, basis, evidence }) => [text, ' ', ...example(evidence), ...cited(visit, basis)],
    'ol',
  );
}

function openings(item: Item): HTMLElement[] {
  const windows = (item.windows || []).map(({ from, to, name, evidence }) =>
    make('p', {}, `受理时间${name ? `（${name}）` : ''}：${day(from)}至${day(to)} `, ...example(evidence)),
  );
  const quota = given(item.quota, ({ text, evidence }) => make('p', {}, `数量限制：${text} `, ...example(evidence)));
  const single = item.single
    ? [make('p', {}, '同一申请人在上一件办结前，不能重复申请。 ', ...exampleOf(item, 'single'))]
    : [];
  return [...windows, ...quota, ...single];
}

/** Every material of the item: what kind of paper it is and where it comes from helps to start early. */
function materials({ materials, groups }: Item): HTMLElement[] {
  if (!materials.length) return [make('p', {}, '本事项不需要提交材料。')];
  const when = ({ when, group, shared, need }: Material): string => {
    const chosen = (groups || []).find(({ id }) => id === group);
    return [shared ? '免提交' : NEEDS[need], chosen ? `“${chosen.name}”任选其一` : '', when ? '按情形' : '']
      .filter(Boolean)
      .join('，');
  };
  const row = (material: Material): HTMLElement =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, material.name, ' ', ...example(material.evidence)),
      make('td', { 'data-head': '要求' }, when(material)),
      make('td', { 'data-head': '来源' }, material.origin ? ORIGINS[material.origin] : '—'),
    );
  const head = ['材料', '要求', '来源'].map((each) => make('th', { scope: 'col' }, each));
  const caption = make('caption', { class: 'sr' }, '本事项可能用到的全部材料');
  return [
    make(
      'table',
      { class: 'stacked even' },
      caption,
      make('thead', {}, make('tr', {}, ...head)),
      make('tbody', {}, ...materials.map(row)),
    ),
    make('p', { class: 'hint' }, '开始自查后，只列出您的情形需要的材料。'),
  ];
}

function limits(visit: Visit): HTMLElement[] {
  const { item } = visit;
  const each = (limit: Limit): Inside => [
    make('strong', {}, `${limitName(item, limit)}：`),
    running(item, limit),
    ' ',
    ...example(limit.evidence),
    ...given(limit.extension, ({ amount, approver }) =>
      make('p', {}, `经${approver}批准，可以延长 ${span(amount, limit.unit)}。`),
    ),
    ...line('不计入：', limit.excludes),
    make('span', { class: 'basis' }, `依据：${citationText(visit, limit.basis)}`),
  ];
  const list = points(item.limits, each);
  return list.length ? [...list, make('p', { class: 'hint' }, '起算当日不计入，自次日起算。')] : [];
}

function fees(visit: Visit): HTMLElement[] {
  const { fees } = visit.item;
  if (!fees) return [];
  const list = points(fees.items, ({ name, amount, standard, basis, evidence }) => [
    make('strong', {}, `${name}：`),
    amount === undefined ? '' : `${(amount / 100).toFixed(2)} 元 `,
    standard ? `${standard} ` : '',
    ...example(evidence),
    ...cited(visit, basis),
  ]);
  return list.length ? list : [make('p', {}, '不收费 ', ...example(fees.evidence))];
}

function venues({ venues }: Item): HTMLElement[] {
  return points(venues, ({ name, level, address, hours, evidence }) => [
    make('strong', {}, name),
    ` ${LEVELS[level]} `,
    ...example(evidence),
    ...line('地址：', address),
    ...line('时间：', hours),
  ]);
}

function stages({ stages, limits }: Item): HTMLElement[] {
  const within = (id?: string): HTMLElement[] => {
    const limit = limits.find((each) => each.id === id);
    return limit
      ? [
          make(
            'p',
            { class: 'hint' },
            `${LIMITS[limit.kind]}时限：${limit.amount ? span(limit.amount, limit.unit) : '当日'}`,
          ),
        ]
      : [];
  };
  return points(
    stages,
    ({ name, text, limit, evidence }) => [
      make('strong', {}, name),
      ' ',
      ...example(evidence),
      ...line('', text),
      ...within(limit),
    ],
    'ol',
    'stages',
  );
}

function results({ results }: Item): HTMLElement[] {
  return points(results, ({ name, delivery, validity, evidence }) => [
    make('strong', {}, name),
    ' ',
    ...example(evidence),
    ...line('送达：', delivery),
    ...line('有效期：', validity),
  ]);
}

function constituents({ constituents }: Item): HTMLElement[] {
  return points(constituents, ({ name, authority, evidence }) => [
    make('strong', {}, name),
    ` ${authority} `,
    ...example(evidence),
  ]);
}

function contacts({ inquiry, progress, complaint, authority }: Item): HTMLElement[] {
  const value = ({ kind, value }: Contact): Node | string => {
    if (kind === 'phone') return make('a', { href: `tel:${value.replace(/[^\d+-]/g, '')}` }, value);
    return kind === 'online' ? outward(value, value) : value;
  };
  const channels = (name: string, all: Contact[] = []): HTMLElement[] => {
    const lines = all.map((contact) =>
      make('dd', {}, `${CONTACTS[contact.kind]}：`, value(contact), ' ', ...example(contact.evidence)),
    );
    return lines.length ? [make('div', {}, make('dt', {}, name), ...lines)] : [];
  };
  const phone: Contact[] = authority.phone ? [{ kind: 'phone', value: authority.phone, evidence: 'published' }] : [];
  const all = [
    ...channels('咨询', inquiry || phone),
    ...channels('进度查询', progress),
    ...channels('监督投诉', complaint),
  ];
  return all.length ? [make('dl', { class: 'contacts' }, ...all)] : [];
}

function relief(visit: Visit): HTMLElement[] {
  return points(visit.item.relief, ({ kind, text, basis, evidence }) => [
    make('strong', {}, `${RELIEF[kind]}：`),
    text,
    ' ',
    ...example(evidence),
    ...cited(visit, basis),
  ]);
}

import type { CivilDate, Clock, Limit, Schedule, Trigger } from 'yushen';
import { basisText, citationText } from './basis.js';
import { announce, button, download, make, settled } from './dom.js';
import { entry } from './fields.js';
import { calendar } from './month.js';
import type { Visit } from './state.js';
import { day, example, LIMITS, limitName, running } from './words.js';

/** Events that can be assumed before anything has happened. */
type Assumed = 'received' | 'accepted' | 'announced' | 'expires';
const ASSUMED: Assumed[] = ['received', 'accepted', 'announced', 'expires'];

/** 办理时限: by when the authority must act, if the case began on a day the applicant can choose. */
export function limits(visit: Visit): HTMLElement {
  const dates: { filed: CivilDate; announced: CivilDate; expires: CivilDate } = {
    filed: visit.on,
    announced: visit.on,
    expires: '',
  };
  const body = make('div', {});
  const wanted = (trigger: Trigger): boolean => visit.item.limits.some((limit) => limit.trigger === trigger);
  const update = (): void => body.replaceChildren(...table(visit, dates));
  const one = (key: keyof typeof dates, label: string): HTMLElement =>
    entry({
      id: `assume-${key}`,
      label,
      type: 'date',
      value: dates[key],
      attributes: { min: '2020-01-01', max: '2049-12-31' },
      typed: (value) => {
        dates[key] = /^\d{4}-\d\d-\d\d$/.test(value) ? value : '';
      },
      left: () =>
        settled(() => {
          update();
          announce('已按新的日期推算');
        }),
    }).element;
  update();
  return make(
    'section',
    { 'aria-labelledby': 'h-deadlines', class: 'panel' },
    make('h2', { id: 'h-deadlines' }, '办理时限'),
    make('p', { class: 'hint' }, '按下面的日期推算，以机关书面告知为准。'),
    make(
      'div',
      { class: 'dates' },
      ...(wanted('received') || wanted('accepted') ? [one('filed', '假设在这一天收到申请并受理')] : []),
      ...(wanted('announced') ? [one('announced', '假设从这一天开始公示')] : []),
      ...(wanted('expires') ? [one('expires', '证件有效期届满的日期')] : []),
    ),
    body,
    ...backwards(visit),
  );
}

function counted(
  visit: Visit,
  dates: { filed: CivilDate; announced: CivilDate; expires: CivilDate },
): Schedule | undefined {
  const at: { [event in Assumed]: CivilDate } = {
    received: dates.filed,
    accepted: dates.filed,
    announced: dates.announced,
    expires: dates.expires,
  };
  const events = ASSUMED.filter((type) => at[type]).map((type) => ({ type, at: at[type] }));
  try {
    return visit.schedule(events, visit.on > dates.filed ? visit.on : dates.filed || visit.on);
  } catch {
    return undefined; // dates in an order in which nothing can have happened
  }
}

function table(visit: Visit, dates: { filed: CivilDate; announced: CivilDate; expires: CivilDate }): HTMLElement[] {
  const schedule = counted(visit, dates);
  if (!visit.item.limits.length) return [make('p', {}, '办事指南没有公布本事项的办理时限。')];
  if (!schedule) return [make('p', { class: 'problem' }, '按这些日期推算不出结果，请核对日期的先后。')];
  const rows = visit.item.limits.map((limit) =>
    row(
      visit,
      limit,
      schedule.clocks.find(({ id }) => id === limit.id),
    ),
  );
  const unpublished = schedule.findings.find(({ code }) => code === 'DL_ESTIMATED');
  return [
    make(
      'table',
      { class: 'stacked' },
      make('caption', { class: 'sr' }, '每项时限的推算结果'),
      make('thead', {}, make('tr', {}, ...['时限', '推算', '依据'].map((head) => make('th', { scope: 'col' }, head)))),
      make('tbody', {}, ...rows),
    ),
    ...(unpublished && unpublished.params
      ? [
          make(
            'p',
            { class: 'notice warn' },
            `${unpublished.params.year} 年起的放假安排尚未公布，标“暂定”的日期在公布后请重新查询。`,
          ),
        ]
      : []),
    ...picked(visit, schedule),
  ];
}

function row(visit: Visit, limit: Limit, clock?: Clock): HTMLElement {
  return make(
    'tr',
    {},
    make('th', { scope: 'row' }, limitName(visit.item, limit), ' ', ...example(limit.evidence)),
    make('td', { 'data-head': '推算' }, ...(clock ? sentence(visit, limit, clock) : [running(visit.item, limit)])),
    make(
      'td',
      { class: 'basis', 'data-head': '依据' },
      clock ? basisText(visit, clock.basis) : citationText(visit, limit.basis),
    ),
  );
}

/** 如于…，预计不晚于…: a date is never given without the day it rests on. */
function sentence({ item }: Visit, limit: Limit, clock: Clock): (Node | string)[] {
  if (!clock.due) return ['超出日历范围，不能推算。'];
  const certain = clock.certainty === 'estimated' ? [make('span', { class: 'tag note' }, '暂定')] : [];
  const latest =
    clock.latest && clock.latest !== clock.due
      ? [make('p', { class: 'hint' }, `放假安排公布后，最迟可能到 ${day(clock.latest)}。`)]
      : [];
  const due = make('strong', {}, day(clock.due));
  if (limit.kind === 'opening')
    return [`如有效期于 ${day(clock.start)}届满，可自 `, due, '起申请。', ...certain, ...latest];
  if (limit.trigger === 'expires')
    return [`如有效期于 ${day(clock.start)}届满，请不晚于 `, due, '申请。', ...certain, ...latest];
  if (limit.kind === 'announcement')
    return [`如于 ${day(clock.start)}开始公示，公示至 `, due, '。', ...certain, ...latest];
  const before = item.limits.find(({ id }) => id === limit.after);
  if (limit.trigger === 'elapsed')
    return [
      `如${before ? LIMITS[before.kind] : '前一时限'}于 ${day(clock.start)}期满，请不晚于 `,
      due,
      '。',
      ...certain,
      ...latest,
    ];
  const events: { [trigger in Trigger]?: string } = { received: '收到申请', accepted: '受理', announced: '开始公示' };
  const paper = limit.trigger === 'accepted' ? '以受理通知书为准' : '以机关书面告知为准';
  const verb = clock.actor === 'applicant' ? '请不晚于' : '预计不晚于';
  return [
    `如于 ${day(clock.start)}${events[limit.trigger] || '起算'}，${verb} `,
    due,
    `（${paper}）。`,
    ...certain,
    ...latest,
  ];
}

/** One clock, day by day; which one, the applicant chooses. */
function picked(visit: Visit, schedule: Schedule): HTMLElement[] {
  const { item, portal } = visit;
  const dated = schedule.clocks.filter(({ due, start, ended }) => due && due !== start && !ended);
  const first = dated.find(({ kind }) => kind === 'promised') || dated[0];
  if (!first) return [];
  const months = make('div', { class: 'months' });
  const names = {
    on: visit.on,
    item: item.name,
    authority: item.authority.name,
    procedure: item.procedure,
    case: item.code,
  };
  const { clocks: explained } = portal.yushen.explain(schedule, names);
  const show = (clock: Clock): void => {
    const said = explained.find(({ id }) => id === clock.id);
    months.replaceChildren(...calendar(portal.yushen, clock, said ? said.text : ''));
  };
  const change = (event: Event): void => {
    const clock = dated.find(({ id }) => id === (event.target as HTMLSelectElement).value);
    if (clock) show(clock);
  };
  const named = (clock: Clock): string => {
    const limit = item.limits.find(({ id }) => id === clock.id);
    return limit ? limitName(item, limit) : LIMITS[clock.kind];
  };
  show(first);
  return [
    make('h3', {}, '逐日说明'),
    ...(dated.length > 1 ? [clockChoice(dated, first, named, change)] : []),
    months,
    make(
      'p',
      {},
      button('把这些日期加入日历', () =>
        download(`${item.code}.ics`, 'text/calendar', portal.yushen.ics(schedule, names)),
      ),
    ),
    make(
      'p',
      { class: 'hint' },
      '下载一个日历文件，手机和电脑的日历都能打开，到期前三天和一天会提醒。日期按上面的假设推算，受理后请以受理通知书为准。',
    ),
  ];
}

function clockChoice(
  clocks: Clock[],
  first: Clock,
  named: (clock: Clock) => string,
  change: (event: Event) => void,
): HTMLElement {
  const options = clocks.map((clock) =>
    make('option', { value: clock.id, selected: clock === first }, `${named(clock)}：${day(clock.due || '')}`),
  );
  return make(
    'label',
    { class: 'select' },
    make('span', {}, '看哪一项时限'),
    make('select', { id: 'clock', change }, ...options),
  );
}

/** 倒推: by when to apply, if it is to be finished by a day. */
function backwards(visit: Visit): HTMLElement[] {
  const { item, portal } = visit;
  const begins = (limit: Limit): boolean =>
    (limit.kind === 'promised' || limit.kind === 'statutory') &&
    (limit.trigger === 'received' || limit.trigger === 'accepted');
  if (!item.limits.some(begins)) return [];
  const answer = make('p', { 'aria-live': 'polite' });
  let value = '';
  const tell = (): void => {
    answer.replaceChildren();
    if (!/^\d{4}-\d\d-\d\d$/.test(value)) return;
    const { file, fileSafely, starts } = portal.yushen.latestStart(item.limits, value, {
      item: item.code,
      procedure: item.procedure,
    });
    if (!file) answer.append('超出日历范围，不能推算。');
    else if (file < visit.on) answer.append('按公布的时限，现在申请已经来不及在这一天前办完。');
    else {
      answer.append('当天受理的，最迟 ', make('strong', {}, day(file)), '申请。');
      if (fileSafely && fileSafely < file)
        answer.append('机关用足审查时间的，最迟 ', make('strong', {}, day(fileSafely)), '申请更稳妥。');
      if (starts.some(({ start, certainty }) => start === file && certainty === 'estimated'))
        answer.append(' 放假安排尚未公布，日期为暂定。');
    }
  };
  const field = entry({
    id: 'finish-by',
    label: '希望在这一天前办完',
    type: 'date',
    value,
    attributes: { min: '2020-01-01', max: '2049-12-31' },
    typed: (given) => {
      value = given;
    },
    left: () => settled(tell),
  });
  return [make('h3', {}, '倒推申请日期'), field.element, answer];
}

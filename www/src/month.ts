import type { CivilDate, Clock, DayMark, Yushen } from 'yushen';
import { make } from './dom.js';

/** What stands in the cell of a day. The mark is a word, so that no colour is needed to read it. */
const MARKS: { [kind in DayMark['kind']]: [string, string] } = {
  working: ['工', '工作日'],
  'make-up': ['班', '调休上班'],
  weekend: ['休', '周休息日'],
  holiday: ['假', '放假'],
};
/** Longer runs show their first and their last month: nobody reads a year day by day. */
const MOST_MONTHS = 4;

/** 月历: the days of one clock, month by month, Monday first, and how it was counted in words. */
export function calendar(yushen: Yushen, clock: Clock, explained: string): HTMLElement[] {
  const marks = yushen.trace(clock);
  if (!marks.length || !clock.due) return [];
  const dates = marks.map(({ date }) => date).concat(clock.start, clock.due);
  const all = Array.from(new Set(dates.map((date) => date.slice(0, 7)))).sort();
  const shown = all.length > MOST_MONTHS ? [all[0], all[all.length - 1]] : all;
  const notices = Array.from(new Set(marks.map(({ notice }) => notice).filter(Boolean)));
  return [
    make('p', { class: 'sum', id: 'calendar-sum' }, explained),
    ...(all.length > MOST_MONTHS ? [make('p', { class: 'hint' }, `跨 ${all.length} 个月，只画出首月和末月。`)] : []),
    make('div', { class: 'grid' }, ...shown.map((month = '') => table(month, yushen.month(month), clock, marks))),
    make(
      'p',
      { class: 'hint legend' },
      '工：工作日　班：调休上班　休：周休息日　假：放假　起：起算事由当日　★：到期日。数字为计入的第几日。',
    ),
    ...(marks.some(({ certainty }) => certainty === 'estimated')
      ? [make('p', { class: 'hint' }, '虚线框的日子，当年放假安排尚未公布，为暂定。')]
      : []),
    ...(notices.length ? [make('p', { class: 'hint' }, `放假安排依据：${notices.join('、')}`)] : []),
  ];
}

function table(month: string, days: DayMark[], clock: Clock, marks: DayMark[]): HTMLElement {
  const [year, number] = month.split('-').map(Number);
  const cells = days.map(({ date }) =>
    date.startsWith(month) ? cell(date, Number(date.slice(8)), clock, marks) : make('td', { class: 'blank' }),
  );
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) =>
    make('tr', {}, ...cells.slice(week * 7, week * 7 + 7)),
  );
  return make(
    'table',
    { class: 'month', 'aria-describedby': 'calendar-sum' },
    make('caption', {}, `${year}年${number}月`),
    make(
      'thead',
      {},
      make(
        'tr',
        {},
        ...['一', '二', '三', '四', '五', '六', '日'].map((name) =>
          make('th', { scope: 'col', abbr: `周${name}` }, name),
        ),
      ),
    ),
    make('tbody', {}, ...weeks),
  );
}

function cell(date: CivilDate, number: number, clock: Clock, marks: DayMark[]): HTMLElement {
  const mark = marks.find((each) => each.date === date);
  const due = date === clock.due;
  const start = date === clock.start;
  if (!mark && !start && !due)
    return make(
      'td',
      { class: 'outside' },
      make('span', { 'aria-hidden': 'true' }, String(number)),
      make('span', { class: 'sr' }, `${number}日`),
    );
  const [sign, word] = mark ? MARKS[mark.kind] : ['', ''];
  const words = [
    `${number}日`,
    word,
    mark && mark.count ? `第 ${mark.count} 日` : '',
    mark && !mark.count ? '不计' : '',
    start ? '起算事由当日' : '',
    due ? '到期日' : '',
    mark && mark.certainty === 'estimated' ? '暂定' : '',
  ];
  const classes = [
    'day',
    mark ? mark.kind : '',
    due ? 'due' : '',
    start ? 'start' : '',
    mark && mark.count ? 'counts' : '',
    mark && mark.certainty === 'estimated' ? 'estimated' : '',
  ];
  return make(
    'td',
    { class: classes.filter(Boolean).join(' ') },
    make('span', { 'aria-hidden': 'true', class: 'date' }, String(number)),
    make('span', { 'aria-hidden': 'true', class: 'sign' }, due ? '★' : start ? '起' : sign),
    make('span', { 'aria-hidden': 'true', class: 'nth' }, mark && mark.count ? String(mark.count) : ''),
    make('span', { class: 'sr' }, words.filter(Boolean).join('，')),
  );
}

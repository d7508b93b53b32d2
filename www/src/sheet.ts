import type { Model } from 'yushen';
import { make } from './dom.js';

/** 材料自查结果单 as a view of this page, built from the model: no markup of anybody's is ever read. */
export function view(model: Model): HTMLElement {
  const lines = model.lines.map(({ name, value }) => make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value)));
  const tables = model.tables.map(({ caption, head, rows }) => {
    const cells = (row: string[]): HTMLElement[] => row.map((cell, place) => make('td', { 'data-head': head[place] || '' }, cell));
    return make('table', { class: 'stacked' }, make('caption', {}, caption),
      make('thead', {}, make('tr', {}, ...head.map((each) => make('th', { scope: 'col' }, each)))),
      make('tbody', {}, ...rows.map((row) => make('tr', {}, ...cells(row)))));
  });
  return make('article', { class: 'sheet', lang: model.lang, tabindex: '-1', 'aria-label': model.title },
    make('h2', {}, model.title), make('p', { class: 'first' }, model.first),
    make('table', {}, make('tbody', {}, ...lines)), ...tables, ...model.notes.map((note) => make('p', { class: 'hint' }, note)));
}

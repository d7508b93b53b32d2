import type { Code, Model } from 'yushen/receipts';
import { given, make } from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const QUIET = 4;

/** A document as a view of this page, built from the model: no markup of anybody's is ever read. */
export function view(model: Model): HTMLElement {
  const { mark, number, code, signoff } = model;
  const lines = model.lines.map(({ name, value }) =>
    make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value)),
  );
  return make(
    'article',
    { class: 'sheet', lang: model.lang, 'aria-label': mark ? `${model.title}（${mark}）` : model.title },
    ...given(mark, (word) => [
      make('p', { class: 'mark' }, word),
      make('div', { class: 'watermark', 'data-text': `${word}　`.repeat(300) }),
    ]),
    make('h2', {}, model.title),
    ...given(number, (text) => make('p', { class: 'number-line' }, `编号：${text}`)),
    make('p', { class: 'first-line' }, model.first),
    make('table', { class: 'lines' }, make('tbody', {}, ...lines)),
    ...tables(model),
    ...model.notes.map((note) => make('p', { class: 'hint' }, note)),
    ...(code || signoff ? [make('div', { class: 'foot' }, ...given(code, coded), ...given(signoff, signed))] : []),
  );
}

function tables(model: Model): HTMLElement[] {
  return model.tables.map(({ caption, head, rows }) => {
    const cells = (row: string[]): HTMLElement[] =>
      row.map((text, place) => make('td', { 'data-head': head[place] || '' }, text));
    return make(
      'table',
      { class: 'stacked' },
      make('caption', {}, caption),
      make('thead', {}, make('tr', {}, ...head.map((each) => make('th', { scope: 'col' }, each)))),
      make('tbody', {}, ...rows.map((row) => make('tr', {}, ...cells(row)))),
    );
  });
}

function coded(code: Code): HTMLElement {
  return make('div', { class: 'code' }, symbol(code), make('p', {}, '校验码 ', make('b', {}, code.check)));
}

/** 落款: the place of the seal stays empty until there is one, and never has a picture of one. */
function signed({ issuer, date, seal }: { issuer: string; date: string; seal: string }): HTMLElement {
  return make(
    'div',
    { class: 'signoff' },
    make('p', {}, issuer),
    make('p', { class: 'seal' }, seal),
    make('p', {}, date),
  );
}

function drawn(name: string, attributes: { [key: string]: string }): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key] || '');
  return element;
}

/** 二维码, drawn from its modules: dark on white, whatever the scheme. */
export function symbol({ size, bits, label }: Code): SVGElement {
  const dark = (place: number): boolean => (parseInt(bits[place >> 2] || '0', 16) & (8 >> (place & 3))) !== 0;
  let path = '';
  for (let place = 0; place < size * size; place++) {
    if (dark(place)) path += `M${(place % size) + QUIET} ${Math.floor(place / size) + QUIET}h1v1h-1z`;
  }
  const side = String(size + 2 * QUIET);
  const svg = drawn('svg', {
    viewBox: `0 0 ${side} ${side}`,
    role: 'img',
    'aria-label': label,
    'shape-rendering': 'crispEdges',
    class: 'qr',
  });
  svg.append(drawn('rect', { width: side, height: side, fill: '#fff' }), drawn('path', { d: path, fill: '#000' }));
  return svg;
}

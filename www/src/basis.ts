import type { Basis, Citation } from 'yushen';
import { make } from './dom.js';
import type { Visit } from './state.js';

/** 依据 in words, with what the text is worth. */
export function basisText({ portal, item }: Visit, basis: Basis | Citation): string {
  if (!basis.statute) return `办事指南（${item.name}）`;
  const words = portal.yushen.basisText(basis);
  // Where the text does not bind, the component says so itself.
  return /）$/.test(words) && !/项）$|[款条]$/.test(words) ? words : `${words}（现行有效）`;
}

/** An article as the catalogue names it; without one, the entry of the guide. */
export function citationText(visit: Visit, citation?: Citation): string {
  return citation ? basisText(visit, citation) : `办事指南（${visit.item.name}）`;
}

/** The line under a statement of the guide that says where it is written; nothing where only the guide says so. */
export function cited(visit: Visit, citation?: Citation): HTMLElement[] {
  return citation ? [make('span', { class: 'basis' }, `依据：${citationText(visit, citation)}`)] : [];
}

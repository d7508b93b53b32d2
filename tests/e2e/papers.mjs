// Models of documents to be written down, ordinary ones and ones full of attacks, and what a page of them must have.
import { readFileSync } from 'node:fs';

/** What is not compared: where a line ends. */
export const bare = (text) => text.replace(/\s/gu, '');
export const counted = (text) =>
  [...text].reduce((all, each) => {
    all[each] = (all[each] || 0) + 1;
    return all;
  }, {});
/** A character that turns or hides the text around it is shown as U+FFFD: all but the bare ones stand in the fixtures. */
export const shown = (text) => text.replace(/[\0-\x1f\x7f-\x9f\u2028-\u202e\u200b-\u200f\ufffe\uffff]/gu, '\ufffd');

const ATTACKS = {
  image: '<img src=x onerror=alert(1)>',
  svg: '"><svg onload=alert(1)>',
  script: "'></script><script>alert(1)</script>",
  style: '</style><style>*{display:none}',
  table: '</td></tr></table></main><h1>已受理</h1>',
  link: 'javascript:alert(1)',
  hidden: '甲\u202egpj.exe\0\n\u2028乙\ufffe',
  entity: '&#x0;&lt;&amp;lt;&nbsp;',
  xml: ']]>--><!--<![CDATA[<?x?>',
  word: 'W'.repeat(300),
  quote: `" autofocus onfocus=alert(1) x='`,
  large: '很长的内容，'.repeat(227),
};

/** A model with these words in every field; the modules of its QR code stay, or go as well. */
function attacked(value, words, key = '') {
  if (Array.isArray(value)) return value.map((each) => attacked(each, words));
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, attacked(each, words, key)]));
  return typeof value === 'string' && key !== 'lang' ? words : value;
}

export function fixtures() {
  const [whole, draft, sheet] = JSON.parse(readFileSync(new URL('../data/documents.json', import.meta.url), 'utf8'));
  const long = structuredClone(draft);
  const materials = long.model.tables[1];
  materials.rows = Array.from({ length: 160 }, (_, n) => [String(n + 1), ...materials.rows[n % 3].slice(1)]);
  const documents = [whole, draft, sheet, { ...long, name: 'long' }];
  // A browser looks for the encoding in the first kilobyte: a language is no place for much.
  const small = structuredClone(draft.model);
  small.tables = [{ ...materials, head: materials.head.slice(0, 3), rows: [materials.rows[0].slice(0, 3)] }];
  for (const [name, words] of Object.entries(ATTACKS)) {
    const model = attacked(name === 'large' ? small : draft.model, words);
    documents.push({ ...draft, name: `attack-${name}`, model, attack: true, receipt: JSON.stringify(words) });
    if (name !== 'large')
      documents.push({
        name: `bits-${name}`,
        model: { ...model, lang: words, code: { ...model.code, size: 21 } },
        attack: true,
        receipt: '',
      });
  }
  return documents;
}

/** The words of a model, in the order in which a page has them. */
export function words({ mark, title, number, first, lines, tables, notes, signoff, code }) {
  const rows = tables.flatMap(({ caption, head, rows }) => [caption, ...head, ...rows.flat()]);
  const all = [
    mark,
    title,
    number,
    first,
    ...lines.flatMap(({ name, value }) => [name, value]),
    ...rows,
    ...notes,
    code?.check,
    signoff?.issuer,
    signoff?.date,
    signoff?.seal,
  ];
  return all.filter(Boolean).map(shown);
}

/** How many elements a page of this model has. */
export function elements({ mark, number, lines, tables, notes, signoff, code }) {
  const table = ({ head, rows }) => 5 + head.length + rows.length + rows.flat().length; // table, caption, thead, its tr, tbody
  return (
    6 /* html, head, two meta, title, style */ +
    2 /* body, main */ +
    (mark ? 2 : 0) +
    1 +
    (number ? 1 : 0) +
    1 +
    2 +
    3 * lines.length +
    tables.map(table).reduce((sum, each) => sum + each, 0) +
    notes.length +
    (signoff || code ? 1 : 0) +
    (signoff ? 4 : 0) +
    (code ? 5 : 0)
  );
}

// The catalogue of these benches, and applications for it.

import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
export const catalogue = read('catalogue.json');
export const [item] = catalogue.items;
export const [form] = item.forms;
const base = read('application.json');

/** Random applications: a material missing, of a wrong kind, too large, with too few copies; a field empty or too long. */
export function applications(count) {
  let seed = 7;
  const below = (end) => {
    seed = (seed * 48271) % 2147483647;
    return seed % end;
  };
  return Array.from({ length: count }, () => {
    const each = structuredClone(base);
    for (const question of Object.keys(each.answers)) each.answers[question] = below(2) === 0;
    for (const { id } of item.materials) {
      if (below(9) === 0) delete each.materials[id];
      else each.materials[id] = structuredClone(base.materials.m0);
      const given = each.materials[id];
      if (given && below(12) === 0) given.files[0].kind = 'docx';
      if (given && below(12) === 0) given.files[0].size = 1_500_000;
      if (given) given.copies = below(4) === 0 ? 1 : 2;
      if (given) given.files[0].sha256 = (below(1e9) + 1e9).toString(16).padStart(64, '0');
    }
    for (const { id } of form.fields) {
      if (below(40) === 0) delete each.form[id];
      // biome-ignore lint/suspicious/noDuplicateElseIf: the die is thrown again
      else if (below(40) === 0) each.form[id] = '长'.repeat(41);
    }
    return JSON.stringify(each);
  });
}

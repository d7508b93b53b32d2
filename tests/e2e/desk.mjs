// An authority under the hand of the tests: any record is signed, with a key made now, on whatever day.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { init } from 'yushen/receipts';
import { makeKey } from '../../www/signing/key.mjs';
import { ISSUER, trustList } from '../../www/signing/list.mjs';
import { ROOT } from './data.mjs';

const [root, key] = [makeKey(), makeKey()];
const receipts = await init();

/** What the page is to trust: a list that was made on a day, with whatever more it says of the key. */
export const trustOf = (made, more) => ({
  list: trustList(root, key, made, ['received', 'acceptance', 'supplement', 'extension'], more),
  roots: [{ alg: root.alg, spki: root.spki }],
});

/** The example record of a kind, dated so that the key is good for it, in the name that the list has for the key. */
export function example(kind, at) {
  const { record } = JSON.parse(readFileSync(join(ROOT, 'tests/data/records.json'), 'utf8')).find(
    (each) => each.record.type === kind,
  );
  const { type, ...rest } = record;
  const times = Object.fromEntries(Object.keys(record.times).map((name) => [name, at]));
  return { ...rest, issuer: { ...record.issuer, name: ISSUER.name }, times };
}

/** A record as a document in effect. */
export function issue(kind, record, trust) {
  const draft = receipts.draft(kind, record, { alg: key.alg, kid: key.kid });
  return receipts.attach(draft, { alg: key.alg, kid: key.kid, value: key.sign(receipts.toBeSigned(draft)) }, trust);
}

export const modelOf = (document, trust, on) =>
  receipts.render(document, { on, trust, url: 'https://zwfw.example.gov.cn/verify/' }).model;
export const ofdOf = (document, trust, on) => receipts.ofd(document, { on, trust });

/** A record with a text in the place of each of its free texts, one record for each. */
export function infected(record, text) {
  const fixed =
    /^(uscc|region|code|version|sha256|sm3|digest|notice|kind|statute|catalogue|entry|id|via|form|unit|procedure|certainty|class|source|material|mediaType|start|due|from|to|validFrom|received|accepted|notified|issued|submitted|at)$/;
  const found = [];
  const walk = (value, change) => {
    for (const [name, each] of Object.entries(value)) {
      const next = (inner) =>
        change(
          Array.isArray(value)
            ? value.map((old, place) => (String(place) === name ? inner : old))
            : { ...value, [name]: inner },
        );
      if (each && typeof each === 'object') walk(each, next);
      else if (
        typeof each === 'string' &&
        (!fixed.test(name) || (name === 'via' && !('files' in value || 'copies' in value)))
      )
        found.push(next(text));
    }
  };
  walk(record, (whole) => whole);
  return found;
}

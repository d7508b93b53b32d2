// The plain library beside the facade, in one process: a check from object to object by each, and from text to text by the
// core. `cargo xtask build --objects`, then `node tests/bench/objects.mjs`.

import { readFileSync } from 'node:fs';
import { init } from 'yushen';
import { Catalogue } from '../../pkg/objects/node.js';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const [source, text] = ['catalogue.json', 'application.json'].map(read);
const facade = (await init()).catalogue(source);
const objects = new Catalogue(source);
const application = JSON.parse(text);
const plan = facade.plan('B-1', application.answers, { on: application.on });

const hands = {
  'text to text, by the facade': () => facade.checkText(plan, text),
  'object to object, by the facade': () => facade.check(plan, application),
  'object to object, by the library': () => objects.check('B-1', application, plan),
};
const answers = Object.values(hands).map((call) => call());
const [first, ...others] = answers.map((each) => JSON.stringify(typeof each === 'string' ? JSON.parse(each).ok : each));
if (others.some((each) => each !== first)) throw new Error('they do not answer alike');

/** Microseconds of one call: the median of rounds in turn. */
function measure() {
  const rounds = Object.fromEntries(Object.keys(hands).map((name) => [name, []]));
  for (let round = 0; round < 15; round++) {
    for (const [name, call] of Object.entries(hands)) {
      const count = 400;
      const began = performance.now();
      for (let each = 0; each < count; each++) call();
      rounds[name].push(((performance.now() - began) * 1000) / count);
    }
  }
  return Object.entries(rounds).map(([name, all]) => [name, all.sort((a, b) => a - b)[all.length >> 1]]);
}

measure();
const measured = measure();
for (const [name, microseconds] of measured) {
  console.log(`${name.padEnd(36)} ${microseconds.toFixed(1)} µs, ${(microseconds / measured[0][1]).toFixed(2)} ×`);
}

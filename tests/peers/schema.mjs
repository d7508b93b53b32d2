// The published JSON Schema and the loader refuse the same shapes: each mutation of the sample catalogue is put to both.

import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { init } from 'yushen';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false, validateFormats: false, logger: false }).compile(
  read('../../pkg/schema.json'),
);
const y = await init();
const sample = read('../../src/data/catalogue.sample.json');
// What a schema cannot say, and the loader says alone. (Days that the calendar does not have: tests/cases/catalogue.)
const BEYOND = [
  'REFERENCE_UNKNOWN',
  'DUPLICATE_ID',
  'PERIOD_INVALID',
  'CONDITION_CYCLE',
  'RANGE_INVALID',
  'QUESTION_INVALID',
  'REGION_INVALID',
  'LIMIT_INVALID',
];
// The register of statutes is in the schema, word for word.
const beyond = ({ code, path }) => BEYOND.includes(code) && !path.endsWith('/statute');

function load(catalogue) {
  try {
    y.catalogue(catalogue).close();
    return [];
  } catch (error) {
    return error.issues;
  }
}

/** Every place of a value. */
function* places(value, path = []) {
  yield path;
  if (value && typeof value === 'object')
    for (const key of Object.keys(value)) yield* places(value[key], [...path, key]);
}

const at = (value, path) => path.reduce((inner, key) => inner[key], value);
const VALUES = [null, true, 0, -1, 1.5, '', 'x', '不', [], {}, { q: 1 }];
let [counted, differing] = [0, 0];
const compare = (catalogue, what) => {
  const [schema, faults] = [validate(catalogue), load(catalogue)];
  const loader = faults.every(beyond);
  counted++;
  if (schema !== loader) {
    differing++;
    console.error(
      `${what}: schema ${schema ? 'accepts' : 'refuses'}, loader says ${faults.map(({ code }) => code).join(' ') || 'nothing'}`,
    );
  }
};
compare(sample, 'the sample');

/** Puts every mutation of a catalogue to both; `skip` leaves alone what has been mutated already. */
function mutate(catalogue, name, skip) {
  for (const path of places(catalogue)) {
    if (!path.length || skip(path)) continue;
    const [parent, key] = [path.slice(0, -1), path[path.length - 1]];
    for (const value of VALUES) {
      const changed = structuredClone(catalogue);
      at(changed, parent)[key] = value;
      compare(changed, `${name}: ${path.join('/')} = ${JSON.stringify(value)}`);
    }
    const without = structuredClone(catalogue);
    if (Array.isArray(at(without, parent))) at(without, parent).splice(key, 1);
    else delete at(without, parent)[key];
    compare(without, `${name}: without ${path.join('/')}`);
    const extra = structuredClone(catalogue);
    if (at(extra, path) && typeof at(extra, path) === 'object' && !Array.isArray(at(extra, path))) {
      at(extra, path).colour = 'red';
      compare(extra, `${name}: ${path.join('/')}/colour`);
    }
  }
}
// One item at a time: a catalogue of seventeen would be read a hundred thousand times.
sample.items.forEach((item, place) =>
  mutate({ ...sample, items: [item] }, item.code, (path) => place > 0 && path[0] !== 'items'),
);
console.log(`${counted} mutated catalogues, ${differing} on which schema and loader differ`);
if (differing) process.exitCode = 1;

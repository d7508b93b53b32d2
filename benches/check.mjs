// One application checked from text to text by three hands in one process: ours (wasm), ajv compiled, and JavaScript
// written by hand. The same findings are asserted first, on 600 applications. `node benches/check.mjs`.
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { init } from 'yushen';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const catalogue = JSON.parse(read('catalogue.json'));
const [item] = catalogue.items;
const base = JSON.parse(read('application.json'));

/** Random applications: materials missing, of a wrong kind, too large, with too few copies. */
function applications(count) {
  let seed = 7;
  const below = (end) => { seed = (seed * 48271) % 2147483647; return seed % end; };
  return Array.from({ length: count }, () => {
    const each = structuredClone(base);
    for (const question of Object.keys(each.answers)) each.answers[question] = below(2) === 0;
    for (const { id } of item.materials) {
      if (below(5) === 0) delete each.materials[id];
      else each.materials[id] = structuredClone(base.materials.m0);
      const given = each.materials[id];
      if (given && below(5) === 0) given.files[0].kind = 'docx';
      if (given && below(5) === 0) given.files[0].size = 1_500_000;
      if (given) given.copies = 1 + below(2);
      if (given) given.files[0].sha256 = (below(1e9) + 1e9).toString(16).padStart(64, '0');
    }
    return JSON.stringify(each);
  });
}

const holds = (condition, answers) => {
  if (!condition) return true;
  if (condition.all) return condition.all.every((each) => holds(each, answers));
  if (condition.any) return condition.any.some((each) => holds(each, answers));
  if (condition.not) return !holds(condition.not, answers);
  return answers[condition.question] === condition.is;
};

/** By hand: the same rules, nothing else — no unknowns, no basis, no remedy. */
function byHand(text) {
  const { answers, materials } = JSON.parse(text);
  const findings = [];
  for (const material of item.materials) {
    if (!holds(material.when, answers)) continue;
    const given = materials[material.id];
    const path = `/materials/${material.id}`;
    if (!given) {
      findings.push({ code: material.when ? 'MAT_CONDITIONAL_MISSING' : 'MAT_MISSING', path });
      if (material.copies > 1) findings.push({ code: 'MAT_COPIES', path });
      continue;
    }
    given.files.forEach((file, index) => {
      if (!material.files.kinds.includes(file.kind)) findings.push({ code: 'FILE_TYPE_NOT_ALLOWED', path: `${path}/files/${index}` });
      if (file.size > material.files.maxBytes) findings.push({ code: 'FILE_TOO_LARGE', path: `${path}/files/${index}` });
    });
    if (given.copies < (material.copies || 0)) findings.push({ code: 'MAT_COPIES', path });
  }
  return JSON.stringify(findings);
}

/** By ajv: the item as a compiled schema, all errors; then its errors as findings. */
const asSchema = (condition) => {
  if (condition.all) return { allOf: condition.all.map(asSchema) };
  if (condition.any) return { anyOf: condition.any.map(asSchema) };
  if (condition.not) return { not: asSchema(condition.not) };
  return { properties: { answers: { properties: { [condition.question]: { const: condition.is } }, required: [condition.question] } } };
};
const ruled = (material) => ({
  properties: { materials: { required: [material.id], properties: { [material.id]: { properties: {
    files: { items: { properties: { kind: { enum: material.files.kinds }, size: { maximum: material.files.maxBytes } } } },
    ...(material.copies ? { copies: { minimum: material.copies } } : {}),
  } } } } },
});
const validate = new Ajv({ allErrors: true, strict: false, logger: false }).compile({ allOf: item.materials.map((material) => (material.when ? { if: asSchema(material.when), then: ruled(material) } : ruled(material))) });
const CODES = { enum: 'FILE_TYPE_NOT_ALLOWED', maximum: 'FILE_TOO_LARGE', minimum: 'MAT_COPIES' };
function byAjv(text) {
  validate(JSON.parse(text));
  const findings = [];
  for (const { keyword, instancePath, params } of validate.errors || []) {
    if (keyword === 'required') {
      const material = item.materials.find((each) => each.id === params.missingProperty);
      findings.push({ code: material.when ? 'MAT_CONDITIONAL_MISSING' : 'MAT_MISSING', path: `/materials/${material.id}` });
      if (material.copies > 1) findings.push({ code: 'MAT_COPIES', path: `/materials/${material.id}` });
    } else if (CODES[keyword]) findings.push({ code: CODES[keyword], path: instancePath.replace(/\/(kind|size|copies)$/, '') });
  }
  return JSON.stringify(findings);
}

const y = await init();
const loaded = y.catalogue(catalogue);
const plans = new Map();
/** Ours: everything the component says — class, basis, remedy, materials, decision. The plan is made anew inside. */
const ours = (text) => loaded.checkText({ item: 'B-1', ref: '' }, text);

const texts = applications(600);
const canonical = (findings) => findings.map(({ code, path }) => `${code} ${path}`).sort().join('\n');
let agreed = 0;
for (const text of texts) {
  const answers = [JSON.parse(ours(text)).ok.findings.filter((each) => each.severity === 'must'), JSON.parse(byHand(text)), JSON.parse(byAjv(text))].map(canonical);
  if (answers[0] !== answers[1] || answers[0] !== answers[2]) throw new Error(`the three differ on ${text}\n${answers.join('\n--\n')}`);
  agreed += answers[0] ? answers[0].split('\n').length : 0;
}
console.log(`three hands agree on ${texts.length} applications, ${agreed} findings; mean ${Math.round(texts.join('').length / texts.length)} characters`);

/** Microseconds per call: the best of forty rounds over all applications, after ten that let the engine compile. */
function measure(call) {
  let best = Infinity;
  for (let round = 0; round < 50; round++) {
    const begun = process.hrtime.bigint();
    for (const text of texts) call(text);
    const spent = Number(process.hrtime.bigint() - begun) / 1000 / texts.length;
    if (round >= 10) best = Math.min(best, spent);
  }
  return best;
}

const rows = [['yushen, all it says', ours], ['ajv compiled', byAjv], ['by hand', byHand], ['JSON.parse alone', (text) => JSON.parse(text)]].map(([name, call]) => [name, measure(call)]);
for (const [name, spent] of rows) console.log(`${name.padEnd(22)} ${spent.toFixed(1).padStart(7)} µs   ${(spent / rows[0][1]).toFixed(2)} × ours`);

// One application of 2.3 KB checked from text to text by three hands in one process: ours (wasm), ajv compiled, and
// JavaScript written by hand — the same job: all three write the same answer, every byte of it but the plan's digest,
// asserted first on 600 applications. The two others are also measured where they write no more than code and path.
// `node tests/bench/check.mjs`.

import Ajv from 'ajv';
import { init } from 'yushen';
import { applications, catalogue, form, item } from './applications.mjs';

const holds = (condition, answers) => {
  if (!condition) return true;
  if (condition.all) return condition.all.every((each) => holds(each, answers));
  if (condition.any) return condition.any.some((each) => holds(each, answers));
  if (condition.not) return !holds(condition.not, answers);
  return answers[condition.question] === condition.is;
};

/** The first question that makes a condition what it is. */
const because = (condition, answers) => {
  const parts = condition.all || condition.any;
  if (parts) {
    const whole = holds(condition, answers);
    return because(
      parts.find((part) => holds(part, answers) === whole),
      answers,
    );
  }
  return condition.not ? because(condition.not, answers) : condition.question;
};

/** What is wrong, by hand: code, material or field, index of the file. */
function foundByHand({ answers, materials, form: filled }) {
  const found = [];
  for (const material of item.materials) {
    const given = materials[material.id];
    if (!holds(material.when, answers)) {
      if (given) found.push(['MAT_NOT_NEEDED', material]);
      continue;
    }
    if (!given) found.push([material.when ? 'MAT_CONDITIONAL_MISSING' : 'MAT_MISSING', material]);
    if ((given ? given.copies : 0) < material.copies) found.push(['MAT_COPIES', material]);
    if (!given) continue;
    for (let index = 0; index < given.files.length; index++) {
      if (!material.files.kinds.includes(given.files[index].kind))
        found.push(['FILE_TYPE_NOT_ALLOWED', material, index]);
      if (given.files[index].size > material.files.maxBytes) found.push(['FILE_TOO_LARGE', material, index]);
    }
  }
  for (const field of form.fields) {
    const value = filled[field.id];
    if (value === undefined) {
      if (field.required) found.push(['FIELD_REQUIRED', field]);
    } else if (value.length > field.max) found.push(['FIELD_TOO_LONG', field]);
  }
  return found;
}

/** The item as a compiled schema. */
const asSchema = (condition) => {
  if (condition.all) return { allOf: condition.all.map(asSchema) };
  if (condition.any) return { anyOf: condition.any.map(asSchema) };
  if (condition.not) return { not: asSchema(condition.not) };
  return {
    properties: {
      answers: { properties: { [condition.question]: { const: condition.is } }, required: [condition.question] },
    },
  };
};
const about = (id, schema, more = {}) => ({ properties: { materials: { ...more, properties: { [id]: schema } } } });
const ruled = ({ id, copies, files }) =>
  about(
    id,
    {
      properties: {
        ...(copies ? { copies: { minimum: copies } } : {}),
        files: { items: { properties: { kind: { enum: files.kinds }, size: { maximum: files.maxBytes } } } },
      },
    },
    { required: [id] },
  );
const filledIn = form.fields.map(({ id, required, max }) => ({
  properties: { form: { ...(required ? { required: [id] } : {}), properties: { [id]: { maxLength: max } } } },
}));
const schema = {
  allOf: [
    ...item.materials.map((material) =>
      material.when
        ? // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
          { if: asSchema(material.when), then: ruled(material), else: about(material.id, false) }
        : ruled(material),
    ),
    ...filledIn,
  ],
};
const validate = new Ajv({ allErrors: true, strict: false, logger: false }).compile(schema);
const materialsById = new Map(item.materials.map((material) => [material.id, material]));
const fieldsById = new Map(form.fields.map((field) => [field.id, field]));
const CODES = {
  enum: 'FILE_TYPE_NOT_ALLOWED',
  maximum: 'FILE_TOO_LARGE',
  minimum: 'MAT_COPIES',
  'false schema': 'MAT_NOT_NEEDED',
};

/** The same, from the errors of ajv. */
function foundByAjv(application) {
  const found = [];
  validate(application);
  for (const { keyword, instancePath, params } of validate.errors || []) {
    if (keyword === 'required' && instancePath === '/form')
      found.push(['FIELD_REQUIRED', fieldsById.get(params.missingProperty)]);
    else if (keyword === 'maxLength') found.push(['FIELD_TOO_LONG', fieldsById.get(instancePath.slice(6))]);
    else if (keyword === 'required') {
      const material = materialsById.get(params.missingProperty);
      found.push([material.when ? 'MAT_CONDITIONAL_MISSING' : 'MAT_MISSING', material]);
      if (material.copies > 1) found.push(['MAT_COPIES', material]);
    } else if (CODES[keyword]) {
      const [, , id, , index] = instancePath.split('/');
      found.push([
        CODES[keyword],
        materialsById.get(id),
        keyword === 'minimum' || index === undefined ? undefined : Number(index),
      ]);
    }
  }
  return found;
}

const RULES = {
  MAT_MISSING: ['must', 'missing', 'supply'],
  MAT_CONDITIONAL_MISSING: ['must', 'missing', 'supply'],
  MAT_COPIES: ['must', 'missing', 'supply'],
  MAT_NOT_NEEDED: ['info', 'advice', 'none'],
  FILE_TYPE_NOT_ALLOWED: ['must', 'technical', 'replace'],
  FILE_TOO_LARGE: ['must', 'technical', 'replace'],
  FIELD_REQUIRED: ['must', 'defective', 'correct'],
  FIELD_TOO_LONG: ['must', 'defective', 'correct'],
  FIX_ON_SPOT: ['advice', 'advice', 'correct'],
};
const isField = (code) => code.startsWith('FIELD');
const placeOf = ([code, { id }, file]) =>
  isField(code) ? `/form/${id}` : file === undefined ? `/materials/${id}` : `/materials/${id}/files/${file}`;

/** Counts and words that the sentence of a finding needs. */
function params([code, of, index], { materials, answers, form: filled }) {
  const given = materials[of.id];
  switch (code) {
    case 'MAT_CONDITIONAL_MISSING':
      return { question: because(of.when, answers) };
    case 'MAT_COPIES':
      return { need: of.copies, have: given ? given.copies : 0 };
    case 'FILE_TYPE_NOT_ALLOWED':
      return { kind: given.files[index].kind, allowed: of.files.kinds.join(',') };
    case 'FILE_TOO_LARGE':
      return { size: given.files[index].size, max: of.files.maxBytes };
    case 'FIELD_TOO_LONG':
      return { most: of.max, have: filled[of.id].length };
    default:
      return undefined;
  }
}

const licensing = (paragraph, number) => ({ statute: 'licensing-law', article: 32, paragraph, item: number });

/** One finding as it is answered; what is `undefined` is not written. */
function finding(hit, application) {
  const [code, of, file] = hit;
  const [severity, kind, action] = RULES[code];
  const path = placeOf(hit);
  const about = isField(code) ? { field: of.id } : { material: of.id, file };
  return {
    code,
    severity,
    class: kind,
    path,
    ...about,
    params: params(hit, application),
    basis: of.basis || form.basis,
    remedy: { action, path },
  };
}

function decided(must) {
  const least = [];
  for (const { remedy } of must)
    if (!least.some((other) => other.path === remedy.path && other.action === remedy.action)) least.push(remedy);
  const any = (kind) => must.some((each) => each.class === kind);
  const [outcome, basis] = any('missing')
    ? ['supplement', licensing(1, 4)]
    : any('technical')
      ? ['unknown', { catalogue: item.code, entry: '/procedure' }]
      : must.length === 0
        ? ['ready', licensing(1, 5)]
        : ['correct-on-the-spot', licensing(1, 3)];
  return { outcome, basis, least, deferrable: [], proposal: true };
}

/** The whole answer: findings, materials, what they come to. */
function answer(found, application) {
  const findings = found.map((hit) => finding(hit, application));
  const must = findings.filter((each) => each.severity === 'must');
  const simple = must.filter((each) => each.class === 'defective');
  if (simple.length > 0) {
    const [severity, kind, action] = RULES.FIX_ON_SPOT;
    const { path } = simple[0];
    findings.push({
      code: 'FIX_ON_SPOT',
      severity,
      class: kind,
      path,
      params: { what: simple.map((each) => each.path).join(',') },
      basis: licensing(1, 3),
      remedy: { action, path },
    });
  }
  const materials = item.materials.map(({ id, when }) => {
    const given = application.materials[id];
    const state = !holds(when, application.answers)
      ? 'not-needed'
      : !given
        ? 'missing'
        : must.some((each) => each.material === id)
          ? 'faulty'
          : 'given';
    return { id, state, files: given && given.files.length };
  });
  return JSON.stringify({ findings, materials, decision: decided(must), notice: 'NOT_FILED' });
}

const whole = (found) => (text) => {
  const application = JSON.parse(text);
  return answer(found(application), application);
};
const bare = (found) => (text) =>
  JSON.stringify(found(JSON.parse(text)).map((hit) => ({ code: hit[0], path: placeOf(hit) })));

const y = await init();
const loaded = y.catalogue(catalogue);
/** Ours. The plan is made anew inside. */
const ours = (text) => loaded.checkText({ item: 'B-1', ref: '' }, text);

const texts = applications(600);
let count = 0;
for (const text of texts) {
  const { plan: _, ...told } = JSON.parse(ours(text)).ok;
  const mine = JSON.stringify(told);
  for (const found of [foundByHand, foundByAjv]) {
    const theirs = whole(found)(text);
    if (theirs !== mine) throw new Error(`the three differ on ${text}\n${mine}\n${theirs}`);
  }
  count += told.findings.length;
}
const mean = (lengths) => Math.round(lengths.reduce((sum, each) => sum + each, 0) / lengths.length);
const [given, told] = [texts.map((text) => Buffer.byteLength(text)), texts.map((text) => ours(text).length)].map(mean);
console.log(
  `three hands give the same answer to ${texts.length} applications: ${count} findings; ${given} bytes in, ${told} out on average`,
);

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

const rows = [
  ['yushen', ours],
  ['ajv, the same answer', whole(foundByAjv)],
  ['by hand, the same answer', whole(foundByHand)],
  ['ajv, code and path only', bare(foundByAjv)],
  ['by hand, code and path only', bare(foundByHand)],
  ['JSON.parse alone', (text) => JSON.parse(text)],
].map(([name, call]) => [name, measure(call)]);
for (const [name, spent] of rows)
  console.log(`${name.padEnd(28)} ${spent.toFixed(1).padStart(6)} µs   ${(spent / rows[0][1]).toFixed(2)} × ours`);

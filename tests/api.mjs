// docs/api/rust.txt: every public item of the library, a line each, from what rustdoc knows. `node tests/api.mjs` compares,
// `node tests/api.mjs --write` writes. What is `#[doc(hidden)]` is for the build and the tests and is not listed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const listing = cwd + 'docs/api/rust.txt';
const metadata = JSON.parse(
  execFileSync('cargo', ['metadata', '--no-deps', '--format-version', '1', '--locked'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }),
);
execFileSync(
  'cargo',
  ['rustdoc', '--quiet', '--locked', '--lib', '--all-features', '--', '-Zunstable-options', '--output-format', 'json'],
  {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, RUSTDOC: cwd + 'tests/rustdoc-json.sh' },
  },
);
const { index, root } = JSON.parse(readFileSync(`${metadata.target_directory}/doc/yushen.json`, 'utf8'));

const list = (items, of) => items.map(of).join(', ');
const bound = (each) =>
  each.trait_bound
    ? (each.trait_bound.generic_params.length
        ? `for<${list(each.trait_bound.generic_params, (param) => param.name)}> `
        : '') +
      (each.trait_bound.modifier === 'maybe' ? '?' : '') +
      path(each.trait_bound.trait)
    : (each.outlives ?? `use<${list(each.use, (arg) => arg.lifetime ?? arg.param)}>`);

function args(given) {
  if (!given) return '';
  if (given.parenthesized)
    return `(${list(given.parenthesized.inputs, type)})${given.parenthesized.output ? ` -> ${type(given.parenthesized.output)}` : ''}`;
  const { args: plain = [], constraints = [] } = given.angle_bracketed ?? {};
  const words = plain.map((each) => each.lifetime ?? (each.type ? type(each.type) : (each.const?.expr ?? '_')));
  words.push(
    ...constraints.map(
      (each) =>
        `${each.name} = ${each.binding.equality ? type(each.binding.equality.type) : list(each.binding.constraint, bound)}`,
    ),
  );
  return words.length ? `<${words.join(', ')}>` : '';
}
const path = ({ path: name, args: given }) => name.split('::').pop() + args(given);

function type(of) {
  const [[kind, value]] = Object.entries(of);
  switch (kind) {
    case 'resolved_path':
      return path(value);
    case 'generic':
    case 'primitive':
      return value;
    case 'borrowed_ref':
      return `&${value.lifetime ? `${value.lifetime} ` : ''}${value.is_mutable ? 'mut ' : ''}${type(value.type)}`;
    case 'tuple':
      return `(${list(value, type)})`;
    case 'slice':
      return `[${type(value)}]`;
    case 'array':
      return `[${type(value.type)}; ${value.len}]`;
    case 'impl_trait':
      return `impl ${value.map(bound).join(' + ')}`;
    case 'dyn_trait':
      return `dyn ${value.traits.map((each) => path(each.trait)).join(' + ')}`;
    case 'qualified_path':
      return value.trait && value.trait.path
        ? `<${type(value.self_type)} as ${path(value.trait)}>::${value.name}`
        : `${type(value.self_type)}::${value.name}`;
    case 'function_pointer':
      return `fn(${list(value.sig.inputs, ([, each]) => type(each))})${value.sig.output ? ` -> ${type(value.sig.output)}` : ''}`;
    default:
      throw new Error(`a type of the kind ${kind}`);
  }
}

function generics({ params }) {
  const words = params
    .filter(({ kind }) => !kind.type?.is_synthetic)
    .map(({ name, kind }) => {
      if (kind.const) return `const ${name}: ${type(kind.const.type)}`;
      const bounds = kind.type ? kind.type.bounds.map(bound) : kind.lifetime.outlives;
      return name + (bounds.length ? `: ${bounds.join(' + ')}` : '');
    });
  return words.length ? `<${words.join(', ')}>` : '';
}
const given = ([name, of]) =>
  name === 'self'
    ? ({ Self: 'self', '&Self': '&self', '&mut Self': '&mut self' }[type(of)] ?? `self: ${type(of)}`)
    : `${name}: ${type(of)}`;
const call = (name, { sig, generics: of, header }) =>
  `${header.is_const ? 'const ' : ''}fn ${name}${generics(of)}(${list(sig.inputs, given)})${sig.output ? ` -> ${type(sig.output)}` : ''}`;

const lines = new Set();
const own = (item) => item && (item.visibility === 'public' || item.visibility === 'default');
const closed = (item) =>
  item.attrs.some((each) => each === 'non_exhaustive' || JSON.stringify(each).includes('non_exhaustive'))
    ? '#[non_exhaustive] '
    : '';

function impls(of, name) {
  const traits = [];
  for (const each of of.impls.map((id) => index[id]).filter(Boolean)) {
    const { trait: implemented, items, is_synthetic: synthetic, blanket_impl: blanket } = each.inner.impl;
    if (synthetic || blanket) continue;
    if (implemented) traits.push(path(implemented));
    else
      items
        .map((id) => index[id])
        .filter(own)
        .forEach((item) => list_item(item, `${name}::${item.name}`));
  }
  if (traits.length)
    lines.add(
      `${name}: ${traits
        .filter((each) => each !== 'StructuralPartialEq')
        .sort()
        .join(' + ')}`,
    );
}

function list_item(item, name) {
  const [[kind, of]] = Object.entries(item.inner);
  switch (kind) {
    case 'module':
      lines.add(`mod ${name}`);
      of.items
        .map((id) => index[id])
        .filter(own)
        .forEach((each) => list_item(each, `${name}::${each.name}`));
      break;
    case 'use':
      if (index[of.id]) list_item(index[of.id], name.replace(/[^:]*$/, of.name));
      break;
    case 'struct':
      lines.add(`${closed(item)}struct ${name}${generics(of.generics)}`);
      (of.kind.plain?.fields ?? of.kind.tuple ?? [])
        .map((id) => index[id])
        .filter((each) => each?.visibility === 'public')
        .forEach((each) => lines.add(`${name}.${each.name}: ${type(each.inner.struct_field)}`));
      impls(of, name);
      break;
    case 'enum':
      lines.add(`${closed(item)}enum ${name}${generics(of.generics)}`);
      of.variants
        .map((id) => index[id])
        .filter(Boolean)
        .forEach((each) => list_item(each, `${name}::${each.name}`));
      impls(of, name);
      break;
    case 'variant': {
      const fields = (of.kind.struct?.fields ?? of.kind.tuple ?? []).map((id) => index[id]).filter(Boolean);
      lines.add(
        `${name}${fields.length ? `(${list(fields, (each) => `${/^\d/.test(each.name) ? '' : `${each.name}: `}${type(each.inner.struct_field)}`)})` : ''}`,
      );
      break;
    }
    case 'function':
      lines.add(`${name}: ${call(item.name, of)}`);
      break;
    case 'constant':
      lines.add(`const ${name}: ${type(of.type)}`);
      break;
    case 'assoc_const':
      lines.add(`const ${name}: ${type(of.type)}`);
      break;
    case 'assoc_type':
      lines.add(`type ${name}`);
      break;
    case 'static':
      lines.add(`static ${name}: ${type(of.type)}`);
      break;
    case 'type_alias':
      lines.add(`type ${name}${generics(of.generics)} = ${type(of.type)}`);
      break;
    case 'trait':
      lines.add(`trait ${name}${generics(of.generics)}`);
      of.items
        .map((id) => index[id])
        .filter(Boolean)
        .forEach((each) => list_item(each, `${name}::${each.name}`));
      break;
    default:
      throw new Error(`an item of the kind ${kind}`);
  }
}
list_item(index[root], 'yushen');

const text = `${[...lines].join('\n')}\n`;
if (process.argv.includes('--write')) {
  mkdirSync(cwd + 'docs/api', { recursive: true });
  writeFileSync(listing, text);
}
const known = new Set(readFileSync(listing, 'utf8').trimEnd().split('\n'));
const gone = [...known].filter((line) => !lines.has(line));
const added = [...lines].filter((line) => !known.has(line));
gone.forEach((line) => console.log(`- ${line}`));
added.forEach((line) => console.log(`+ ${line}`));
console.log(
  `api: ${lines.size} public items, ${added.length} not in docs/api/rust.txt, ${gone.length} gone${gone.length + added.length ? ': run `node tests/api.mjs --write` and say so in CHANGELOG' : ''}`,
);
process.exitCode = gone.length + added.length ? 1 : 0;

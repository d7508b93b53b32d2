// What is public, as the package's declarations say it: all that a caller can call, so that the hostile walk leaves nothing out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../data.mjs';

/** `@internal`, `private`: not in the types, or no part of what is promised. */
const hidden = (member) =>
  ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal') ||
  (member.modifiers || []).some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);

/** The members of a class that stands in a file of its own: its public calls and properties, and the names of all. */
export function surface(kind) {
  const path = join(ROOT, `pkg/dist/types/api/${kind.toLowerCase()}.d.ts`);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const declared = source.statements.find((each) => ts.isClassDeclaration(each) && each.name.text === kind);
  const members = declared.members.filter(({ name }) => name);
  const names = (of) => [...new Set(of.map(({ name }) => name.text))];
  const open = members.filter((member) => !hidden(member));
  return {
    calls: names(open.filter(ts.isMethodDeclaration)),
    properties: names(open.filter((member) => !ts.isMethodDeclaration(member))),
    all: names(members),
  };
}

/** Where a class, its declaration and the good calls that the walk starts from are not of one mind. */
export function unlisted(kind, object, good) {
  const { calls, properties, all } = surface(kind);
  const told = (names, what) => names.map((name) => `${kind}.${name} ${what}`);
  const own = Object.getOwnPropertyNames(Object.getPrototypeOf(object)).filter((name) => name !== 'constructor');
  return [
    ...told(calls.length ? [] : ['*'], 'has no public call'),
    ...told(
      calls.filter((name) => !good[name] && name !== 'close'),
      'has no good call in tests/e2e/hostile/calls.mjs',
    ),
    ...told(
      Object.keys(good).filter((name) => !calls.includes(name)),
      'has a good call, and is not public',
    ),
    ...told(
      calls.filter((name) => typeof object[name] !== 'function'),
      'is declared, and cannot be called',
    ),
    ...told(
      properties.filter((name) => !(name in object)),
      'is declared, and not there',
    ),
    ...told(
      own.filter((name) => !all.includes(name)),
      'is there, and not declared',
    ),
  ];
}

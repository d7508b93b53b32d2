// Golden outputs as TypeScript: every `ok` and every `error` of the cases must satisfy its published type, so that the
// types cannot promise what the core does not give.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gather, ROOT } from './data.mjs';

const TYPES = {
  plan: 'Plan',
  check: 'CheckResult',
  deadlines: 'Schedule',
  identifier: 'IdentifierResult',
  message: 'Message',
  messages: 'Message[]',
  schedule: 'Schedule',
  day: 'Day',
  count: 'Counted',
  between: 'DayCount',
  month: 'DayMark[]',
  receipt: 'Document',
  inspect: '{ report: FileReport }',
  catalogue: 'Loaded',
  identity: 'CatalogueRef',
  render: 'Rendered',
  trace: 'DayMark[]',
  calendar: 'CalendarRef',
  backwards: 'Backwards',
  explain: 'Explained',
  ics: '{ ics: string }',
};

const lines = gather().cases.map(({ stage, expected }, index) => {
  const type =
    'ok' in expected ? `{ ok: ${TYPES[stage]} }` : '{ error: { code: ErrorCode; path: string; issues: Issue[] } }';
  return `export const case${index} = ${JSON.stringify(expected)} satisfies ${type};`;
});
const bodies = gather()
  .cases.filter(({ stage, expected }) => stage === 'receipt' && expected.ok)
  .map(({ expected }, index) => `export const sheet${index} = ${expected.ok.json} satisfies Sheet;`);
const sample = `export const sample = ${gather().catalogues.sample.trim()} satisfies CatalogueFile;`;
writeFileSync(
  join(ROOT, 'tests/e2e/types/golden.ts'),
  `// Written by tests/e2e/types.mjs from tests/cases.\nimport type { Backwards, CalendarRef, CatalogueFile, CatalogueRef, CheckResult, Counted, Day, DayCount, DayMark, Document, ErrorCode, Explained, FileReport, IdentifierResult, Issue, Loaded, Message, Plan, Rendered, Schedule, Sheet } from '../../../pkg/src/api/public.js';\n\n${[...lines, ...bodies, sample].join('\n')}\n`,
);
console.log(`${lines.length + bodies.length + 1} golden outputs`);

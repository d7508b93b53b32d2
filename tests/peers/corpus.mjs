// The file inspector against files that are not ours: samples out of public packages and files made by other tools
// (tests/data/corpus/made), labelled by other tools (tests/data/corpus/label.py). Where those tools differ with one another the
// question is left out and counted. `node tests/peers/corpus.mjs`; with --all every differing file is listed.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { init } from 'yushen';
import { fetched, labels as written } from '../data/corpus/fetch.mjs';

const folder = await fetched();
const failures = [];
const files = [];
for (const label of JSON.parse(written)) {
  const path = label.made
    ? fileURLToPath(new URL(`../data/corpus/made/${label.made}`, import.meta.url))
    : `${folder}/${label.sha256}`;
  try {
    files.push({
      label,
      name: basename(label.made || label.path),
      title: label.made || `${label.package}: ${label.path}`,
      bytes: new Uint8Array(readFileSync(path)),
    });
  } catch {
    // its package did not come; fetched() has said so
  }
}
const lost = JSON.parse(written).length - files.length;
if (lost) console.log(`corpus: ${lost} files are not there, their packages were not fetched`);
if (lost && process.env.CI === 'true') failures.push('part of the corpus is missing');

const pictures = ['jpeg', 'png', 'gif', 'webp', 'tiff', 'bmp', 'heic', 'avif'];
const office = ['docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt', 'ole'];
const packed = ['zip', 'docx', 'xlsx', 'pptx', 'odf', 'ofd'];
const cuttable = ['pdf', ...pictures, ...packed];
const active = ['script', 'attachment', 'launch', 'xfa', 'media'];

const y = await init();
async function inspect(bytes, name) {
  try {
    return await y.inspect(bytes, { name });
  } catch (error) {
    return { kind: `error ${error.code || error.message}` };
  }
}

/** What is asked: of which kinds, under which label (or what of it), and our word for it. */
const questions = [
  { name: 'kind', label: 'kind', ours: ({ kind }) => kind, bar: 0.99 },
  { name: 'digest', label: 'sha256', ours: ({ sha256 }) => sha256, bar: 1 },
  {
    name: 'dimensions',
    label: 'width',
    disputed: 'size',
    of: pictures,
    theirs: ({ width, height }) => `${width}x${height}`,
    ours: ({ width, height }) => `${width}x${height}`,
    bar: 0.99,
  },
  { name: 'PDF pages', label: 'pages', of: ['pdf'], ours: ({ pages }) => pages, bar: 0.97 },
  { name: 'TIFF and OFD pages', label: 'pages', of: ['tiff', 'ofd'], ours: ({ pages }) => pages },
  { name: 'orientation', label: 'orientation', of: pictures, ours: ({ orientation = 1 }) => orientation },
  { name: 'position', label: 'gps', of: pictures, ours: ({ located = false }) => located },
  { name: 'colour', label: 'colour', of: pictures, ours: ({ colour }) => colour },
  { name: 'depth', label: 'depth', of: pictures, ours: ({ depth }) => depth },
  { name: 'PDF encrypted', label: 'encrypted', of: ['pdf'], ours: ({ locked }) => locked !== undefined },
  { name: 'PDF password', label: 'password', of: ['pdf'], ours: ({ locked }) => locked === 'password' },
  { name: 'office password', label: 'password', of: [...office, 'odf'], ours: ({ locked }) => locked === 'password' },
  { name: 'macros', label: 'macros', of: office, ours: ({ macros = false }) => macros },
  ...active.map((word) => ({
    name: `PDF ${word}`,
    label: 'active',
    disputed: word,
    of: ['pdf'],
    theirs: (label) => label.active.includes(word),
    ours: (report) => (report.active || []).includes(word),
  })),
  { name: 'PDF text', label: 'text', of: ['pdf'], ours: ({ text = false }) => text },
  { name: 'PDF blank pages', label: 'blank', of: ['pdf'], ours: ({ blank = [] }) => blank },
  {
    name: 'PDF signature fields',
    label: 'signatureFields',
    of: ['pdf'],
    ours: ({ signatureFields = 0 }) => signatureFields,
  },
  { name: 'PDF signatures', label: 'signatures', of: ['pdf'], ours: ({ signatures = 0 }) => signatures },
  { name: 'ZIP members', label: 'members', of: ['zip'], ours: ({ members }) => members },
  {
    name: 'ZIP unsafe',
    label: 'unsafe',
    of: ['zip'],
    theirs: ({ unsafe }) => [...unsafe].sort(),
    ours: ({ unsafe = [] }) => [...unsafe].sort(),
  },
];

const tally = (name, bar) => ({ name, bar, agree: 0, total: 0, positive: 0, disputed: 0, differing: [] });
const tallies = questions.map(({ name, bar }) => tally(name, bar));
const [alarms, damaged, cut] = [tally('no false alarm', 1), tally('damaged as found'), tally('cut to 60 %')];
const isCut = {};

function put(counts, title, ours, theirs) {
  counts.total++;
  if (!['false', '0', '', '1', 'undefined'].includes(String(theirs))) counts.positive++;
  if (String(ours) === String(theirs)) counts.agree++;
  else
    counts.differing.push(
      `${title}: ours ${ours === undefined ? 'nothing' : JSON.stringify(ours)}, label ${JSON.stringify(theirs)}`,
    );
}

for (const { label, name, title, bytes } of files) {
  const report = await inspect(bytes, name);
  const { disputed = {} } = label;
  questions.forEach((question, n) => {
    if (question.of && !question.of.includes(label.kind)) return;
    if ((disputed.kind && question.name !== 'digest') || disputed[question.label] || disputed[question.disputed])
      tallies[n].disputed++;
    else if (label[question.label] !== undefined)
      put(tallies[n], title, question.ours(report), question.theirs ? question.theirs(label) : label[question.label]);
  });
  if (label.damaged === undefined) continue;
  if (disputed.kind || disputed.damaged) alarms.disputed++;
  else if (label.damaged) put(damaged, title, Boolean(report.damage), true);
  else {
    put(alarms, title, report.damage || 'whole', 'whole');
    if (!cuttable.includes(label.kind) || label.cut === 'whole' || bytes.length < 100) continue;
    const { damage } = await inspect(bytes.slice(0, Math.floor(bytes.length * 0.6)), name);
    put(cut, title, Boolean(damage), true);
    isCut[label.kind] ||= [0, 0];
    const by = isCut[label.kind];
    by[0] += Boolean(damage);
    by[1]++;
  }
}

const all = [...tallies, alarms, damaged, cut];
const most = process.argv.includes('--all') ? Infinity : 25;
for (const { name, agree, total, positive, disputed, differing } of all) {
  const rate = total ? `${((100 * agree) / total).toFixed(1)} %` : '–';
  console.log(
    `${name.padEnd(22)}${String(agree).padStart(5)} of ${String(total).padEnd(5)}${rate.padStart(8)}   ${positive} not the usual${disputed ? `, ${disputed} disputed and left out` : ''}`,
  );
  differing.slice(0, most).forEach((line) => console.log(`  ${line}`));
  if (differing.length > most) console.log(`  and ${differing.length - most} more`);
}
console.log(
  `cut to 60 %, by kind: ${Object.entries(isCut)
    .map(([kind, [caught, total]]) => `${kind} ${caught}/${total}`)
    .join(', ')}`,
);

for (const { name, agree, total, bar } of all) {
  console.log(`corpus: ${name} ${agree} of ${total}`);
  if (bar && total && agree / total < bar) failures.push(`${name}: ${agree} of ${total} is below ${100 * bar} %`);
}
failures.forEach((failure) => console.error(failure));
if (failures.length) process.exitCode = 1;

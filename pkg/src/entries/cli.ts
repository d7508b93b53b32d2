import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Catalogue } from '../api/catalogue.js';
import type { CatalogueFile, ImportSource, Item, NeedCodes, Question } from '../api/values.js';
import type { EditorYushen } from './editor-node.js';
import { init } from './editor-node.js';

/* The command for editors and CI. Answers go to standard output, everything else to standard error. Exit codes: 0 nothing
   grave, 1 something grave was found, 2 the command or its input cannot be used. */

const HELP = `yushen — tools for those who publish a catalogue of service items or build a mini-program

  yushen lint   <catalogue.json> [--json] [--locale en]     every legal and logical defect; exit 1 if one must be mended
  yushen diff   <older.json> <newer.json> [--json]          what changes, from which day, and whether it asks more
  yushen import <source.json> --from gd-portal|national-exchange [--need gd|zfsoft|gbt39046] -o <catalogue.json> [--json]
                                                            a catalogue from another system's data, with a report
  yushen bundle <catalogue.json> -o <folder>                cut up for delivery: manifest, index, bundles
  yushen verify <folder>                                    every file of a delivery against its digest; exit 1 if one differs
  yushen types  <catalogue.json> [-o <file.d.ts>]           types for the codes of this catalogue
  yushen miniprogram [receipts] -o <folder>                 what a mini-program carries in its code package: script and
                                                            compressed modules; with \`receipts\`, those of documents too
  yushen help | version

Exit codes: 0 nothing grave, 1 something grave, 2 the command or its input cannot be used.
`;

interface Words {
  names: string[];
  json: boolean;
  options: { [name: string]: string };
}

class Unusable extends Error {}

function read(words: string[]): Words {
  const read: Words = { names: [], json: false, options: {} };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '--json') read.json = true;
    else if (/^--?(o|from|need|locale)$/.test(word)) {
      const value = words[++at];
      if (value === undefined) throw new Unusable(`${word} wants a value`);
      read.options[word.replace(/^-+/, '')] = value;
    } else if (word.startsWith('-')) throw new Unusable(`there is no option ${word}`);
    else read.names.push(word);
  }
  return read;
}

function file(words: Words, place: number, what: string): string {
  const name = words.names[place];
  if (!name) throw new Unusable(`which ${what}?`);
  if (!existsSync(name)) throw new Unusable(`there is no file ${name}`);
  return name;
}

function say(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : text + '\n');
}

function catalogue({ yushen }: EditorYushen, name: string): Catalogue {
  return yushen.catalogue(readFileSync(name));
}

type Command = (kit: EditorYushen, words: Words) => Promise<number> | number;

const lint: Command = (kit, words) => {
  const loaded = catalogue(kit, file(words, 0, 'catalogue'));
  const notices = kit.editor.lint(loaded);
  const grave = notices.filter(({ severity }) => severity === 'must').length;
  if (words.json) say(JSON.stringify(notices, null, 1));
  else {
    for (const notice of notices) {
      const { what, how, basis } = kit.editor.message(loaded, notice, { locale: words.options.locale || 'zh-Hans' });
      say(
        `${notice.severity.padEnd(7)}${notice.code}  ${notice.item || ''} ${notice.path}\n       ${what}${how}\n       ${basis}`,
      );
    }
    say(`${notices.length} notices, ${grave} must be mended`);
  }
  return grave ? 1 : 0;
};

const diff: Command = (kit, words) => {
  const [older, newer] = [
    catalogue(kit, file(words, 0, 'older catalogue')),
    catalogue(kit, file(words, 1, 'newer catalogue')),
  ];
  const changes = kit.editor.diff(older, newer);
  if (words.json) say(JSON.stringify(changes, null, 1));
  else {
    for (const { effective, item, kind, path, forApplicant } of changes)
      say(`${effective}  ${item}  ${kind.padEnd(22)} ${path || ''}  asks ${forApplicant}`);
    say(`${changes.length} changes`);
  }
  return 0;
};

const imports: Command = (kit, words) => {
  const source = words.options.from as ImportSource | undefined;
  if (!source) throw new Unusable('--from gd-portal or --from national-exchange');
  const out = words.options.o;
  if (!out) throw new Unusable('-o <catalogue.json>');
  const text = readFileSync(file(words, 0, 'source'), 'utf8');
  const { catalogue: made, report } = kit.editor.import(text, {
    source,
    need: words.options.need as NeedCodes | undefined,
  });
  writeFileSync(out, made.endsWith('\n') ? made : made + '\n');
  if (words.json) say(JSON.stringify(report, null, 1));
  else {
    for (const { what, from, to, why } of report.entries)
      if (what !== 'mapped') say(`${what.padEnd(10)} ${from || ''}${to ? ` → ${to}` : ''}  ${why}`);
    say(
      Object.entries(report.counts)
        .filter(([, count]) => typeof count === 'number')
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', '),
    );
  }
  return 0;
};

const bundle: Command = (kit, words) => {
  const folder = words.options.o;
  if (!folder) throw new Unusable('-o <folder>');
  const files = kit.editor.publish(catalogue(kit, file(words, 0, 'catalogue')));
  // The manifest comes last: whoever reads while this writes sees the old catalogue or the new one.
  for (const { name, text } of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (name === 'manifest.json' || !existsSync(path)) writeFileSync(path, text);
  }
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  say(`${files.length} files, ${bytes} bytes`);
  return 0;
};

const verify: Command = async ({ yushen }, words) => {
  const folder = file(words, 0, 'folder');
  const opened = await yushen.open({ get: (name) => readFile(join(folder, name), 'utf8') });
  await opened.loadIndex();
  const codes: string[] = [];
  for (;;) {
    const { total, items } = opened.search({ offset: codes.length, limit: 1000 });
    codes.push(...items.map(({ code }) => code));
    if (!items.length || codes.length >= total) break;
  }
  await opened.load(codes);
  say(
    `${opened.info.name} ${opened.info.version} (${opened.info.seq}): ${codes.length} items as listed, every file as named`,
  );
  return 0;
};

const types: Command = (_kit, words) => {
  const { items } = JSON.parse(readFileSync(file(words, 0, 'catalogue'), 'utf8')) as CatalogueFile;
  const out = `// Written by \`yushen types\`.\nimport 'yushen';\ndeclare module 'yushen' {\n  interface Register {\n    items: {\n${items.map(typed).join('')}    };\n  }\n}\n`;
  if (words.options.o) writeFileSync(words.options.o, out);
  else say(out);
  return 0;
};

/** A mini-program gets its modules by path from its own code package, compressed. They are compressed here and not in the
    package, which would carry every module twice. */
const miniprogram: Command = (_kit, words) => {
  const folder = words.options.o;
  if (!folder) throw new Unusable('-o <folder>');
  const [extra, ...more] = words.names;
  const receipts = extra === 'receipts';
  if (more.length || (extra && !receipts))
    throw new Unusable(`a mini-program carries nothing named ${more[0] || extra}`);
  const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const name of receipts ? ['index.js', 'receipts.js'] : ['index.js'])
    copyFileSync(beside(`miniprogram/${name}`), join(folder, name));
  for (const name of receipts ? ['yushen', 'yushen-files', 'yushen-receipts'] : ['yushen', 'yushen-files']) {
    const module = readFileSync(beside(`${name}.wasm`));
    const packed = brotliCompressSync(module, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 22,
        [constants.BROTLI_PARAM_SIZE_HINT]: module.length,
      },
    });
    writeFileSync(join(folder, `${name}.wasm.br`), packed);
    say(`${name}.wasm.br ${packed.length} bytes`);
  }
  return 0;
};

function typed(item: Item): string {
  const union = (names: string[]): string => names.map((name) => JSON.stringify(name)).join(' | ') || 'never';
  const answer = ({ kind, options = [] }: Question): string => {
    const choice = union(options.map(({ id }) => id));
    return kind === 'boolean' ? 'boolean' : kind === 'choice' ? choice : `(${choice})[]`;
  };
  const answers = (item.questions || [])
    .map((question) => `${JSON.stringify(question.id)}: ${answer(question)} | null`)
    .join('; ');
  return `      ${JSON.stringify(item.code)}: { answers: { ${answers} }; materials: ${union(item.materials.map(({ id }) => id))} };\n`;
}

const COMMANDS: { [name: string]: Command } = { lint, diff, import: imports, bundle, verify, types, miniprogram };

async function main([name = 'help', ...rest]: string[]): Promise<number> {
  if (/^(-h|--help|help)$/.test(name)) {
    say(HELP);
    return 0;
  }
  const kit = await init();
  if (/^(-v|--version|version)$/.test(name)) {
    say(kit.yushen.versions.library);
    return 0;
  }
  const command = COMMANDS[name];
  if (!command) throw new Unusable(`there is no command ${name}; see yushen help`);
  return command(kit, read(rest));
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error & { code?: string; path?: string; issues?: { code: string; path: string }[] }) => {
    process.stderr.write(`yushen: ${error.message}\n`);
    for (const issue of error.issues || []) process.stderr.write(`  ${issue.code} at ${issue.path || '/'}\n`);
    // A delivery that differs is what `verify` looks for; everything else is a command that could not be carried out.
    process.exitCode = process.argv[2] === 'verify' && String(error.code).startsWith('DELIVERY_') ? 1 : 2;
  },
);

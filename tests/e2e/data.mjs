// The cases and what they need, gathered for hosts that cannot read folders.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function files(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });
}

/** The sample as a delivery: its files by name. */
export async function delivered() {
  const { init } = await import('yushen/editor');
  const { yushen, editor } = await init();
  const sample = JSON.parse(readFileSync(join(ROOT, 'src/data/catalogue.sample.json'), 'utf8'));
  const files = editor.publish(yushen.catalogue({ ...sample, seq: 1 }));
  yushen.close();
  return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

/** {cases, catalogues, files, wordings}: files in base64. */
export function gather() {
  const folder = join(ROOT, 'tests/cases');
  const cases = files(folder)
    .filter((path) => !path.startsWith(join(folder, 'editor')))
    .flatMap((path) =>
      JSON.parse(readFileSync(path, 'utf8')).map((each) => ({ ...each, file: path.slice(folder.length + 1) })),
    );
  const catalogues = {
    sample: readFileSync(join(ROOT, 'src/data/catalogue.sample.json'), 'utf8'),
    test: readFileSync(join(ROOT, 'tests/data/catalogue.test.json'), 'utf8'),
    joint: readFileSync(join(ROOT, 'tests/data/catalogue.joint.json'), 'utf8'),
    files: readFileSync(join(ROOT, 'tests/data/catalogue.files.json'), 'utf8'),
    numbers: readFileSync(join(ROOT, 'tests/data/catalogue.numbers.json'), 'utf8'),
  };
  const named = new Set(cases.filter(({ stage }) => stage === 'inspect').map(({ input }) => input.file));
  const paths = ['tests/data/corpus/made', 'tests/data/files']
    .flatMap((each) => files(join(ROOT, each)))
    .filter((path) => named.has(path.split('/').pop()));
  const inspected = Object.fromEntries(
    paths.map((path) => [path.split('/').pop(), readFileSync(path).toString('base64')]),
  );
  const wordings = Object.fromEntries(
    ['zh-Hant', 'en'].map((locale) => [locale, readFileSync(join(ROOT, `src/wording/${locale}.json`), 'utf8')]),
  );
  const [kit, invalid, rendered] = ['pkg/kit/receipts.json', 'pkg/kit/invalid.json', 'tests/data/rendered.json'].map(
    (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')),
  );
  return { cases, catalogues, files: inspected, wordings, kit, invalid, rendered };
}

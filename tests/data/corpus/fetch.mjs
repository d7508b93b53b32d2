// Brings the packages of packages.json with their registries' own clients and takes out of them the files that labels.json
// names, into target/corpus/files, each under its SHA-256. `node tests/data/corpus/fetch.mjs`; tests/peers/corpus.mjs calls it too.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = at('../../../target/corpus');
const packages = JSON.parse(readFileSync(at('packages.json'), 'utf8'));
export const labels = readFileSync(at('labels.json'), 'utf8');
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const whole = ({ archive, sha256: wanted }) =>
  existsSync(`${folder}/archives/${archive}`) && sha256(readFileSync(`${folder}/archives/${archive}`)) === wanted;

// pip asks a source package for its metadata before it keeps it, which would run the package's build. These stand in for
// the builders: PKG-INFO is the metadata.
const stand = `import os, re
def get_requires_for_build_wheel(config_settings=None): return []
def prepare_metadata_for_build_wheel(directory, config_settings=None):
    text = open('PKG-INFO', encoding='utf8').read()
    name, version = (re.search(f'^{field}: *(\\\\S+)', text, re.M).group(1) for field in ('Name', 'Version'))
    folder = f"{re.sub('[-.]+', '_', name)}-{version}.dist-info"
    os.makedirs(f'{directory}/{folder}')
    open(f'{directory}/{folder}/METADATA', 'w', encoding='utf8').write(text)
    return folder
`;
const builders = [
  'setuptools/build_meta',
  'hatchling/build',
  'flit_core/buildapi',
  'mesonpy/__init__',
  'maturin/__init__',
  'poetry/core/masonry/api',
  'pdm/backend/__init__',
  'scikit_build_core/build',
];

function stands() {
  for (const builder of builders) {
    const steps = builder.split('/');
    mkdirSync(join(folder, 'builders', ...steps.slice(0, -1)), { recursive: true });
    // without it an installed package of the same name would win
    for (let n = 1; n < steps.length; n++)
      writeFileSync(join(folder, 'builders', ...steps.slice(0, n), '__init__.py'), '');
    writeFileSync(`${folder}/builders/${builder}.py`, 'from stand import *\nimport stand as __legacy__\n');
  }
  writeFileSync(`${folder}/builders/stand.py`, stand);
}

const clients = {
  async pypi({ name, version, archive, sha256: wanted }) {
    const list = `${folder}/${archive}.txt`;
    writeFileSync(list, `${name}==${version} --hash=sha256:${wanted}\n`);
    const words = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--disable-pip-version-check',
      '--no-deps',
      '--no-binary',
      ':all:',
      '--use-pep517',
      '--no-build-isolation',
      '--require-hashes',
      '--dest',
      `${folder}/archives`,
      '-r',
      list,
    ];
    await run('python3', words, {
      env: { ...process.env, PYTHONPATH: `${folder}/builders`, PYTHONDONTWRITEBYTECODE: '1' },
    }).finally(() => rmSync(list));
  },
  npm: ({ name, version }) =>
    run('npm', ['pack', '--silent', `${name}@${version}`, '--pack-destination', `${folder}/archives`]),
  // cargo info keeps what it shows; from another folder, so that it asks nothing of this project's own lock file
  async crates({ name, version, archive }) {
    await run('cargo', ['info', '--quiet', `${name}@${version}`], { cwd: tmpdir() });
    const cache = join(process.env.CARGO_HOME || join(homedir(), '.cargo'), 'registry', 'cache');
    const kept = readdirSync(cache)
      .map((index) => join(cache, index, archive))
      .find(existsSync);
    copyFileSync(kept, `${folder}/archives/${archive}`);
  },
};

/** Fetches what is missing and returns the folder of the files. */
export async function fetched() {
  const stamp = `${folder}/stamp`;
  const wanted = sha256(readFileSync(at('packages.json')) + labels);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return `${folder}/files`;
  mkdirSync(`${folder}/archives`, { recursive: true });
  stands();
  const missing = {};
  const waiting = packages.filter((each) => !whole(each));
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let each = waiting.shift(); each; each = waiting.shift()) {
        let reason = 'its bytes are not those that were labelled';
        await clients[each.registry](each).catch((error) => {
          reason = String(error.stderr || error.message)
            .trim()
            .split('\n')
            .pop();
        });
        if (whole(each)) continue;
        missing[each.registry] ||= [];
        missing[each.registry].push({ name: each.name, reason });
      }
    }),
  );
  for (const [registry, those] of Object.entries(missing)) {
    console.log(
      `corpus: without ${those.length} of ${packages.filter((each) => each.registry === registry).length} packages of ${registry}: ${those.map(({ name }) => name).join(', ')} (${those[0].reason})`,
    );
  }
  rmSync(`${folder}/files`, { recursive: true, force: true });
  await run('python3', [at('archives.py'), `${folder}/archives`, `${folder}/files`], { maxBuffer: 1 << 24 });
  if (!Object.keys(missing).length) writeFileSync(stamp, wanted);
  return `${folder}/files`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(`corpus: ${readdirSync(await fetched()).length} files`);

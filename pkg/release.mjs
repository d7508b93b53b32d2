// A release: checked, built, packed, with digests; then it says which tag to set. `node pkg/release.mjs`, `--dry-run` to look
// only, `--publish` to hand the archives to the registry from the commit that has the tag. See docs/releasing.md.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'target/release-archives');
const options = { 'dry-run': { type: 'boolean' }, publish: { type: 'boolean' } };
const { values: wanted } = parseArgs({ options });
const read = (path) => readFileSync(join(root, path), 'utf8');
const git = (...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const run = (program, words, cwd = root) => {
  console.log(`$ ${program} ${words.join(' ')}`);
  execFileSync(program, words, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
};

/** What is packed: folders under `pkg` whose package.json is not private. */
const packages = ['pkg', 'pkg/objects'].filter((folder) => {
  const path = join(root, folder, 'package.json');
  return existsSync(path) && !JSON.parse(readFileSync(path, 'utf8')).private;
});

/** Every version that is written down, by the file it stands in. */
function versions() {
  const found = {};
  const bindings = existsSync(join(root, 'pkg/bindings')) ? readdirSync(join(root, 'pkg/bindings')) : [];
  const members = ['.', 'pkg/objects', ...bindings.map((name) => `pkg/bindings/${name}`)];
  for (const folder of members) {
    const path = join(folder, 'Cargo.toml');
    const own = existsSync(join(root, path)) && read(path).match(/^\[package\][^[]*?^version = "([^"]+)"/m);
    if (own) found[path] = own[1];
  }
  for (const folder of packages) found[`${folder}/package.json`] = JSON.parse(read(`${folder}/package.json`)).version;
  for (const folder of packages) {
    const locked = JSON.parse(read('package-lock.json')).packages[folder];
    if (locked) found[`package-lock.json, ${folder}`] = locked.version;
  }
  return found;
}

/** What speaks against a release of this version; all of it. */
function faults(version, stated) {
  const found = [];
  for (const [file, other] of Object.entries(stated)) {
    if (other !== version) found.push(`${file} says ${other}, pkg/package.json ${version}`);
  }
  if (git('status', '--porcelain'))
    found.push('the working tree is not clean: commit, or put away, what `git status` lists');
  const log = read('CHANGELOG.md');
  const heading = new RegExp(`^## ${version.replaceAll('.', '\\.')} · \\d{4}-\\d{2}-\\d{2}$`, 'm');
  if (!heading.test(log)) found.push(`CHANGELOG.md has no heading "## ${version} · YYYY-MM-DD"`);
  const tagged = git('tag', '--list', `v${version}`) && git('rev-list', '-n', '1', `v${version}`);
  if (wanted.publish && tagged !== git('rev-parse', 'HEAD')) found.push(`v${version} is not the tag of this commit`);
  if (!wanted.publish && tagged) found.push(`v${version} is a tag already`);
  return found;
}

/** The archives, and beside them a list of digests for each algorithm, as `sha256sum --check` reads it. */
function pack() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const folder of packages) run('npm', ['pack', '--silent', '--pack-destination', out], join(root, folder));
  const archives = readdirSync(out).sort();
  for (const algorithm of ['sha256', 'sm3']) {
    const digest = (name) =>
      createHash(algorithm)
        .update(readFileSync(join(out, name)))
        .digest('hex');
    const lines = archives.map((name) => `${digest(name)}  ${name}\n`).join('');
    writeFileSync(join(out, `${algorithm.toUpperCase()}SUMS`), lines);
    console.log(`${algorithm.toUpperCase()}\n${lines}`);
  }
  return archives;
}

const stated = versions();
const version = stated['pkg/package.json'];
const against = faults(version, stated);
console.log(`version ${version}, as ${Object.keys(stated).join(', ')} say`);
for (const fault of against) console.error(`fault: ${fault}`);
if (wanted['dry-run']) {
  for (const folder of packages) run('npm', ['pack', '--dry-run'], join(root, folder));
  console.log(against.length ? 'not ready' : 'ready: nothing was built, packed or tagged');
} else if (!against.length) {
  run('make', ['build']);
  if (packages.includes('pkg/objects')) run('cargo', ['xtask', 'build', '--objects']);
  const archives = pack();
  if (wanted.publish) for (const name of archives) run('npm', ['publish', join(out, name)]);
  else console.log(`git tag --annotate v${version} --message 'Yushen ${version}'\ngit push origin v${version}`);
}
process.exitCode = against.length ? 1 : 0;

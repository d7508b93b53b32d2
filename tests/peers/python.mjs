// Python's libraries, each set installed for the tests alone that want it, at the versions and digests of its list.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const QUIETLY = ['install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:', '--require-hashes'];

/** The folder for PYTHONPATH with what `list`, a file beside this one, names; none where pip cannot. */
export function libraries(list) {
  const path = fileURLToPath(new URL(list, import.meta.url));
  const folder = fileURLToPath(new URL(`../../target/python/${list}`, import.meta.url));
  const [wanted, stamp] = [readFileSync(path, 'utf8'), `${folder}/installed`];
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  rmSync(folder, { recursive: true, force: true });
  const { status, stderr, error } = spawnSync('python3', ['-m', 'pip', ...QUIETLY, '--target', folder, '-r', path], {
    encoding: 'utf8',
    env: { ...process.env, PIP_ROOT_USER_ACTION: 'ignore' },
  });
  if (status === 0) {
    writeFileSync(stamp, wanted);
    return folder;
  }
  const reason = String(error || stderr)
    .trim()
    .split('\n')
    .pop();
  console.log(`${list}: install pip for python3 and let it reach its index (${reason})`);
  return undefined;
}

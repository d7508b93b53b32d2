// `make demo`: package and portal once more under target/demo, around modules that are compiled in a minute
// (`cargo xtask build --demo`). Nothing of it is found where the package is packed, tested or measured.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const demo = join(root, 'target/demo');
const written = (path) => !['dist', 'glue', '__pycache__'].includes(basename(path));

for (const name of ['pkg', 'www', 'src', 'node_modules']) rmSync(join(demo, name), { recursive: true, force: true });
for (const name of ['pkg', 'www', 'src/data', 'src/wording'])
  cpSync(join(root, name), join(demo, name), { recursive: true, filter: written });
cpSync(join(demo, 'modules'), join(demo, 'pkg'), { recursive: true });
// Everything else is found in the folder of the workspace, above.
mkdirSync(join(demo, 'node_modules'));
symlinkSync(join(demo, 'pkg'), join(demo, 'node_modules/yushen'), 'junction');
for (const name of ['pkg', 'www'])
  execFileSync(process.execPath, [join(demo, name, 'build.mjs'), '--demo'], { stdio: 'inherit' });

// The rooms of `pkg/src`, in the order in which they stand on each other: a room uses only rooms before it. Types may be
// named from anywhere. `node tests/rooms.mjs`.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOMS = ['glue', 'module', 'hosts', 'files', 'api', 'worker', 'command', 'entries'];
const LONGEST = 400;
const source = fileURLToPath(new URL('../pkg/src/', import.meta.url));
const faults = [];
let files = 0;

const found = readdirSync(source).sort();
for (const name of found) if (!ROOMS.includes(name)) faults.push(`pkg/src/${name} stands in no room`);
for (const room of ROOMS.filter((each) => each !== 'glue' && found.includes(each))) {
  for (const name of readdirSync(source + room)) {
    const text = readFileSync(`${source}${room}/${name}`, 'utf8');
    files++;
    if (text.split('\n').length > LONGEST && name !== 'values.ts')
      faults.push(`${room}/${name} is over ${LONGEST} lines`);
    for (const [, used] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*? from '\.\.\/([a-z]+)\//gm)) {
      if (ROOMS.indexOf(used) >= ROOMS.indexOf(room)) faults.push(`${room}/${name} uses ${used}, which stands on it`);
    }
  }
}
for (const fault of faults) console.error(fault);
console.log(`pkg/src: ${files} files in ${ROOMS.length - 1} rooms, each using only rooms before it`);
process.exitCode = faults.length || !files ? 1 : 0;

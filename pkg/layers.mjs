// The folders of `pkg/src`, in the order in which they stand on each other: each uses only those before it. Types may be
// named from anywhere. `node pkg/layers.mjs`.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LAYERS = ['glue', 'module', 'hosts', 'files', 'api', 'worker', 'command', 'entries'];
const LONGEST = 400;
const source = fileURLToPath(new URL('./src/', import.meta.url));
const faults = [];
let files = 0;

const found = readdirSync(source).sort();
for (const name of found) if (!LAYERS.includes(name)) faults.push(`pkg/src/${name} is no layer`);
for (const layer of LAYERS.filter((each) => each !== 'glue' && found.includes(each))) {
  for (const name of readdirSync(source + layer)) {
    const text = readFileSync(`${source}${layer}/${name}`, 'utf8');
    files++;
    if (text.split('\n').length > LONGEST && name !== 'values.ts')
      faults.push(`${layer}/${name} is over ${LONGEST} lines`);
    for (const [, used] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*? from '\.\.\/([a-z]+)\//gm)) {
      if (LAYERS.indexOf(used) >= LAYERS.indexOf(layer))
        faults.push(`${layer}/${name} uses ${used}, which stands on it`);
    }
  }
}
for (const fault of faults) console.error(fault);
console.log(`pkg/src: ${files} files in ${LAYERS.length - 1} layers, each using only those before it`);
process.exitCode = faults.length || !files ? 1 : 0;

// The terms of what the portal's scripts hold of others beside the package, whose own terms come with it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The packages that stand in these bundles, each with its licence. Fails where one comes without. */
export function notices(metafiles) {
  const inputs = metafiles.flatMap(({ inputs: each }) => Object.keys(each));
  const folders = [...new Set(inputs.flatMap((input) => FOLDER.exec(input)?.[1] ?? []))].sort();
  return folders.map(notice).join('');
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((each) => join(folder, each)).find(existsSync);
  if (!text) throw new Error(`${name} ${version} is bundled without its terms`);
  return `\n${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${readFileSync(text, 'utf8').trim()}\n`;
}

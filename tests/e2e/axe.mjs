// axe-core, put into a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Throws where axe finds something. */
export async function axe(page, where) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    (tags) =>
      window.axe
        .run({ runOnly: tags })
        .then((found) =>
          found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target).join(' ')}`),
        ),
    TAGS,
  );
  if (violations.length) throw new Error(`axe, ${where}: ${violations.join('; ')}`);
}

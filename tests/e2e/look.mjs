// What only one engine need show: accessibility by axe, the keyboard, a page whose module does not come, offline use.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function axe(page, where) {
  await page.evaluate(AXE);
  const violations = await page.evaluate((tags) => window.axe.run({ runOnly: tags }).then((found) => found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target).join(' ')}`)), TAGS);
  if (violations.length) throw new Error(`axe, ${where}: ${violations.join('; ')}`);
}

export async function look(page, address) {
  await page.setBypassCSP(true); // axe is injected; the portal itself runs under its policy in the visits before
  await page.goto(address);
  await page.waitForSelector('.items button');
  await axe(page, 'the list of items');

  // By keyboard alone: to the first item, open it, answer the first question.
  for (let turn = 0; turn < 5 && !(await page.evaluate(() => document.activeElement.closest('.items'))); turn++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#q-agent-yes');
  if ((await page.evaluate(() => document.activeElement.tagName)) !== 'H1') throw new Error('the heading of the new view has no focus');
  for (let turn = 0; turn < 8 && !(await page.evaluate(() => document.activeElement.id.startsWith('q-agent'))); turn++) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const chosen = await page.evaluate(() => [document.querySelector('input[name=q-agent]:checked')?.id, document.activeElement.id]);
  if (!chosen[0] || chosen[0] !== chosen[1]) throw new Error(`by keyboard: chosen ${chosen[0]}, focus on ${chosen[1]}`);
  await axe(page, 'an application');

  // With a real mouse: a number is typed and the button clicked at once. The click counts, and the field keeps its text.
  await page.type('#number', '440304199001010012');
  await (await page.$('button.first')).click();
  if (!(await page.$('.sheet'))) throw new Error('the click on the button was lost');
  await page.focus('#f-operator-id-id-number');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  if ((await page.evaluate(() => document.activeElement.tagName)) === 'BODY') throw new Error('the focus was lost');

  await page.setOfflineMode(true);
  await page.evaluate(() => document.querySelector('#q-premises-owned').click());
  if (!(await page.evaluate(() => document.querySelector('#m-property-certificate').closest('li').offsetHeight))) throw new Error('offline, an answer changes nothing');
  await page.setOfflineMode(false);

  await page.setRequestInterception(true);
  page.on('request', (request) => (request.url().endsWith('.wasm') ? request.respond({ status: 200, contentType: 'text/html', body: '<!doctype html>' }) : request.continue()));
  await page.goto(address);
  await page.waitForSelector('.alert');
  const told = await page.evaluate(() => document.querySelector('.alert').textContent);
  if (!told.includes('WASM_LOAD_FAILED')) throw new Error(`a page in place of the module: ${told}`);
  console.log('chromium: axe finds nothing, the keyboard reaches everything, offline works, a missing module is told');
}

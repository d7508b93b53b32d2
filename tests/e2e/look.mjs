// What only one engine need show: accessibility by axe on every screen, the keyboard, sizes of targets, print, offline use,
// a page whose module does not come. With SHOTS=folder every screen is photographed.
import { axe } from './axe.mjs';

const must = (what, test) => {
  if (!test) throw new Error(`the portal: ${what}`);
};

/** Targets that are smaller than they should be; a link within a sentence may be. */
export function small(least) {
  const size = (element) => {
    const label = element.closest('label');
    const box = (label || element).getBoundingClientRect();
    const cover = getComputedStyle(element, '::after').position === 'absolute'; // the whole card is the target
    return cover ? element.closest('.item').getBoundingClientRect() : box;
  };
  const all = Array.from(document.querySelectorAll('button, input, select, summary')).filter(
    (each) => each.getClientRects().length,
  );
  return all
    .filter((each) => {
      const { width, height } = size(each);
      return width < least - 0.5 || height < least - 0.5;
    })
    .map((each) => each.outerHTML.slice(0, 80));
}

/** The screens of one application, each looked at by `at`. */
async function walk(page, at) {
  const press = (text) =>
    page.evaluate((text) => {
      const found = Array.from(document.querySelectorAll('button')).find(
        (each) => each.textContent.includes(text) && each.getClientRects().length,
      );
      if (!found) throw new Error(`no button ${text}`);
      found.click();
    }, text);
  await page.waitForSelector('.items button');
  await at('list');
  await page.$eval('#search', (input) => {
    input.value = '没有这样的事项';
    input.dispatchEvent(new Event('input'));
  });
  await at('nothing-found');
  await press('看全部事项');
  await press('个体工商户设立登记');
  await at('guide');
  await press('自查');
  for (let turn = 0; await page.$('.question'); turn++) {
    if (!turn) await at('question');
    await page.evaluate(() => document.querySelector('.question input').click());
    await page.click('#next');
  }
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('main details')) each.open = true;
    document.querySelector('#card-operator-id .try button:nth-child(3)').click();
  });
  await page.waitForSelector('#card-operator-id .problems .must');
  await at('materials');
  await page.click('#review');
  await at('review');
  await page.click('#make-sheet');
  await at('sheet');
}

async function everyScreen(page, address) {
  for (const [name, scheme, elder] of [
    ['light', 'light', false],
    ['dark', 'dark', false],
    ['elder', 'light', true],
  ]) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.goto(address);
    await page.waitForSelector('.items button');
    if (elder) await page.click('#elder');
    await walk(page, async (screen) => {
      await axe(page, `${screen}, ${name}`);
      for (const width of [1280, 320]) {
        await page.setViewport({ width, height: 900 });
        const narrow = await page.evaluate(small, elder ? 60 : 44);
        must(`${screen}, ${name}, ${width} px: small targets ${narrow.join(' ')}`, !narrow.length);
        must(
          `${screen}, ${name}, ${width} px: scrolls sideways`,
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        );
        if (process.env.SHOTS)
          await page.screenshot({ path: `${process.env.SHOTS}/${screen}-${name}-${width}.png`, fullPage: true });
      }
      await page.setViewport({ width: 1280, height: 900 });
      must(
        'main text at 16 px, for the elderly at 18 px',
        await page.evaluate((least) => parseFloat(getComputedStyle(document.body).fontSize) >= least, elder ? 18 : 16),
      );
    });
  }
  const paper = await page.evaluate(() => document.querySelector('.sheet').innerText.replace(/\s/g, '').length);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  must('the sheet prints', paper > 200 && pdf.length > 5000);
}

/** By keyboard alone: from the list to a question, an answer, the materials. */
async function keyboard(page, address) {
  await page.goto(address);
  await page.waitForSelector('.items button');
  const until = async (what, test) => {
    for (let turn = 0; turn < 60; turn++) {
      if (await page.evaluate(test)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${what}`);
  };
  await until('the first item', () => Boolean(document.activeElement.closest('.items')));
  for (
    let turn = 0;
    turn < 30 && !(await page.evaluate(() => document.activeElement.textContent.includes('个体工商户')));
    turn++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  must('the heading of the new view has the focus', await page.evaluate(() => document.activeElement.tagName === 'H1'));
  await until('the start', () => document.activeElement.textContent === '开始自查');
  await page.keyboard.press('Enter');
  await until('the question', () => document.activeElement.name === 'q-agent');
  await page.keyboard.press('Space');
  must(
    'an answer by keyboard keeps the focus',
    await page.evaluate(() => document.activeElement.name === 'q-agent' && document.activeElement.checked),
  );
  await until('the next question', () => document.activeElement.id === 'next');
  await page.keyboard.press('Enter');
  await until('the second question', () => document.activeElement.name === 'q-premises');
  for (const _ of [0, 1]) {
    await until('skipping', () => document.activeElement.textContent.includes('先跳过'));
    await page.keyboard.press('Enter');
  }
  must(
    'skipped questions leave their materials open',
    await page.evaluate(() => document.body.innerText.includes('还不能确定')),
  );
  await until('a file input', () => document.activeElement.id === 'm-application-form');
}

/** With a real mouse: a number is typed and a button clicked at once. The click counts, and the field keeps its text. */
async function mouse(page) {
  await page.type('#number', '440304199001010012');
  await (await page.$('#review')).click();
  must('the click on the button was lost', await page.$('#errors'));
  must(
    'the number is kept and told',
    await page.evaluate(() => document.querySelector('#errors').innerText.includes('可能写错了')),
  );
  await page.evaluate(() => history.back());
  await page.waitForSelector('#f-operator-id-id-number');
  await page.focus('#f-operator-id-id-number');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  must('the focus was lost', await page.evaluate(() => document.activeElement.tagName !== 'BODY'));
}

async function offline(page) {
  await page.setOfflineMode(true);
  await page.waitForFunction(() => document.querySelector('#offline').textContent.includes('文件不会离开本机'));
  await page.evaluate(() => {
    const open = Array.from(document.querySelectorAll('button')).find((each) => each.textContent.includes('回答：'));
    open.click();
    document.querySelector('#q-premises-owned').click();
    document.querySelector('#next').click();
  });
  for (let turn = 0; turn < 3 && (await page.$('.question')); turn++)
    await page.evaluate(() => {
      document.querySelector('.question input:last-of-type').click();
      document.querySelector('#next').click();
    });
  must('offline, an answer changes the list', await page.$('#card-property-certificate'));
  await page.evaluate(() => {
    const card = document.querySelector('#card-property-certificate');
    card.querySelector('details').open = true;
    card.querySelector('.try button').click();
  });
  await page.waitForFunction(() =>
    document.querySelector('#card-property-certificate .tag').textContent.includes('已备好'),
  );
  await page.evaluate(() => {
    document.querySelector('#review').click();
    document.querySelector('#make-sheet').click();
  });
  must('offline, a sheet is made', await page.$('.sheet'));
  await page.setOfflineMode(false);
}

async function missingModule(page, address) {
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.url().endsWith('.wasm')
      ? request.respond({ status: 200, contentType: 'text/html', body: '<!doctype html>' })
      : request.continue(),
  );
  await page.goto(address);
  await page.waitForSelector('.outcome');
  const told = await page.evaluate(() => document.querySelector('main').innerText);
  must(
    `a page in place of the module: ${told}`,
    told.includes('WASM_LOAD_FAILED') && told.includes('重新加载') && told.includes('到窗口提交'),
  );
  await axe(page, 'a module that does not come');
}

export async function look(page, address) {
  await page.setBypassCSP(true); // axe is injected; the portal itself runs under its policy in the visits before
  await everyScreen(page, address);
  await keyboard(page, address);
  await mouse(page);
  await offline(page);
  await missingModule(page, address);
  console.log(
    'chromium: axe finds nothing on any screen, light, dark or enlarged; the keyboard reaches everything, targets are large enough, offline works, a missing module is told',
  );
}

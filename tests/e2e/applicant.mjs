// An applicant at the demo portal, by puppeteer: answers, gives samples, reviews, hands in.
const visible = (page, text, selector, act) =>
  page.evaluate(
    (text, selector, act) => {
      const found = Array.from(document.querySelectorAll(selector)).find(
        (each) => each.textContent.includes(text) && each.getClientRects().length,
      );
      if (found && act) found.click();
      return Boolean(found);
    },
    text,
    selector,
    act,
  );

export async function press(page, text, selector = 'button, a') {
  if (!(await visible(page, text, selector, true)))
    throw new Error(`no button “${text}” in: ${(await page.$eval('main', (main) => main.innerText)).slice(0, 300)}`);
}

/** As far as the review: `answer` is given to each question that has it, `samples` to each material. */
export async function review(page, address, { item, name, number, samples = true, answer = '是' }) {
  await page.goto(address);
  await page.waitForSelector('.items button');
  await press(page, item);
  await press(page, '自查');
  for (let turn = 0; turn < 12 && (await page.$('.question')); turn++) {
    await page.evaluate((answer) => {
      const all = Array.from(document.querySelectorAll('.question input'));
      (all.find((each) => each.labels[0].textContent === answer) || all[all.length - 1]).click();
    }, answer);
    await page.click('#next');
  }
  await page.waitForSelector('#name');
  await page.evaluate(
    (name, number) => {
      for (const [id, value] of [
        ['name', name],
        ['number', number],
      ]) {
        const field = document.querySelector(`#${id}`);
        if (!field) continue;
        field.value = value;
        for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
      }
    },
    name,
    number,
  );
  if (samples) {
    const given = await page.evaluate(() => {
      const buttons = Array.from(document.querySelectorAll('.material .try button')).filter((each) =>
        each.textContent.includes('正确的样例'),
      );
      buttons.forEach((each) => each.click());
      return buttons.length;
    });
    await page.waitForFunction(
      (least) =>
        Array.from(document.querySelectorAll('.material .head .tag')).filter((each) =>
          each.textContent.includes('已备好'),
        ).length >= least,
      {},
      given,
    );
  }
  await page.click('#review');
  await page.waitForFunction(() => document.querySelector('main h1').textContent === '核对');
}

/** Hands in what is on the review, and waits for what the authority issues. */
export async function handIn(page, phone = '13800138000') {
  await page.type('#contact-phone', phone);
  await page.$eval('#submit', (button) => button.click()); // the page may still be scrolling smoothly
  await page.waitForFunction(() => document.querySelector('main').dataset.view === 'issued');
}

/** Waits until the document is in effect. */
export const inEffect = (page) =>
  page.waitForFunction(
    () =>
      document.querySelector('.sheet') &&
      !document.querySelector('.sheet .mark') &&
      document.querySelector('.outcome.good'),
  );

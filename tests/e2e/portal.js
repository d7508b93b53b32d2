// A visit to the demo portal, run inside the page so that one script serves every engine. It must stand alone: it is
// sent to the page as text.
export async function visit() {
  const wait = async (what, test) => {
    for (let turn = 0; turn < 200; turn++) {
      const found = test();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`waited in vain for ${what}`);
  };
  const expect = (what, test) => {
    if (!test) throw new Error(`not as expected: ${what}`);
  };
  const one = (selector) => document.querySelector(selector);
  const body = () => document.body.innerText;
  const seen = (element) => Boolean(element && element.getClientRects().length);
  const heading = () => one('main h1').textContent;
  const button = (text, within = document) =>
    Array.from(within.querySelectorAll('button')).find((each) => each.textContent.includes(text) && seen(each));
  const press = (text, within) => {
    const found = button(text, within);
    expect(`a button “${text}” in: ${body().slice(0, 200)}`, found);
    found.click();
  };
  const card = (id) => one(`#card-${id}`);
  const state = (id) => card(id).querySelector('.head .tag').textContent;
  const give = (id, name, bytes) => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(bytes)], name));
    one(`#m-${id}`).files = files.files;
    one(`#m-${id}`).dispatchEvent(new Event('change', { bubbles: true }));
  };
  const type = (selector, text) => {
    one(selector).value = text;
    one(selector).dispatchEvent(new Event('input', { bubbles: true }));
    one(selector).dispatchEvent(new Event('change', { bubbles: true }));
  };
  const ascii = (text) => Array.from(text, (each) => each.charCodeAt(0));
  const narrow = (where) =>
    expect(`no sideways scrolling: ${where}`, document.documentElement.scrollWidth <= innerWidth);
  const answer = async (question, choice) => {
    await wait(`the question “${question}”`, () => heading().includes(question));
    expect('one question at a time', document.querySelectorAll('fieldset.question').length === 1);
    Array.from(document.querySelectorAll('.question label'))
      .find((each) => each.textContent === choice)
      .click();
    narrow(question);
    one('#next').click();
  };

  // 搜索与筛选: width, case and spaces make no difference; nothing found is a state with a way back.
  await wait('the list of items', () => one('.items button'));
  const before = performance.getEntriesByType('resource').length;
  const items = () => document.querySelectorAll('.items .item').length;
  const all = items();
  narrow('the list');
  type('#search', '　个体工商户 登记 ');
  expect('the search finds the item', items() < all && button('个体工商户设立登记'));
  expect(
    'the number found is announced',
    one('.count').getAttribute('role') === 'status' && one('.count').textContent.includes(`找到 ${items()} 个`),
  );
  type('#search', '没有这样的事项');
  expect('nothing found is said', items() === 0 && body().includes('没有找到符合条件的事项'));
  press('看全部事项');
  expect('the way back from an empty list', items() === all && one('#search').value === '');
  one('#audience-enterprise').click();
  expect('a filter narrows the list', items() < all && !button('个体工商户设立登记'));
  one('#audience-all').click();

  // 指南
  press('个体工商户设立登记');
  await wait('the guide', () => heading() === '个体工商户设立登记');
  for (const part of ['材料一览', '办理时限', '市场主体登记管理条例', '现行有效', '示例'])
    expect(`the guide has ${part}`, body().includes(part));
  narrow('the guide');

  // 情形
  press('开始自查');
  await wait('the first question', () => one('.question'));
  expect('progress in words', /第 1 题，还剩约 \d 题/.test(body()));
  one('#next').click();
  expect('an answer is asked for', body().includes('请选择一项') && heading().includes('代理人'));
  await answer('由代理人办理吗', '是');
  expect('what an answer comes to is seen at once', body().includes('授权委托书'));
  await answer('经营场所是怎样取得的', '租赁');
  await answer('须在登记前经批准', '否');

  // 材料
  await wait('the materials', () => heading() === '准备材料');
  expect('why it is needed', card('power-of-attorney').innerText.includes('因为您在“由代理人办理吗？”中选择了“是”'));
  expect('a material that does not apply is no card', !card('property-certificate'));
  expect('one of several', body().includes('以下任选一种'));
  expect('what is not there yet is no mistake', !card('application-form').innerText.includes('缺少'));
  type('#name', '张小明');
  type('#number', '440304199001010012');
  expect(
    'a wrong number is told',
    body().includes('最后一位与前面各位对不上') && one('#number').getAttribute('aria-invalid') === 'true',
  );
  type('#number', '440304199001010011');
  expect('a right number is told', body().includes('号码校验通过'));
  give('application-form', '登记申请书.pdf', ascii('%PDF-1.4\n%%EOF\n'));
  await wait('the first file, its kind by bytes', () =>
    /登记申请书\.pdf\s*（PDF，/.test(card('application-form').innerText),
  ); // its name alone stands there while it is read
  give('agent-id', 'empty.png', []);
  await wait('the empty file', () => card('agent-id').innerText.includes('“empty.png”是空文件'));
  expect('what is wrong stands at the material', state('agent-id').includes('需修改'));
  card('agent-id').querySelector('.files button').click();
  card('lease').querySelector('summary').click();
  press('程序改名成 PDF', card('lease'));
  await wait('the wrong sample', () => card('lease').innerText.includes('不接受EXE文件'));
  card('lease').querySelector('.files button').click();
  press('正确的样例', card('lease'));
  await wait('the right sample', () => state('lease').includes('已备好'));
  expect('progress is counted', /已完成 \d /.test(body()));
  narrow('the materials');

  // 核对
  one('#review').click();
  await wait('the review', () => heading() === '核对');
  expect(
    'the summary of errors has the focus',
    document.activeElement === one('#errors') && one('#errors').getAttribute('role') === 'alert',
  );
  expect('the title says so', document.title.startsWith('错误'));
  expect(
    'the same words in the summary and below',
    body().split('“经营者身份证明上的公民身份号码”还没有填写。').length === 3,
  );
  expect('the dates say what they rest on', /如于 \d{4}年\d+月\d+日收到申请，预计不晚于/.test(body()));
  expect(
    'the calendar has words for its days',
    one('table.month td.due').textContent.includes('到期日') &&
      one('#calendar-sum').textContent.includes('起算，当日不计入'),
  );
  expect('no deadline without its basis', body().includes('第十九条第一款'));
  narrow('the review');
  press('“经营者身份证明上的公民身份号码”还没有填写', one('#errors'));
  await wait('the place of the error', () => document.activeElement.id === 'f-operator-id-id-number');
  expect('now the field says it too', card('operator-id').innerText.includes('还没有填写'));

  // 结果单
  history.back();
  await wait('the review again', () => heading() === '核对');
  one('#make-sheet').click();
  const sheet = await wait('the sheet', () => one('.sheet'));
  expect('the sheet says first that nothing is filed', sheet.textContent.includes('材料尚未提交给任何机关'));
  expect('the sheet masks', sheet.textContent.includes('张*') && !sheet.textContent.includes('440304199001010011'));
  narrow('the sheet');
  const number = /Y\d{6}\w+/.exec(sheet.textContent)[0];

  // Nothing is lost on the way back, and nothing was asked of the network.
  history.back();
  await wait('the review from the sheet', () => heading() === '核对');
  press('个体工商户设立登记');
  await wait('the guide again', () => heading() === '个体工商户设立登记');
  press('全部事项');
  await wait('the list again', () => one('.items button'));
  press('个体工商户设立登记');
  press('继续自查');
  await wait('the materials again', () => heading().includes('准备材料'));
  expect(
    'who comes back finds everything',
    body().includes('登记申请书.pdf') && one('#name').value === '张小明' && body().includes('您的情形（3 题）'),
  );
  one('#review').click();
  one('#make-sheet').click();
  expect('the same answers, the same sheet', one('.sheet').textContent.includes(number));
  expect('nothing was fetched while checking', performance.getEntriesByType('resource').length === before);
  expect('the address stays clean', location.hash === '' && location.pathname === '/');
  return 'ok';
}

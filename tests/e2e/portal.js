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
  const expect = (what, test) => { if (!test) throw new Error(`not as expected: ${what}`); };
  const one = (selector) => document.querySelector(selector);
  const body = () => document.body.innerText;
  const give = (selector, name, bytes) => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(bytes)], name));
    one(selector).files = files.files;
    one(selector).dispatchEvent(new Event('change', { bubbles: true }));
  };
  const type = (selector, text) => {
    one(selector).value = text;
    one(selector).dispatchEvent(new Event('change', { bubbles: true }));
  };
  const ascii = (text) => Array.from(text, (each) => each.charCodeAt(0));

  await wait('the list of items', () => one('.items button'));
  const before = performance.getEntriesByType('resource').length;
  one('.items button').click();
  await wait('the materials', () => one('#h-materials'));
  expect('an unanswered question keeps the outcome open', body().includes('还不能确定'));
  one('#q-agent-yes').click();
  one('#q-premises-rented').click();
  one('#q-approval-no').click();
  expect('the agent needs an authorisation', body().includes('因为您在“由代理人办理吗？”中选择了“是”，还需要“授权委托书”'));
  expect('a material that does not apply is not shown', !one('#m-property-certificate').closest('li').offsetHeight);
  type('#name', '张小明');
  type('#number', '440304199001010012');
  expect('a wrong number is told', body().includes('号码可能写错了') && body().includes('最后一位与前面各位对不上'));
  type('#number', '440304199001010011');
  expect('a right number is told', body().includes('号码校验通过'));

  give('#m-application-form', '登记申请书.pdf', ascii('%PDF-1.4\n%%EOF\n'));
  await wait('the first file', () => body().includes('登记申请书.pdf（PDF'));
  give('#m-lease', '租赁合同.jpg', [0xff, 0xd8, 0xff, 0xe0, 0, 16]);
  await wait('the second file', () => body().includes('租赁合同.jpg（JPEG'));
  expect('a photo of the contract is not accepted only where the catalogue says so', !body().includes('“房屋租赁合同”不接受'));
  give('#m-agent-id', 'empty.png', []);
  await wait('the empty file', () => body().includes('“empty.png”是空文件'));
  expect('what is wrong stands at the file too', one('#m-agent-id').closest('li').innerText.includes('“empty.png”是空文件'));
  expect('the dates say what they rest on', /如于\d{4}-\d{2}-\d{2}收到申请，预计不晚于\d{4}-\d{2}-\d{2}/.test(body()));

  Array.from(document.querySelectorAll('button')).find((each) => each.textContent.includes('生成')).click();
  const sheet = await wait('the sheet', () => one('.sheet'));
  expect('the sheet says first that nothing is filed', sheet.textContent.includes('材料尚未提交给任何机关'));
  expect('the sheet masks', sheet.textContent.includes('张*') && !sheet.textContent.includes('440304199001010011'));
  expect('nothing given is lost', body().includes('登记申请书.pdf（PDF') && one('#name').value === '张小明');
  Array.from(document.querySelectorAll('button')).find((each) => each.textContent.includes('返回')).click();
  one('.items button').click();
  expect('who comes back finds everything', body().includes('登记申请书.pdf（PDF') && one('#name').value === '张小明' && one('#q-agent-yes').checked);
  expect('nothing was fetched while checking', performance.getEntriesByType('resource').length === before);
  expect('no sideways scrolling', document.documentElement.scrollWidth <= innerWidth);
  return 'ok';
}

import type { Model } from 'yushen/receipts';
import { button, download, focusOn, given, make } from './dom.js';
import type { Filing } from './filing.js';
import { sign } from './filing.js';
import { view } from './paper.js';
import { reviewScreen } from './review.js';
import type { Screen } from './router.js';
import { go } from './router.js';
import type { Visit } from './state.js';
import { refused } from './submit.js';

/** 文书: what the demo authority has issued. Until its signature has been verified here, it is a draft and says so. */
export function issuedScreen(visit: Visit): Screen {
  const { filing } = visit;
  if (!filing) return reviewScreen(visit);
  const status = make('div', { 'aria-live': 'polite' });
  const acts = make('div', {});
  const paper = make('div', { class: 'paper' });
  const show = (): void => {
    const { model, shown } = filing;
    paper.replaceChildren(view(model || shown));
    acts.replaceChildren(...(model ? [actions(filing, model)] : []));
    if (model)
      status.replaceChildren(
        outcome('good', '签名校验通过', '本页已用信任列表校验示例机关的签名，文书已经出具。这是演示，没有任何效力。'),
      );
  };
  const ask = async (): Promise<void> => {
    status.replaceChildren(outcome('note', '等待签名', '文书还没有签名，未生效。'));
    try {
      await sign(visit, filing);
      show();
    } catch (error) {
      const again = button('再请机关签名', () => void ask(), 'first');
      status.replaceChildren(
        outcome('bad', '没有拿到有效的签名', `文书仍未生效。${refused(error)}`),
        make('p', { class: 'row' }, again),
      );
    }
  };
  show();
  const back = button('‹ 回到核对', () => go({ view: 'review', code: visit.code }), 'plain');
  return {
    title: filing.shown.title,
    elements: [
      make('p', { class: 'crumb noprint' }, back),
      make('h1', { class: 'noprint' }, filing.shown.title),
      make('p', { class: 'notice warn noprint' }, '演示文书：由示例程序出具，不是任何机关的文书。'),
      make('div', { class: 'noprint' }, status, acts),
      paper,
    ],
    shown: () => {
      if (!filing.signed) void ask();
      const heading = document.querySelector<HTMLElement>('main h1');
      if (heading) focusOn(heading);
      return true;
    },
  };
}

function outcome(tone: string, title: string, sentence: string): HTMLElement {
  return make('div', { class: `outcome ${tone}` }, make('h2', {}, title), make('p', {}, sentence));
}

/** What can be done with a document in effect. */
function actions({ signed, ofd }: Filing, { code }: Model): HTMLElement {
  const name = signed ? signed.number : '';
  const fragment = code ? code.text.slice(code.text.indexOf('#')) : '';
  return make(
    'div',
    { class: 'row' },
    button('打印', () => window.print(), 'first', { id: 'print' }),
    ...given(signed, ({ json }) =>
      button('下载数据文件（JSON）', () => download(`${name}.json`, 'application/json', json), '', { id: 'save-json' }),
    ),
    ...given(ofd, (bytes) =>
      button(
        '下载版式文件（OFD）',
        () => download(`${name}.ofd`, 'application/ofd', bytes as Uint8Array<ArrayBuffer>),
        '',
        { id: 'save-ofd' },
      ),
    ),
    make(
      'a',
      { class: 'button', id: 'to-verify', href: `verify/${fragment}`, target: '_blank', rel: 'noopener' },
      '到查验页面查验（新窗口）',
    ),
  );
}

import type { Model } from 'yushen';
import { announce, button, download, make } from './dom.js';
import { choose } from './fields.js';
import { view } from './paper.js';
import type { Screen } from './router.js';
import type { Visit } from './state.js';
import { clock } from './state.js';
import { steps } from './steps.js';

const LANGUAGES: { [locale: string]: string } = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };
const PLAIN = 'zh-Hans';
let locale = PLAIN;

/** 材料自查结果单: to be read, printed, kept. The same answers give the same sheet with the same number. */
export function sheetScreen(visit: Visit): Screen {
  visit.reviewed = true;
  const paper = make('div', { class: 'paper' });
  const show = (): void => paper.replaceChildren(view(written(visit).model));
  const save = (kind: 'json' | 'html') => (): void => {
    const sheet = written(visit);
    download(`${sheet.number}.${kind}`, kind === 'json' ? 'application/json' : 'text/html', sheet[kind]);
    announce('已生成下载文件');
  };
  show();
  return {
    title: '材料自查结果单',
    elements: [
      steps(visit, 'sheet'),
      make('h1', { class: 'noprint' }, '材料自查结果单'),
      make(
        'p',
        { class: 'lead noprint' },
        '可以打印或者保存，带着它去提交。单上的姓名、号码已遮盖，文件只记名称和摘要。',
      ),
      make(
        'div',
        { class: 'row noprint' },
        button('打印', () => window.print(), 'first', { id: 'print' }),
        button('下载网页文件', save('html')),
        button('下载数据文件（JSON）', save('json')),
      ),
      ...languages(visit, show),
      paper,
      next(),
    ],
  };
}

function languages({ portal }: Visit, show: () => void): HTMLElement[] {
  if (!portal.locales.length) return [];
  const offered = [PLAIN, ...portal.locales].map((each): [string, string] => [each, LANGUAGES[each] || each]);
  const change = (value: string): void => {
    locale = value;
    show();
    announce(`结果单语言：${LANGUAGES[value] || value}`);
  };
  return [make('div', { class: 'noprint' }, choose('language', '结果单语言', offered, locale, change))];
}

/** 接下来: what the sheet does not do by itself. */
function next(): HTMLElement {
  const sentences = [
    '材料还没有提交给任何机关。请到政务服务网或者窗口正式提交。',
    '提交后，机关应当告知是否受理；以机关出具的书面凭证为准。',
    '内容有变的，回到前面修改后会生成新的结果单。',
  ];
  const list = make('ol', { class: 'plainlist' }, ...sentences.map((each) => make('li', {}, each)));
  return make(
    'section',
    { class: 'panel noprint', 'aria-labelledby': 'h-next' },
    make('h2', { id: 'h-next' }, '接下来'),
    list,
  );
}

function written(visit: Visit): { number: string; json: string; html: string; model: Model } {
  const { portal, on, plan } = visit;
  const key = visit.key(locale);
  const options = locale === PLAIN ? {} : { locale };
  if (!visit.sheet || visit.sheet.key !== key) {
    const number = portal.yushen.precheckNumber(portal.catalogue.info.region, on);
    const made = portal.catalogue.precheckReceipt(plan, visit.application(plan), {
      number,
      clientClock: clock(),
      ...options,
    });
    const { html, model } = portal.yushen.render(made, options);
    visit.sheet = { key, number, json: made.json, html, model };
  }
  return visit.sheet;
}

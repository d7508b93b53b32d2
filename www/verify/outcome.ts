import type { Check, Receipts, Trusted, Verification } from 'yushen/receipts';
import { given, make } from '../src/dom.js';
import { view } from '../src/paper.js';
import { tag } from '../src/words.js';
import type { Asked } from './asked.js';
import { passed } from './passed.js';
import type { Trust } from './trusting.js';
import { CHECKS, OVERALL, RESULTS, UNREADABLE } from './words.js';

type Given = Asked['what'];

export interface Outcome {
  verification: Verification;
  elements: HTMLElement[];
}

/** Nothing is trusted: every signature fails, and the page says why. */
const NOTHING = { list: {}, roots: [] } as unknown as Trusted;

/** Verifies what was given, and shows what comes of it; an error where it cannot be read at all. */
export function outcome(receipts: Receipts, what: Asked, trust: Trust | undefined, on: string): Outcome | Error {
  const trusted = trust ? trust.trusted : NOTHING;
  try {
    const previous = ordered(receipts, what.previous, trusted, on);
    const last = previous[previous.length - 1];
    const options = {
      on,
      ...(what.files.length ? { files: what.files } : {}),
      ...(last === undefined ? {} : { previous: last }),
    };
    const verification = receipts.verify(what.what, trusted, options);
    const paper = what.isCode ? [] : document(receipts, what, verification, trusted, on);
    const list = trust
      ? []
      : [
          make(
            'p',
            { class: 'notice warn' },
            '本页没有信任列表，不能判断签名。请在下面“信任列表”里打开一份，再看结果。',
          ),
        ];
    return {
      verification,
      elements: [
        verdict(verification, what, trust),
        ...list,
        ...passed(verification),
        checks(verification),
        ...earlier(receipts, previous, what.what, trusted, on),
        ...paper,
      ],
    };
  } catch (error) {
    return error as Error;
  }
}

/** What could not be read is no document: it fails like any other. */
export function unread(error: Error): HTMLElement[] {
  const { code = 'INTERNAL' } = error as { code?: string };
  const sentence = UNREADABLE[code] || '内容不是可以查验的文书。';
  return [
    make(
      'div',
      { class: 'outcome bad', id: 'verdict' },
      make('h2', {}, '这份内容没有通过校验，不能作为凭证。'),
      make('p', {}, `${sentence}（代码：${code}）`),
    ),
  ];
}

const reasons = ({ checks }: Verification, result: string): Check[] =>
  checks.filter((check) => check.result === result);

/** 结论: large, first, in words. */
function verdict(verification: Verification, { isCode, isOfd }: Asked, trust?: Trust): HTMLElement {
  const { overall } = verification;
  const doubtful = overall === 'valid' && trust && trust.ownRoots;
  const [word, tone] = OVERALL[doubtful ? 'warning' : overall];
  const told = [...reasons(verification, 'fail'), ...reasons(verification, 'warn')];
  const why = told.map(({ says, name }) => make('li', {}, `${CHECKS[name]}：${says || ''}`));
  const good = Boolean(verification.issuer) && overall !== 'invalid';
  const notes = [
    ...(doubtful ? ['信任列表的根密钥来自您打开的文件。请确认它取自机关的官方渠道，否则本结论不可靠。'] : []),
    ...(good && isCode ? ['只查验了二维码里的内容。请把下面各项与您手里的文书逐项对照；纸面上别的内容没有核对。'] : []),
    ...(good && isOfd
      ? ['查验的是版式文件里附带的文书。请以本页下方显示的内容为准，不以版式文件页面上的字为准。']
      : []),
  ];
  return make(
    'div',
    { class: `outcome ${tone} verdict`, id: 'verdict' },
    make('p', { class: 'word' }, word),
    make('h2', {}, verification.verdict),
    ...(why.length ? [make('ul', {}, ...why)] : []),
    ...notes.map((note) => make('p', {}, note)),
    ...given(verification.trust, ({ says }) => make('p', { class: 'hint' }, says)),
    make('p', { class: 'hint' }, address()),
  );
}

function address(): string {
  const { protocol, host } = location;
  if (protocol === 'file:') return '本页是保存在本机的副本。请确认它取自机关的官方网站。';
  return `请核对网址：官方查验页面的网址以 .gov.cn 结尾，本页是 ${host}。`;
}

/** 逐项检查, each with its result in words. */
function checks({ checks: all }: Verification): HTMLElement {
  const row = ({ name, result, says, path, code }: Check): HTMLElement => {
    const [word, tone] = RESULTS[result];
    const detail = [code, path].filter(Boolean).join(' ');
    return make(
      'li',
      {},
      make('div', { class: 'check' }, make('strong', {}, CHECKS[name]), tag(word, tone)),
      ...given(says, (text) => make('p', {}, text)),
      ...(detail && result !== 'pass' ? [make('p', { class: 'basis' }, detail)] : []),
    );
  };
  return make(
    'section',
    { class: 'panel', 'aria-labelledby': 'h-checks' },
    make('h2', { id: 'h-checks' }, '逐项检查'),
    make('ul', { class: 'checks' }, ...all.map(row)),
  );
}

/** Earlier documents, the oldest first. One that cannot be read stays, as what fits nothing. */
function ordered(receipts: Receipts, previous: Given[], trusted: Trusted, on: string): Given[] {
  const dated = previous.map((what): [string, Given] => {
    try {
      const { shown } = receipts.verify(what, trusted, { on });
      return [shown ? shown.issued : '', what];
    } catch (_) {
      return ['', '?'];
    }
  });
  return dated.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, what]) => what);
}

/** 办件经过: the documents of the case, each naming the one before it. */
function earlier(receipts: Receipts, previous: Given[], what: Given, trusted: Trusted, on: string): HTMLElement[] {
  if (!previous.length) return [];
  const history = receipts.history([...previous, what], trusted, { on });
  const row = ({ overall, shown, issuer, checks: all }: Verification): HTMLElement => {
    const [word, tone] = OVERALL[overall];
    const link = all.find(({ name }) => name === 'history');
    const title = issuer && shown ? `${shown.title} ${shown.number}` : '没有通过校验的文书';
    return make(
      'li',
      {},
      make('div', { class: 'check' }, make('strong', {}, title), tag(word, tone)),
      ...given(link && link.says, (text) => make('p', {}, text)),
    );
  };
  const list = make('ol', { class: 'checks' }, ...history.receipts.map(row));
  return [
    make(
      'section',
      { class: 'panel', 'aria-labelledby': 'h-history' },
      make('h2', { id: 'h-history' }, '办件经过'),
      list,
    ),
  ];
}

/** The document itself. What has not been verified is marked, and opens only when it is asked for. */
function document(
  receipts: Receipts,
  { what }: Asked,
  verification: Verification,
  trust: Trusted,
  on: string,
): HTMLElement[] {
  const good = verification.issuer && (verification.overall === 'valid' || verification.overall === 'warning');
  try {
    const paper = make('div', { class: 'paper' }, view(receipts.render(what, { on, trust }).model));
    if (good)
      return [make('section', { 'aria-labelledby': 'h-paper' }, make('h2', { id: 'h-paper' }, '文书内容'), paper)];
    return [make('details', { class: 'panel' }, make('summary', {}, '看没有通过校验的内容（未生效）'), paper)];
  } catch (_) {
    return []; // a self-check sheet, or what is too broken to be written
  }
}

import type { ListState, TrustShown } from 'yushen/receipts';
import { given, make, say } from '../src/dom.js';
import type { Origin, Trust } from './trusting.js';
import { moment } from './words.js';

const ORIGINS: { [origin in Origin]: string } = {
  published: '随本页发布，刚刚取得',
  embedded: '随本页保存',
  opened: '由您打开的文件',
};

/** What the age of a list means for whoever relies on it. */
const STATES: { [state in ListState]: string } = {
  current: '可用',
  stale: '已过更新日期，请取得新的一份',
  expired: '过期太久，不能使用，请取得新的一份',
  future: '发布时间晚于本机日期，请核对本机日期',
};

/** 信任列表: which one is in use, how old it is, and how another is opened. */
export function trustPanel(
  trust: Trust | undefined,
  shown: TrustShown | undefined,
  open: (text: string) => string,
): HTMLElement[] {
  const status = make('p', { role: 'status' });
  const input = make('input', {
    type: 'file',
    id: 'open-trust',
    accept: '.json,application/json',
    change: () => {
      const file = input.files && input.files[0];
      if (file) void file.text().then((text) => say(status, open(text)));
    },
  });
  return [
    make('summary', {}, `信任列表：${trust ? (shown ? STATES[shown.state] : '不能使用') : '没有'}`),
    make('p', {}, '信任列表载明哪个机关用哪把密钥签署哪些文书，由平台的根密钥签署。'),
    ...given(trust, (each) => described(each, shown)),
    make('p', { class: 'row' }, make('label', { class: 'pick' }, '打开另一份信任列表', input)),
    status,
  ];
}

function described({ trusted, origin, ownRoots }: Trust, shown: TrustShown | undefined): HTMLElement[] {
  if (!shown)
    return [
      make(
        'p',
        { class: 'notice warn' },
        '这份信任列表的签名不符、格式不对，比已经用过的旧，或者与用过的同号而内容不同，不能据此查验。',
      ),
    ];
  const { seq, issuedAt, nextUpdate, ageDays, state } = shown;
  const rows = [
    ['来源', ORIGINS[origin] + (ownRoots ? '（根密钥也来自该文件）' : '')],
    ['序号', String(seq)],
    ['发布时间', `${moment(issuedAt)}（${ageDays < 0 ? '晚于本机日期' : `${ageDays}天前`}）`],
    ['下次更新', moment(nextUpdate) + (state === 'current' ? '' : `（${STATES[state]}）`)],
    ['签署机关', trusted.list.keys.map(({ issuerName }) => issuerName).join('；')],
  ];
  return [
    make(
      'dl',
      { class: 'signed' },
      ...rows.map(([name = '', value = '']) => make('div', {}, make('dt', {}, name), make('dd', {}, value))),
    ),
  ];
}

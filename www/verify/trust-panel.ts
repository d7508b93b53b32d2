import { given, make, say } from '../src/dom.js';
import type { Origin, Trust } from './trusting.js';
import { moment } from './words.js';

const ORIGINS: { [origin in Origin]: string } = {
  published: '随本页发布，刚刚取得',
  embedded: '随本页保存',
  opened: '由您打开的文件',
};

/** 信任列表: which one is in use, and how another is opened. */
export function trustPanel(
  trust: Trust | undefined,
  good: boolean,
  on: string,
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
    make('summary', {}, trust ? (good ? '信任列表：可用' : '信任列表：不能使用') : '信任列表：没有'),
    make('p', {}, '信任列表载明哪个机关用哪把密钥签署哪些文书，由平台的根密钥签署。'),
    ...given(trust, (each) => described(each, good, on)),
    make('p', { class: 'row' }, make('label', { class: 'pick' }, '打开另一份信任列表', input)),
    status,
  ];
}

function described({ trusted, origin, ownRoots }: Trust, good: boolean, on: string): HTMLElement[] {
  const { seq, issuedAt, nextUpdate, keys } = trusted.list;
  if (!good)
    return [
      make('p', { class: 'notice warn' }, '这份信任列表的签名不符、格式不对，或者比已经用过的旧，不能据此查验。'),
    ];
  const rows = [
    ['来源', ORIGINS[origin] + (ownRoots ? '（根密钥也来自该文件）' : '')],
    ['序号', String(seq)],
    ['发布时间', moment(issuedAt)],
    ['下次更新', moment(nextUpdate) + (on > nextUpdate.slice(0, 10) ? '（已过期，请取得新的一份）' : '')],
    ['签署机关', keys.map(({ issuerName }) => issuerName).join('；')],
  ];
  return [
    make(
      'dl',
      { class: 'signed' },
      ...rows.map(([name = '', value = '']) => make('div', {}, make('dt', {}, name), make('dd', {}, value))),
    ),
  ];
}

import type { Verification } from 'yushen/receipts';
import { make } from '../src/dom.js';
import { moment } from './words.js';

/** 签名载明的内容: what was signed, and by whom, the name from the trust list. Of what is not verified, nothing is shown. */
export function passed({ overall, shown, issuer }: Verification): HTMLElement[] {
  if (!shown || !issuer || overall === 'invalid') return [];
  const rows: [string, string | undefined][] = [
    ['文书', shown.title],
    ['编号', shown.number],
    ['出具机关', `${issuer.name}（${issuer.uscc}）`],
    ['事项编码', shown.item],
    ['出具时间', moment(shown.issued)],
    ['受理时间', shown.accepted && moment(shown.accepted)],
    ['承诺办结日', shown.due && moment(shown.due)],
    ['校验码', shown.check],
    ['签名', `${issuer.reliable ? '可靠的电子签名，' : ''}${shown.alg}，密钥 ${shown.kid}`],
  ];
  const list = rows
    .filter(([, value]) => value)
    .map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value || '')));
  return [
    make(
      'section',
      { class: 'panel', 'aria-labelledby': 'h-signed' },
      make('h2', { id: 'h-signed' }, '签名载明的内容'),
      make('dl', { class: 'signed' }, ...list),
    ),
  ];
}

// 示例信任列表: which key may sign what, signed by the demo's root. A real one is published by whoever runs the platform.
import { canonical, toBeSigned } from './key.mjs';

export const ISSUER = { name: '示例机关（演示，无效力）', uscc: '12440300455751230Q', region: '440300' };
const DAY = 86_400_000;

/** 2026-11-24T09:00:00+08:00, whatever the machine's own zone. */
export const clock = (now) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00';

/** The list, valid for seven days. Its `seq` is the minute it was made in, so that a later one is never lower. `more` is what it
    says of the key besides. */
export function trustList(root, key, now, types = ['received', 'acceptance', 'supplement'], more = {}) {
  const later = (days) => clock(new Date(now.getTime() + days * DAY));
  const { alg, kid, spki } = key;
  const list = {
    format: 'yushen-trust/0.1',
    seq: Math.floor(now.getTime() / 60_000),
    issuedAt: clock(now),
    nextUpdate: later(7),
    keys: [
      {
        alg,
        kid,
        spki,
        issuerUscc: ISSUER.uscc,
        issuerName: ISSUER.name,
        regions: [ISSUER.region],
        types,
        notBefore: later(-1),
        notAfter: later(30),
        ...more,
      },
    ],
  };
  const value = root.sign(toBeSigned(root, 'yushen-trust/0', canonical(list)));
  return { ...list, sig: { alg: root.alg, kid: root.kid, value } };
}

// What verifying a receipt costs, beside npm's sm-crypto-v2 in the same process: theirs is the bare SM2 signature, ours all
// of a receipt that sm-crypto-v2 signed — text, head, digests, key, signature, deadlines. `node tests/bench/receipts.mjs`.

import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sm3 } from 'hash-wasm';
import createReceipts from '../../pkg/src/glue/receipts.js';

const { sm2 } = createRequire(import.meta.url)('sm-crypto-v2');
const ON = '2026-12-22';
const NEW = 40; // keys that are met once
const failures = [];
const row = (name, value, note = '') => console.log(`${name.padEnd(48)} ${value.padStart(12)}   ${note}`);
const milliseconds = () => Number(process.hrtime.bigint()) / 1e6;
const read = (path) => readFileSync(new URL(path, import.meta.url));
const ok = (answer) =>
  JSON.parse(answer).ok ||
  (() => {
    throw new Error(answer);
  })();

/** Milliseconds a call: the best of some rounds over all inputs, after others. */
function best(inputs, call, rounds = 12, before = 2) {
  let least = Infinity;
  for (let round = 0; round < rounds + before; round++) {
    const began = milliseconds();
    inputs.forEach(call);
    if (round >= before) least = Math.min(least, (milliseconds() - began) / inputs.length);
  }
  return least;
}

const glue = createReceipts();
const { instance } = await WebAssembly.instantiate(read('../../pkg/dist/yushen-receipts.wasm'), {
  './yushen_bg.js': glue,
});
glue.__wbg_set_wasm(instance.exports);

/** A key as a trust list names it. */
async function named(alg, spki) {
  return { alg, spki: spki.toString('base64url'), kid: (await sm3(spki)).slice(0, 16) };
}

/** Canonical JSON (RFC 8785) of what has no numbers but small integers. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}`;
}

/** A byte string of CBOR. */
function cbor(bytes) {
  const { length } = bytes;
  const head = length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** What a portal trusts: a list of SM2 keys, signed by an Ed25519 root. */
async function trusting(keys) {
  const root = generateKeyPairSync('ed25519');
  const { alg, spki, kid } = await named('EdDSA', root.publicKey.export({ type: 'spki', format: 'der' }));
  const from = '2026-01-01T00:00:00+08:00';
  const entry = (key) => ({
    ...key,
    issuerUscc: '12440300455751230Q',
    issuerName: '深圳市示例局',
    regions: ['440300'],
    types: ['acceptance'],
    notBefore: from,
    notAfter: '2028-12-31T23:59:59+08:00',
  });
  const list = {
    format: 'yushen-trust/0.1',
    seq: 7,
    issuedAt: from,
    nextUpdate: '2026-12-31T00:00:00+08:00',
    keys: keys.map(entry),
    minCatalogue: [{ region: '440300', seq: 12 }],
  };
  const header = Buffer.concat([Buffer.from('a2012704', 'hex'), cbor(Buffer.from(kid, 'hex'))]);
  const parts = [header, Buffer.from('yushen-trust/0'), Buffer.from(canonical(list))].map(cbor);
  const signed = Buffer.concat([Buffer.from('\x84\x6ASignature1', 'latin1'), ...parts]);
  const value = sign(null, signed, root.privateKey).toString('base64url');
  return JSON.stringify({ list: { ...list, sig: { alg, kid, value } }, roots: [{ alg, spki }] });
}

const records = JSON.parse(read('../data/records.json')).filter(({ record }) => record.type === 'acceptance');

/** Receipts that sm-crypto-v2 signs with a key: the text of each, and what its bare signature is over. */
function issued(receipts, trust, { alg, kid, pair }, count) {
  return records.slice(0, count).map(({ record }) => {
    const draft = ok(receipts.draft(JSON.stringify(record), JSON.stringify({ alg, kid })));
    const message = new Uint8Array(Buffer.from(draft.toBeSigned, 'base64url'));
    const signature = sm2.doSignature(message, pair.privateKey, { hash: true, publicKey: pair.publicKey });
    const value = Buffer.from(signature, 'hex').toString('base64url');
    const { json } = ok(receipts.attach(JSON.stringify(draft), JSON.stringify({ alg, kid, value }), trust));
    return { text: json, message, signature, publicKey: pair.publicKey };
  });
}

const keys = await Promise.all(
  Array.from({ length: NEW + 1 }, async () => {
    const pair = sm2.generateKeyPairHex();
    const spki = Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d034200${pair.publicKey}`, 'hex');
    return { ...(await named('SM2SM3', spki)), pair };
  }),
);
const trust = await trusting(keys.map(({ pair, ...key }) => key));
const issuing = new glue.Receipts();
const rows = issued(issuing, trust, keys[0], records.length);
const strangers = keys.slice(1).flatMap((key) => issued(issuing, trust, key, 1));

/** Our side, a receipt: the one call that is measured. A key that an instance has not met is not prepared yet. */
const ours = (receipts, { text }) =>
  JSON.parse(receipts.verify(text, trust, JSON.stringify({ on: ON }), '')).ok.overall;
const theirs = ({ message, signature }, publicKey) =>
  sm2.doVerifySignature(message, signature, publicKey, { hash: true });

const met = new glue.Receipts();
for (const each of [...rows, ...strangers]) {
  const signature = each.signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
  const value = (hex) => Buffer.from(hex, 'hex').toString('base64url');
  const forged = { ...each, signature, text: each.text.replace(value(each.signature), value(signature)) };
  const verdicts = [each, forged].flatMap((one) => [ours(met, one), theirs(one, each.publicKey)]);
  if (forged.text === each.text || String(verdicts) !== 'valid,true,invalid,false')
    throw new Error(`the verdicts differ: ${verdicts}`);
}

const precomputed = sm2.precomputePublicKey(keys[0].pair.publicKey);
/** Every stranger once: the best of a few rounds, each by an instance that has read the list and met no key of it. */
const cold = Math.min(
  ...Array.from({ length: 5 }, () => {
    const fresh = new glue.Receipts();
    fresh.examine_trust(trust, JSON.stringify({ on: ON }));
    ours(fresh, rows[0]); // reads the list
    const time = best(strangers, (each) => ours(fresh, each), 1, 0);
    fresh.free();
    return time;
  }),
);
const times = {
  known: best(rows, (each) => ours(met, each)),
  theirKnown: best(rows, (each) => theirs(each, precomputed)),
  theirCold: best(strangers, (each) => theirs(each, each.publicKey), 5),
};
const shown = (time) => `${time.toFixed(3)} ms`;
row('a receipt, SM2, key known', shown(times.known), `${(times.theirKnown / times.known).toFixed(1)} × as fast; bar 1`);
row('sm-crypto-v2, signature, key precomputed', shown(times.theirKnown));
row('a receipt, SM2, key new', shown(cold), `${(times.theirCold / cold).toFixed(1)} × as fast; bar 3`);
row('sm-crypto-v2, signature, key new', shown(times.theirCold));
if (times.known > times.theirKnown) failures.push('sm-crypto-v2 is faster with a key it knows');
if (cold * 3 > times.theirCold) failures.push('sm-crypto-v2 takes less than three times as long with a new key');
failures.forEach((failure) => console.log(failure));
if (failures.length) process.exitCode = 1;

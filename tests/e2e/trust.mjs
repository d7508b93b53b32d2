// What is trusted is what the caller's objects say at the moment of the call; a catalogue is opened only by a manifest that a
// publisher in the list has signed. `node tests/e2e/trust.mjs`.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { connect } from 'yushen/connect';
import { init as begin } from 'yushen/editor';
import { init } from 'yushen/receipts';
import { canonical, makeKey, toBeSigned } from '../../www/signing/key.mjs';
import { clock, trustList } from '../../www/signing/list.mjs';
import { ROOT } from './data.mjs';
import { example } from './desk.mjs';

const now = new Date();
const on = clock(now).slice(0, 10);
const receipts = await init();
const { yushen, editor } = await begin();
const failures = [];
let steps = 0;

async function step(what, act) {
  steps += 1;
  try {
    const wrong = await act();
    if (wrong) failures.push(`${what}: ${wrong}`);
  } catch (error) {
    failures.push(`${what}: ${error.stack}`);
  }
}
const differs = (got, wanted) =>
  canonical(got) === canonical(wanted) ? '' : `${canonical(got)}, not ${canonical(wanted)}`;
const code = async (call) => {
  try {
    await call();
    return ['nothing thrown'];
  } catch (error) {
    return [error.code, ...error.issues.map((issue) => issue.code)];
  }
};

/** A root, a key, what is trusted, and a document in effect; the list can be changed and signed again in place. */
function office() {
  const [root, key] = [makeKey(), makeKey()];
  const sign = (list) => {
    const { sig, ...rest } = list;
    const value = root.sign(toBeSigned(root, 'yushen-trust/0', canonical(rest)));
    return Object.assign(list, { sig: { alg: root.alg, kid: root.kid, value } });
  };
  const list = trustList(root, key, now, ['acceptance']);
  list.keys[0].catalogues = true;
  const trust = { list: sign(list), roots: [{ alg: root.alg, spki: root.spki }] };
  const draft = receipts.draft('acceptance', example('acceptance', clock(now)), { alg: key.alg, kid: key.kid });
  const signed = (each) => ({ alg: key.alg, kid: key.kid, value: key.sign(receipts.toBeSigned(each)) });
  const document = receipts.attach(draft, signed(draft), trust);
  const verdict = () => {
    const { overall, checks } = receipts.verify(document, trust, { on });
    return [overall, ...checks.filter(({ result }) => result === 'fail').map((check) => check.code)];
  };
  return { key, trust, sign, signed, verdict };
}

await step('a list changed in place', () => {
  const { trust, sign, verdict } = office();
  const before = verdict();
  trust.list.seq += 1;
  trust.list.keys[0].revokeReason = 'key-compromise';
  sign(trust.list);
  return differs([before, verdict()], [['valid'], ['invalid', 'KEY_COMPROMISED']]);
});

await step('another list in the same place', () => {
  const { trust, sign, verdict } = office();
  const before = verdict();
  trust.list = sign({ ...trust.list, seq: trust.list.seq + 1, keys: [] });
  return differs([before, verdict()], [['valid'], ['invalid', 'KEY_UNKNOWN']]);
});

await step('roots changed in place', () => {
  const { trust, verdict } = office();
  const before = verdict();
  trust.roots[0] = { alg: 'SM2SM3', spki: makeKey().spki };
  return differs([before, verdict()], [['valid'], ['invalid', 'TRUST_LIST_SIGNATURE']]);
});

await step('what has been seen changed in place', () => {
  const { trust, verdict } = office();
  const before = verdict();
  trust.seenSeq = trust.list.seq + 1;
  return differs([before, verdict()], [['valid'], ['invalid', 'TRUST_LIST_ROLLBACK']]);
});

await step('one number with two contents', () => {
  const { trust, sign, verdict } = office();
  const before = verdict();
  trust.list = sign({ ...trust.list, nextUpdate: clock(new Date(now.getTime() + 864e5)) });
  return differs([before, verdict()], [['valid'], ['invalid', 'TRUST_LIST_EQUIVOCATION']]);
});

await step('the age of the list', () => {
  const { trust } = office();
  const { seq, digest, ageDays, state } = receipts.trust(trust, { on });
  const kept = { ...trust, seenSeq: seq, seenDigest: digest };
  return differs([ageDays, state, receipts.trust(kept, { on }).seq], [0, 'current', seq]);
});

/** A catalogue as it is served, by a manifest. */
const sample = JSON.parse(readFileSync(join(ROOT, 'src/data/catalogue.sample.json'), 'utf8'));
const files = new Map(editor.publish(yushen.catalogue({ ...sample, seq: 3 })).map(({ name, text }) => [name, text]));
const store = (manifest) => ({ get: async (name) => (name === 'manifest.json' ? manifest : files.get(name)) });

function published() {
  const made = office();
  const { alg, kid } = made.key;
  const draft = receipts.draftManifest(files.get('manifest.json'), { alg, kid, issuedAt: clock(now) });
  return { ...made, manifest: receipts.attachManifest(draft, made.signed(draft), made.trust).json };
}

await step('a manifest that a publisher signed', async () => {
  const { trust, manifest } = published();
  const opened = await yushen.open(store(manifest), { trust, on });
  await opened.load(['SZ-05']);
  const { overall, issuer, trust: list } = opened.signed;
  const plain = await yushen.open(store(manifest));
  return differs(
    [opened.info.seq, opened.plan('SZ-05', {}, { on }).item, overall, issuer.name, list.ageDays, plain.signed],
    [3, 'SZ-05', 'valid', '示例机关（演示，无效力）', 0, undefined],
  );
});

await step('a manifest without a signature', async () => {
  const { trust } = published();
  const open = () => yushen.open(store(files.get('manifest.json')), { trust, on });
  return differs(
    [await code(open), (await yushen.open(store(files.get('manifest.json')))).info.seq],
    [['DELIVERY_UNTRUSTED', 'SIGNATURE_MISSING'], 3],
  );
});

await step('no list where there should be one', async () => {
  const { manifest } = published();
  const open = (trust) => code(() => yushen.open(store(manifest), { trust, on }));
  const refused = ['DELIVERY_UNTRUSTED', 'TRUST_LIST_INVALID'];
  return differs([await open(null), await open({})], [refused, refused]);
});

await step('an altered manifest', async () => {
  const { trust, manifest } = published();
  const other = manifest.replace('"seq":3', '"seq":4');
  return differs(await code(() => yushen.open(store(other), { trust, on })), ['DELIVERY_UNTRUSTED', 'SIGNATURE_WRONG']);
});

await step('a signed manifest, in a worker', async () => {
  const { trust, manifest } = published();
  const worker = new Worker(createRequire(import.meta.url).resolve('yushen/worker'));
  try {
    const there = await connect(worker);
    const { overall } = await (await there.open(store(manifest), { trust, on })).signed;
    const other = manifest.replace('"seq":3', '"seq":4');
    const refused = await code(() => there.open(store(other), { trust, on }));
    return differs([overall, refused], ['valid', ['DELIVERY_UNTRUSTED', 'SIGNATURE_WRONG']]);
  } finally {
    await worker.terminate();
  }
});

await step('a publisher whose key is revoked in place', async () => {
  const { trust, sign, manifest } = published();
  await yushen.open(store(manifest), { trust, on });
  trust.list.seq += 1;
  trust.list.keys[0].revokeReason = 'key-compromise';
  sign(trust.list);
  return differs(await code(() => yushen.open(store(manifest), { trust, on })), [
    'DELIVERY_UNTRUSTED',
    'KEY_COMPROMISED',
  ]);
});

await step('a key that may not publish', async () => {
  const { trust, sign, manifest } = published();
  trust.list.seq += 1;
  delete trust.list.keys[0].catalogues;
  sign(trust.list);
  return differs(await code(() => yushen.open(store(manifest), { trust })), [
    'DELIVERY_UNTRUSTED',
    'PURPOSE_NOT_ALLOWED',
  ]);
});

await step('a manifest that is not verified is not kept', async () => {
  const { trust, manifest } = published();
  const kept = [];
  const put = async (name) => void kept.push(name);
  await code(() => yushen.open({ ...store(manifest.replace('"seq":3', '"seq":4')), put }, { trust, on }));
  const before = kept.length;
  await yushen.open({ ...store(manifest), put }, { trust, on });
  return differs([before, kept], [0, ['manifest.json']]);
});

/** What a page loads, in a folder of its own, as a server has it; without some of it. */
async function page(...without) {
  mkdirSync(join(ROOT, 'target'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'target/page-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const name of ['index.js', 'canvas.js', 'publisher.js'].filter((each) => !without.includes(each)))
      copyFileSync(join(ROOT, 'pkg/dist', name), join(folder, name));
    const { init: start } = await import(pathToFileURL(join(folder, 'index.js')).href);
    const [wasm, signatures] = ['yushen', 'yushen-receipts'].map((name) =>
      readFileSync(join(ROOT, `pkg/dist/${name}.wasm`)),
    );
    const y = await start({ wasm, receipts: signatures });
    const { trust, manifest } = published();
    const [plain, signed, altered] = [
      await code(() => y.open(store(manifest))),
      await code(() => y.open(store(manifest), { trust, on })),
      await code(() => y.open(store(manifest.replace('"seq":3', '"seq":4')), { trust, on })),
    ];
    y.close();
    return [plain, signed, altered];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await step(
  'the script of a page loads what verifies a publisher when it is asked for, from beside itself',
  async () => {
    const [opened, lost] = [['nothing thrown'], ['WASM_LOAD_FAILED']];
    return differs(
      [await page(), await page('publisher.js', 'canvas.js')],
      [
        [opened, opened, ['DELIVERY_UNTRUSTED', 'SIGNATURE_WRONG']],
        [opened, lost, lost],
      ],
    );
  },
);

for (const failure of failures) console.error(failure);
console.log(`trust: ${steps} steps, ${failures.length} failures`);
process.exit(failures.length ? 1 : 0);

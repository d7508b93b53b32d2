// A good call of everything that is public: what the hostile walk starts from. What is public, the declarations say
// (surface.mjs), so that a call that stands not here fails the walk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../data.mjs';

const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const office = JSON.parse(read('tests/cases/editor/office.json'));
const request = (stage) => office.find((each) => each.stage === stage).input.request;

const on = '2026-03-02';
const answers = { agent: false, premises: 'owned' };

/** Good arguments of every call, by class and name. */
export async function calls({ y, c, editor, receipts, kit, files }) {
  const plan = c.plan('SZ-09', answers, { on });
  const report = await y.inspect(new TextEncoder().encode('%PDF-1.7\n%%EOF'), { name: 'a.pdf' });
  const application = { on, answers, materials: { 'application-form': { via: 'upload', files: [report] } } };
  const { findings } = c.check(plan, application);
  const limits = [
    { id: 'p', kind: 'promised', trigger: 'accepted', amount: 5, unit: 'working-day', evidence: 'example' },
  ];
  const events = [{ type: 'accepted', at: on }];
  const calendar = { digest: y.calendar().digest };
  // Of what our own calls gave, only what is looked at: the rest is not the caller's to change.
  const { clocks } = y.schedule(limits, events, { on, item: 'x' });
  const schedule = { clocks: clocks.slice(0, 1), calendar };
  const [its, whole] = [
    { item: plan.item, on },
    { item: plan.item, ref: plan.ref },
  ];
  const sheet = c.precheckReceipt(plan, application, {
    number: y.precheckNumber('440300', on),
    clientClock: `${on}T09:00:00+08:00`,
  });
  const file = () => ({ name: 'a.pdf', size: 14, read: async (_, length) => new Uint8Array(length) });
  const inspecting = { name: 'a.pdf', cancelled: () => false, onProgress() {}, onFirst() {}, pixels: 'off' };
  const store = { get: async (name) => files[name], put: async () => undefined };
  const lines = new TextEncoder().encode(JSON.stringify({ item: 'SZ-09', application }));
  return {
    Yushen: {
      catalogue: [read('tests/data/catalogue.test.json')],
      open: [store, { seq: 1, after: c, on, policy: {} }],
      inspect: [file(), inspecting],
      mend: [file(), 'strip-location', {}],
      prepare: [],
      calendar: [{ format: 'yushen-calendar/0.1', years: [] }, [], { asOf: on }],
      messages: ['en', { MAT_MISSING: { what: 'x' } }],
      schedule: [limits, events, { on, item: 'x', procedure: 'licence', calendar }],
      trace: [clocks[0], { events, calendar }],
      latestStart: [limits, '2026-06-01', { item: 'x', events: [], calendar }],
      explain: [schedule, { on, item: 'x', locale: 'zh-Hans' }],
      ics: [schedule, { on, item: 'x', case: '1' }],
      workingDay: [on, { calendar }],
      addWorkingDays: [on, 5, { calendar }],
      addWorkingDaysMany: [Int32Array.of(20497), Int32Array.of(5)],
      workingDaysBetween: [on, '2026-03-30', { calendar }],
      month: ['2026-03', { calendar }],
      basisText: [{ statute: 'licensing-law', article: 32 }, { locale: 'zh-Hans' }],
      identifier: ['uscc', '91110000600037341L', { on }],
      precheckNumber: ['440300', on, new Uint8Array(8)],
      render: [{ json: sheet.json }, { locale: 'zh-Hans' }],
    },
    Catalogue: {
      load: [['SZ-09']],
      loadIndex: [],
      search: [{ text: '人力资源' }],
      items: [],
      item: ['SZ-09', { on }],
      plan: ['SZ-09', answers, { on }],
      check: [whole, application],
      checkText: [whole, JSON.stringify(application)],
      checkMany: [lines],
      messages: [its, findings, application, { locale: 'zh-Hans' }],
      message: [its, findings[0], application, { locale: 'zh-Hans' }],
      schedule: ['SZ-09', [{ type: 'received', at: on }], { on, calendar }],
      precheckReceipt: [
        whole,
        application,
        { number: sheet.number, clientClock: `${on}T09:00:00+08:00`, locale: 'zh-Hans' },
      ],
    },
    ...(editor && editorCalls(editor, application)),
    ...(receipts && receiptCalls(receipts, kit, files['manifest.json'])),
  };
}

function editorCalls({ catalogue, other, calendar }, application) {
  return {
    Editor: {
      lint: [catalogue],
      audit: [catalogue, { item: 'SZ-09', on, materials: [{ id: 'articles', name: '?' }] }],
      diff: [catalogue, other],
      across: [catalogue, other, 'SZ-09', application],
      import: [JSON.stringify({ a: 1 }), { source: 'gd-portal', need: 'x' }],
      publish: [catalogue],
      joint: [request('joint')],
      recompute: [request('recompute'), calendar, calendar],
      supervise: [request('supervise')],
      message: [catalogue, { code: 'X', path: '/items/0', severity: 'must' }, { locale: 'en' }],
    },
  };
}

function receiptCalls(receipts, kit, manifest) {
  const { kind, record, signer, receipt } = kit.receipts[0];
  const draft = receipts.draft(kind, JSON.parse(record), signer);
  const signature = { alg: draft.alg, kid: draft.kid, value: 'AAAA' };
  const publisher = { alg: draft.alg, kid: draft.kid, issuedAt: `${kit.on}T09:00:00+08:00` };
  const publication = receipts.draftManifest(manifest, publisher);
  const o = { on: kit.on, locale: 'zh-Hans' };
  const files = [{ name: 'a', size: 1, sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) }];
  const writing = { ...o, trust: kit.trust, url: 'https://example.gov.cn/r' };
  return {
    Receipts: {
      draft: [kind, JSON.parse(record), signer],
      toBeSigned: [{ toBeSigned: draft.toBeSigned }],
      attach: [draft, signature, kit.trust],
      issue: [kind, JSON.parse(record), { signer, sign: async () => signature, trust: kit.trust }],
      verify: [receipt, kit.trust, { ...o, files, previous: receipt }],
      history: [[receipt], kit.trust, o],
      render: [receipt, writing],
      ofd: [receipt, writing],
      qr: ['https://example.gov.cn/r', 'ABC', '查验'],
      trust: [kit.trust, o],
      draftManifest: [manifest, publisher],
      attachManifest: [publication, signature, kit.trust],
      verifyManifest: [manifest, kit.trust, o],
      messages: ['en', { labels: {} }],
    },
  };
}

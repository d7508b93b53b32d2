// The demo authority: it signs what it derives from its own record, and nothing else, whatever is sent to it.
import { readFileSync } from 'node:fs';
import { createServer, request as open } from 'node:http';
import { init } from 'yushen/receipts';
import { startAuthority } from '../../www/signing/authority.mjs';
import { canonical } from '../../www/signing/key.mjs';

const authority = await startAuthority();
const server = createServer(async (request, response) => {
  if (!(await authority.handle(request, response))) response.writeHead(404).end();
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const address = `http://127.0.0.1:${server.address().port}/demo-authority/`;
const receipts = await init();
const trust = { list: authority.list, roots: authority.roots };
const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const failures = [];
let checks = 0;
function expect(what, got, wanted) {
  checks += 1;
  if (canonical(got) !== canonical(wanted)) failures.push(`${what}: ${canonical(got)}, not ${canonical(wanted)}`);
}

async function post(name, body, type = 'application/json') {
  const answer = await fetch(address + name, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, ...(await answer.json()) };
}
const refused = async (what, name, body, status, code, type) => {
  const { status: got, error = {} } = await post(name, body, type);
  expect(what, [got, error.code], [status, code]);
};

const file = { name: '身份证.pdf', size: 5, kind: 'pdf', sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) };
const given = { via: 'upload', files: [file] };
const applicant = { kind: 'person', name: '张小明', identifier: { kind: 'resident-id', value: '440304199001010011' } };
const catalogue = JSON.parse(readFileSync(new URL('../../src/data/catalogue.sample.json', import.meta.url)));
const item = catalogue.items.find(({ code }) => code === 'SZ-12');
const answers = Object.fromEntries(
  item.questions.map(({ id, kind, options }) => [id, kind === 'boolean' ? true : options[options.length - 1].id]),
);
const application = {
  on: '2001-01-01',
  applicant,
  answers,
  materials: Object.fromEntries(item.materials.map(({ id }) => [id, given])),
};
const contact = { phone: '13800138000' };

// What it derives, it signs, and the signature verifies.
const taken = await post('cases', { item: 'SZ-12', application, contact });
expect('the kind', taken.kind, 'acceptance');
expect('its own day, not the applicant’s', taken.record.times.received.slice(0, 10), on);
const draft = receipts.draft(taken.kind, taken.record, taken.signer);
const asked = { kind: taken.kind, record: taken.record, toBeSigned: draft.toBeSigned };
const { status, ...signature } = await post('sign', asked);
expect('signed', status, 200);
const signed = receipts.attach(draft, signature, trust);
expect('verified', receipts.verify(signed, trust, { on }).overall, 'valid');

const faulty = await post('cases', {
  item: 'SZ-05',
  application: { on, applicant, answers: { agent: false, premises: 'owned', approval: false } },
  contact,
});
expect('a defect for each missing material', [faulty.kind, faulty.record.defects.length > 0], ['supplement', true]);
const notice = receipts.draft(faulty.kind, faulty.record, faulty.signer);

// Whatever else it is asked to sign, it refuses, and says why.
const other = (change) => {
  const record = structuredClone(taken.record);
  change(record);
  return record;
};
const forged = other((record) => {
  record.applicant.name = '别人';
});
await refused('a changed record', 'sign', { ...asked, record: forged }, 409, 'RECORD_DIFFERS');
await refused(
  'a changed record with its own bytes',
  'sign',
  { ...asked, record: forged, toBeSigned: receipts.draft('acceptance', forged, taken.signer).toBeSigned },
  409,
  'RECORD_DIFFERS',
);
await refused(
  'a key more',
  'sign',
  { ...asked, record: { ...taken.record, agent: { name: '李四' } } },
  409,
  'RECORD_DIFFERS',
);
await refused('another kind', 'sign', { ...asked, kind: 'supplement' }, 409, 'KIND_DIFFERS');
await refused('bytes of another case', 'sign', { ...asked, toBeSigned: notice.toBeSigned }, 409, 'BYTES_DIFFER');
const flipped = draft.toBeSigned.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
await refused('one byte changed', 'sign', { ...asked, toBeSigned: flipped }, 409, 'BYTES_DIFFER');
await refused(
  'bytes with something behind them',
  'sign',
  { ...asked, toBeSigned: `${draft.toBeSigned}AAAA` },
  409,
  'BYTES_DIFFER',
);
for (const bytes of [undefined, null, 7, '', [], {}])
  await refused(`bytes: ${JSON.stringify(bytes)}`, 'sign', { ...asked, toBeSigned: bytes }, 409, 'BYTES_DIFFER');
await refused(
  'a case of nobody',
  'sign',
  {
    ...asked,
    record: other((record) => {
      record.case.number = 'YS1';
    }),
  },
  404,
  'CASE_UNKNOWN',
);
for (const record of [
  undefined,
  null,
  'record',
  [],
  {},
  { case: null },
  { case: { number: '__proto__' } },
  { case: { number: ['x'] } },
])
  await refused(`record: ${JSON.stringify(record)}`, 'sign', { ...asked, record }, 404, 'CASE_UNKNOWN');

// Rubbish is answered, and the authority lives on.
for (const body of ['', '{', 'null', '[]', '7', '"x"', '{"a":1}}', '\u0000']) {
  const { status: got } = await post('sign', body);
  expect(`rubbish ${JSON.stringify(body)}`, got, 400);
}
await refused('another type', 'sign', '{}', 415, 'NOT_JSON', 'text/plain');
await refused(
  'too much',
  'cases',
  { item: 'SZ-12', application, contact, more: 'x'.repeat(1_100_000) },
  413,
  'TOO_LARGE',
);
for (const body of [
  {},
  { item: 7, application, contact },
  { item: 'SZ-12', application: [], contact },
  { item: 'SZ-12', application, contact: {} },
])
  await refused(`cases ${JSON.stringify(body).slice(0, 40)}`, 'cases', body, 400, 'REQUEST_INVALID');
await refused('an item of nobody', 'cases', { item: 'SZ-99', application, contact }, 400, 'ITEM_UNKNOWN');
await refused(
  'nobody applies',
  'cases',
  { item: 'SZ-12', application: { ...application, applicant: { kind: 'person' } }, contact },
  422,
  'APPLICATION_INCOMPLETE',
);
await refused(
  'materials that are none',
  'cases',
  { item: 'SZ-12', application: { ...application, materials: 7 }, contact },
  400,
  'APPLICATION_INVALID',
);
await refused('no such address', 'nothing', {}, 404, 'NO_SUCH_ADDRESS');
expect('another method', (await fetch(`${address}sign`)).status, 405);
for (const path of ['//', '/demo-authority', '/demo-authority/%', '/demo-authority/../x', '/%zz']) {
  const answer = await new Promise((done, failed) =>
    open({ host: '127.0.0.1', port: server.address().port, path }, (found) => done(found.resume().statusCode))
      .on('error', failed)
      .end(),
  );
  expect(`path ${path}`, answer, 404);
}
await new Promise((done) => {
  // somebody who leaves in the middle
  const left = open(`${address}sign`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': 1000 },
  });
  left.on('error', done);
  left.write('{"kind":');
  setTimeout(() => left.destroy(), 50);
});
const odd = await post('cases', {
  item: 'SZ-12',
  contact,
  application: { ...application, applicant: { ...applicant, name: '<b>e\u0301\u202e\u0007</b>\n' } },
});
expect('what a name may not hold is left out', odd.record.applicant.name, '<b>é</b>');
expect('and it can be drafted', receipts.draft(odd.kind, odd.record, odd.signer).kind, 'acceptance');
expect('signs again after all that', (await post('sign', asked)).status, 200);

server.close();
receipts.close();
failures.forEach((failure) => console.error(failure));
console.log(`demo authority: ${checks} answers as expected, ${failures.length} failures`);
process.exit(failures.length ? 1 : 0);

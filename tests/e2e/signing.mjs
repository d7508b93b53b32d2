// The demo authority: it signs what it derives from its own record, and nothing else, whatever is sent to it.
import { readFileSync } from 'node:fs';
import { createServer, request as open } from 'node:http';
import { init as start } from 'yushen';
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

const origin = new URL(address).origin;
async function post(name, body, head = {}) {
  const file = body instanceof Uint8Array;
  const answer = await fetch(address + name, {
    method: 'POST',
    headers: { 'content-type': file ? 'application/octet-stream' : 'application/json', origin, ...head },
    body: file || typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, ...(await answer.json()) };
}
/** A refusal says its code and nothing else; of an application, also where. */
const refused = async (what, name, body, status, code, head) => {
  const { status: got, error = {}, ...more } = await post(name, body, head);
  const { code: told, path: _, ...rest } = name === 'cases' ? error : { ...error, path: undefined };
  expect(
    what,
    [got, told, name === 'cases' ? {} : error, more, rest],
    [status, code, name === 'cases' ? {} : { code }, {}, {}],
  );
};
/** A request as no browser would send it. */
const raw = (path, options = {}) =>
  new Promise((done, failed) => {
    const { body, ...rest } = options;
    open({ host: '127.0.0.1', port: server.address().port, path, ...rest }, (found) =>
      done({ status: found.resume().statusCode, headers: found.headers }),
    )
      .on('error', failed)
      .end(body);
  });

const yushen = await start();
const bytes = readFileSync(new URL('../../www/samples/lease.pdf', import.meta.url));
const file = await yushen.inspect(bytes, { name: '身份证.pdf' });
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
const asked = { case: taken.case, toBeSigned: draft.toBeSigned };
const place = (at, name = taken.case) => `files?case=${name}&place=${at}`;

// The digests of files are signed only when the files were seen here.
expect('every file is asked for', taken.files.length, item.materials.length);
await refused('no file was seen', 'sign', asked, 409, 'FILES_WANTED');
const other = new Uint8Array(bytes);
other[other.length - 8] ^= 1;
await refused('another file of the same length', place(0), other, 409, 'FILE_DIFFERS');
await refused('half a file', place(0), bytes.subarray(1), 409, 'FILE_DIFFERS');
await refused('more than was listed', place(0), Buffer.concat([bytes, bytes]), 413, 'TOO_LARGE');
for (const at of [-1, 0.5, 1000, '', 'x', '__proto__'])
  await refused(`a file at ${at}`, place(at), bytes, 409, 'NOT_SIGNED');
await refused('a file as text', place(0), '{}', 415, 'OTHER_TYPE');
await refused('a file of nobody', place(0, 'a'.repeat(32)), bytes, 409, 'NOT_SIGNED');
for (const at of taken.files.keys()) {
  await refused(`${at} files were seen`, 'sign', asked, 409, 'FILES_WANTED');
  expect('a file is seen', await post(place(at), bytes), { status: 200, seen: at + 1 });
}
const { status, ...signature } = await post('sign', asked);
expect('signed', status, 200);
const signed = receipts.attach(draft, signature, trust);
expect('verified', receipts.verify(signed, trust, { on }).overall, 'valid');

// What the portal reports of a file is believed no more than its digest.
const claimed = (change) => {
  const given = { via: 'upload', files: [{ ...file, ...change }] };
  return { ...application, materials: Object.fromEntries(item.materials.map(({ id }) => [id, given])) };
};
for (const change of [{ pages: 9 }, { sha256: 'a'.repeat(64) }, { sm3: 'b'.repeat(64) }, { kind: 'jpeg' }]) {
  const lied = await post('cases', { item: 'SZ-12', application: claimed(change), contact });
  await refused(`reported as ${Object.keys(change)}`, place(0, lied.case), bytes, 409, 'FILE_DIFFERS');
}
await refused(
  'a file that nobody would look into',
  'cases',
  { item: 'SZ-12', application: claimed({ size: 2 ** 40 }), contact },
  413,
  'TOO_LARGE',
);

const faulty = await post('cases', {
  item: 'SZ-05',
  application: { on, applicant, answers: { agent: false, premises: 'owned', approval: false } },
  contact,
});
expect('a defect for each missing material', [faulty.kind, faulty.record.defects.length > 0], ['supplement', true]);
const notice = receipts.draft(faulty.kind, faulty.record, faulty.signer);

// Whatever else it is asked to sign, it refuses, and always in the same words: they tell no forger what was nearly right, and
// whether there is such a case.
const forged = structuredClone(taken.record);
forged.applicant.name = '别人';
for (const [what, change] of [
  ['bytes of a changed record', { toBeSigned: receipts.draft('acceptance', forged, taken.signer).toBeSigned }],
  ['bytes of another case', { toBeSigned: notice.toBeSigned }],
  ['one byte changed', { toBeSigned: draft.toBeSigned.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }],
  ['bytes with something behind them', { toBeSigned: `${draft.toBeSigned}AAAA` }],
  ['another case', { case: faulty.case }],
  ['a case of nobody', { case: 'a'.repeat(32) }],
  ['the number instead of the name', { case: taken.record.case.number }],
  ...[undefined, null, 7, '', [], {}].map((bytes) => [`bytes: ${JSON.stringify(bytes)}`, { toBeSigned: bytes }]),
  ...[undefined, null, 7, '', '__proto__', [], [taken.case], {}].map((name) => [
    `case: ${JSON.stringify(name)}`,
    { case: name },
  ]),
])
  await refused(what, 'sign', { ...asked, ...change }, 409, 'NOT_SIGNED');

// Only this machine, only its own pages, only the methods that there are.
for (const [what, head, want] of [
  ['another host', { host: 'zwfw.example.gov.cn' }, 421],
  ['a name that begins like ours', { host: '127.0.0.1.example.com' }, 421],
  ['another port is another origin', { host: 'localhost:1', origin }, 403],
  ['another origin', { origin: 'https://example.com' }, 403],
  ['an origin that hides', { origin: 'null' }, 403],
  ['no origin', {}, 403],
  ['a form, from elsewhere', { origin: 'https://example.com', 'content-type': 'text/plain' }, 403],
]) {
  const body = JSON.stringify(asked);
  const headers = { 'content-type': 'application/json', 'content-length': body.length, ...head };
  expect(what, (await raw('/demo-authority/sign', { method: 'POST', headers, body })).status, want);
}
for (const path of ['/demo-authority/trust.json', '/verify/trust.json'])
  expect(`${path} under another host`, (await raw(path, { headers: { host: 'example.com' } })).status, 421);
for (const [method, name, allow] of [
  ['GET', 'sign', 'POST'],
  ['PUT', 'cases', 'POST'],
  ['OPTIONS', 'sign', 'POST'],
  ['POST', 'trust.json', 'GET'],
  ['DELETE', 'roots.json', 'GET'],
]) {
  const { status: got, headers } = await raw(`/demo-authority/${name}`, { method, headers: { origin } });
  expect(`${method} ${name}`, [got, headers.allow, headers['access-control-allow-origin'] || ''], [405, allow, '']);
}

// Rubbish is answered, and the authority lives on.
for (const body of ['', '{', 'null', '[]', '7', '"x"', '{"a":1}}', '\u0000']) {
  const { status: got } = await post('sign', body);
  expect(`rubbish ${JSON.stringify(body)}`, got, 400);
}
await refused('another type', 'sign', '{}', 415, 'OTHER_TYPE', { 'content-type': 'text/plain' });
await refused('a type that begins like it', 'sign', '{}', 415, 'OTHER_TYPE', { 'content-type': 'application/jsonp' });
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
for (const path of [
  '//',
  '/demo-authority',
  '/demo-authority/%',
  '/demo-authority/../x',
  '/demo-authority/constructor',
  '/%zz',
])
  expect(`path ${path}`, (await raw(path)).status, 404);
await new Promise((done) => {
  // somebody who leaves in the middle
  const left = open(`${address}sign`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': 1000, origin },
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

// So many, and no more.
const busy = await startAuthority({ most: { aMinute: 3, atOnce: 1 } });
server.removeAllListeners('request').on('request', busy.handle);
const slow = open(`${address}sign`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'content-length': 1000, origin },
});
slow.on('error', () => undefined).write('{"case":');
await new Promise((arrived) => server.once('request', arrived));
await refused('a second at once', 'sign', asked, 429, 'TOO_MANY');
slow.destroy();
await new Promise((gone) => setTimeout(gone, 50));
await refused('a third', 'sign', asked, 409, 'NOT_SIGNED');
await refused('one too many in a minute', 'sign', asked, 429, 'TOO_MANY');

server.close();
receipts.close();
yushen.close();
failures.forEach((failure) => console.error(failure));
console.log(`demo authority: ${checks} answers as expected, ${failures.length} failures`);
process.exit(failures.length ? 1 : 0);

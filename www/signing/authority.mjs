// 示例机关（演示）: plays the authority beside the demo portal. It never signs blindly: what it signs it makes from its own
// record, of files that it has seen. Its keys are made when it starts and are worth nothing.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { init } from 'yushen/receipts';
import { pin } from '../verify/pin.mjs';
import { canonical, makeKey } from './key.mjs';
import { trustList } from './list.mjs';
import { openOffice } from './office.mjs';
import { body, isForHere, parsed, Refusal, sameOrigin, Turnstile } from './requests.mjs';

const PREFIX = '/demo-authority/';
const MOST_BYTES = 1024 * 1024;
const MOST_CASES = 200;
const MOST = { aMinute: 600, atOnce: 4 };
const SAFE = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
const KEPT = {
  ...SAFE,
  'content-type': 'text/html; charset=utf-8',
  'content-disposition': 'attachment; filename="yushen-verify.html"',
};

/** What was handed in and may be signed. Whoever handed it in has its name, which nobody can guess; to all others there is no
    such case, and what they are told is the same whatever they try. */
class Cases {
  #kept = new Map();

  /** Keeps the bytes that may be signed, and the files that have to be seen before. */
  keep(bytes, files) {
    const name = randomBytes(16).toString('hex');
    this.#kept.set(name, { bytes, files, seen: new Set() });
    if (this.#kept.size > MOST_CASES) this.#kept.delete(this.#kept.keys().next().value);
    return name;
  }

  find(name) {
    const found = this.#kept.get(name);
    if (!found) throw new Refusal(409, 'NOT_SIGNED');
    return found;
  }
}

/** 收件: the record, and the bytes that this server makes of it, which are all that it will ever sign of this case. */
function receive(receipts, office, cases, { alg, kid }, application) {
  const { kind, record, files } = office.receive(application);
  const draft = receipts.draft(kind, record, { alg, kid });
  const name = cases.keep(Buffer.from(receipts.toBeSigned(draft)), files);
  return {
    kind,
    record,
    signer: { alg, kid },
    case: name,
    files: files.map(({ material, file }) => ({ material, file })),
  };
}

/** 核对文件: the bytes of a file, looked into here. A digest is signed only of what was seen, and a report believed of nobody. */
async function see(office, cases, query, request) {
  const { files, seen } = cases.find(query.get('case'));
  const [place] = /^\d{1,4}$/.exec(query.get('place')) || [];
  const listed = files[place];
  if (!listed) throw new Refusal(409, 'NOT_SIGNED');
  const bytes = await body(request, 'application/octet-stream', listed.report.size);
  const { picture: _, ...claimed } = listed.report; // no browser here that would decode it
  const own = await office.inspect(bytes, claimed.name);
  if (canonical(own) !== canonical(claimed)) throw new Refusal(409, 'FILE_DIFFERS');
  seen.add(place);
  return { seen: seen.size };
}

/** 签名: over the bytes that were made here, if the portal has the same, and every file was seen. */
function sign(cases, key, { case: name, toBeSigned }) {
  const { bytes, files, seen } = cases.find(name);
  if (toBeSigned !== bytes.toString('base64url')) throw new Refusal(409, 'NOT_SIGNED');
  if (seen.size < files.length) throw new Refusal(409, 'FILES_WANTED');
  return { alg: key.alg, kid: key.kid, value: key.sign(bytes) };
}

/** What is addressed to the authority: by name, by method. */
function routing({ list, roots, receipts, office, key }) {
  const cases = new Cases();
  const json = async (request) => parsed(await body(request, 'application/json', MOST_BYTES));
  return {
    'trust.json': { GET: () => list },
    'roots.json': { GET: () => roots },
    cases: { POST: async (request) => receive(receipts, office, cases, key, await json(request)) },
    files: { POST: (request, query) => see(office, cases, query, request) },
    sign: { POST: async (request) => sign(cases, key, await json(request)) },
  };
}

/** What a platform would publish beside its page of verification, and the page to be kept, with the root pinned in it. */
const publishing = ({ list, roots, folder }) => ({
  '/verify/trust.json': [SAFE, () => JSON.stringify(list)],
  '/verify/roots.json': [SAFE, () => JSON.stringify(roots)],
  '/verify/offline.html': [KEPT, () => pin(readFileSync(join(folder, 'verify/offline.html'), 'utf8'), { list, roots })],
});

/** Starts the authority beside a portal in `root`. `handle(request, response)` answers what is addressed to it, and says
    whether it was. */
export async function startAuthority({ root: folder, now = () => new Date(), most = MOST } = {}) {
  const [receipts, office] = await Promise.all([init(), openOffice(now)]);
  const [root, key] = [makeKey(), makeKey()];
  const roots = [{ alg: root.alg, spki: root.spki }];
  const list = trustList(root, key, now());
  const routes = routing({ list, roots, receipts, office, key });
  const published = publishing({ list, roots, folder });
  const turnstile = new Turnstile(most);

  const answer = async (request, name, query) => {
    const route = Object.hasOwn(routes, name) && routes[name];
    if (!route) throw new Refusal(404, 'NO_SUCH_ADDRESS');
    const { method } = request;
    if (!Object.hasOwn(route, method)) throw new Refusal(405, 'OTHER_METHOD', { allow: Object.keys(route).join() });
    if (method === 'GET') return route.GET();
    sameOrigin(request);
    return turnstile.pass(now().getTime(), () => route[method](request, query));
  };
  const handle = async (request, response) => {
    const [path, query] = request.url.split('?');
    const ours = path.startsWith(PREFIX);
    const open = request.method === 'GET' && Object.hasOwn(published, path);
    if (!ours && !open) return false;
    if (open && isForHere(request)) {
      const [head, make] = published[path];
      response.writeHead(200, head).end(make());
      return true;
    }
    const asked = isForHere(request)
      ? answer(request, path.slice(PREFIX.length), new URLSearchParams(query))
      : Promise.reject(new Refusal(421, 'OTHER_HOST'));
    const [status, value, more] = await asked.then((each) => [200, each], told);
    // What was not read to its end is left behind with its connection.
    const head = { ...SAFE, ...more, ...(request.complete ? {} : { connection: 'close' }) };
    response.writeHead(status, head).end(JSON.stringify(value));
    return true;
  };
  return { roots, list, handle };
}

/** What went wrong, as an answer: the code, and of an application where; never a value. */
function told(error) {
  const { status, code, more: { allow, ...more } = {} } = error;
  if (error instanceof Refusal) return [status, { error: { code, ...more } }, allow ? { allow } : {}];
  // An error of the component is about what was sent; whatever else goes wrong is ours.
  if (error.name !== 'YushenError') return [500, { error: { code: 'INTERNAL' } }];
  const [{ path } = {}] = error.issues || [];
  return [400, { error: { code, path: error.path || path || '' } }];
}

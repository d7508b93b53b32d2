// 示例机关（演示）: plays the authority beside the demo portal. It never signs blindly: what it signs it makes from its own
// record, and compares. Its keys are made when it starts and are worth nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { init } from 'yushen/receipts';
import { pin } from '../verify/pin.mjs';
import { canonical, makeKey } from './key.mjs';
import { trustList } from './list.mjs';
import { openOffice, Refusal } from './office.mjs';

const PREFIX = '/demo-authority/';
const MOST_BYTES = 1024 * 1024;
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

/** The body of a request, which must be JSON and must not be large. */
async function read(request) {
  if (!String(request.headers['content-type']).startsWith('application/json')) throw new Refusal(415, 'NOT_JSON');
  const pieces = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > MOST_BYTES) throw new Refusal(413, 'TOO_LARGE');
    pieces.push(piece);
  }
  let value;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)));
  } catch {
    throw new Refusal(400, 'JSON_SYNTAX');
  }
  if (!value || typeof value !== 'object' || Array.isArray(value)) throw new Refusal(400, 'JSON_OBJECT_EXPECTED');
  return value;
}

/** Where two values part, as a JSON Pointer. */
function parting(one, other, path = '') {
  if (canonical(one) === canonical(other)) return undefined;
  const both =
    one && other && typeof one === 'object' && typeof other === 'object' && Array.isArray(one) === Array.isArray(other);
  if (!both) return path || '/';
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  const key = keys.find((each) => canonical(one[each] ?? null) !== canonical(other[each] ?? null));
  return parting(one[key] ?? null, other[key] ?? null, `${path}/${key}`);
}

/** 签名: only over the bytes that this server makes of its own record. */
function sign(receipts, office, key, { kind, record, toBeSigned }) {
  const { alg, kid } = key;
  const own = office.find(record && record.case && record.case.number);
  if (!own) throw new Refusal(404, 'CASE_UNKNOWN');
  if (kind !== own.kind) throw new Refusal(409, 'KIND_DIFFERS', { path: '/kind' });
  const path = parting(record, own.record);
  if (path) throw new Refusal(409, 'RECORD_DIFFERS', { path: `/record${path}` });
  const bytes = Buffer.from(receipts.toBeSigned(receipts.draft(own.kind, own.record, { alg, kid })));
  if (toBeSigned !== bytes.toString('base64url')) throw new Refusal(409, 'BYTES_DIFFER', { path: '/toBeSigned' });
  return { alg, kid, value: key.sign(bytes) };
}

async function answer(routes, request, name) {
  const route = routes[`${request.method} ${name}`];
  if (!route)
    throw new Refusal(Object.keys(routes).some((each) => each.endsWith(` ${name}`)) ? 405 : 404, 'NO_SUCH_ADDRESS');
  return route(request.method === 'POST' ? await read(request) : undefined);
}

/** Starts the authority beside a portal in `root`. `handle(request, response)` answers what is addressed to it, and says
    whether it was. */
export async function startAuthority({ root: folder, now = () => new Date() } = {}) {
  const [receipts, office] = await Promise.all([init(), openOffice(now)]);
  const [root, key] = [makeKey(), makeKey()];
  const { alg, kid } = key;
  const roots = [{ alg: root.alg, spki: root.spki }];
  const list = trustList(root, key, now());
  const routes = {
    'GET trust.json': () => list,
    'GET roots.json': () => roots,
    'POST cases': (body) => ({ ...office.receive(body), signer: { alg, kid } }),
    'POST sign': (body) => sign(receipts, office, key, body),
  };
  // What a platform would publish beside its page of verification, and the page to be kept, with the root pinned in it.
  const published = {
    '/verify/trust.json': [SAFE, () => JSON.stringify(list)],
    '/verify/roots.json': [SAFE, () => JSON.stringify(roots)],
    '/verify/offline.html': [
      KEPT,
      () => pin(readFileSync(join(folder, 'verify/offline.html'), 'utf8'), { list, roots }),
    ],
  };
  const handle = async (request, response) => {
    const path = request.url.split('?')[0];
    if (Object.hasOwn(published, path)) {
      const [head, make] = published[path];
      response.writeHead(200, head).end(make());
      return true;
    }
    if (!path.startsWith(PREFIX)) return false;
    const [status, value] = await answer(routes, request, path.slice(PREFIX.length)).then((each) => [200, each], told);
    response.writeHead(status, status === 413 ? { ...SAFE, connection: 'close' } : SAFE).end(JSON.stringify(value));
    return true;
  };
  return { roots, list, handle };
}

/** What went wrong, as an answer: the code, where, and never a value. */
function told(error) {
  if (error instanceof Refusal) return [error.status, { error: { code: error.code, ...error.more } }];
  // An error of the component is about what was sent; whatever else goes wrong is ours.
  if (error.name === 'YushenError')
    return [
      400,
      {
        error: {
          code: error.code,
          path: error.path || (error.issues && error.issues[0] && error.issues[0].path) || '',
        },
      },
    ];
  return [500, { error: { code: 'INTERNAL' } }];
}

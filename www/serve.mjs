// Serves folders on 127.0.0.1 as a careful portal would: strict Content-Security-Policy, wasm compressed. Started as a
// program, it has the demo authority beside the portal.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isForHere } from './signing/requests.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
};
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Starts a server; `seen` hears of every request, `handle` may answer it. Port 0 takes a free one. */
export function serve(root, { port = 0, seen = () => undefined, handle = async () => false } = {}) {
  const base = normalize(root + sep);
  const refused = (response, status, why, head = {}) =>
    response.writeHead(status, { 'content-type': 'text/plain', ...head }).end(why);
  const file = (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void refused(response, 405, 'another method', { allow: 'GET, HEAD' });
    let path = '';
    try {
      path = normalize(join(base, decodeURIComponent(new URL(request.url, 'http://localhost').pathname)));
    } catch {
      path = '';
    }
    if (path.endsWith(sep)) path += 'index.html';
    if (!path.startsWith(base) || !existsSync(path) || !statSync(path).isFile()) {
      refused(response, 404, 'not found');
      return;
    }
    const head = {
      'content-type': TYPES[extname(path)] || 'application/octet-stream',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    };
    const brotli = path + '.br';
    if (String(request.headers['accept-encoding']).includes('br') && existsSync(brotli)) {
      response.writeHead(200, { ...head, 'content-encoding': 'br' }).end(readFileSync(brotli));
    } else {
      response.writeHead(200, head).end(readFileSync(path));
    }
  };
  const server = createServer(async (request, response) => {
    seen(request.url);
    if (!isForHere(request)) refused(response, 421, 'another host');
    else if (!(await handle(request, response))) file(request, response);
  });
  // By default an idle connection is closed after five seconds, and a browser that is about to use it again may see that as a
  // failure: a page checks for longer than that between two requests.
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () =>
      resolve({ address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('./dist', import.meta.url));
  const wanted = Number(process.env.PORT || 8080);
  const { startAuthority } = await import('./signing/authority.mjs');
  const { handle } = await startAuthority({ root });
  const started = await serve(root, { port: wanted, handle }).catch(() => serve(root, { handle })); // the port is taken: any other will do
  console.log(`\nYushen 预审 demo portal: ${started.address}`);
  console.log(`Check a receipt:         ${started.address}verify/`);
  console.log(
    'The demo authority signs with a key made just now: a demo, worth nothing, never stored.\nStop with Ctrl+C.',
  );
}

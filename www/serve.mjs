// Serves folders on 127.0.0.1 as a careful portal would: strict Content-Security-Policy, wasm compressed.
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8', '.wasm': 'application/wasm', '.pdf': 'application/pdf', '.jpg': 'image/jpeg' };
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Starts a server; `seen` hears of every request. Port 0 takes a free one. */
export function serve(root, { port = 0, seen = () => undefined } = {}) {
  const base = normalize(root + sep);
  const server = createServer((request, response) => {
    seen(request.url);
    let path = '';
    try {
      path = normalize(join(base, decodeURIComponent(new URL(request.url, 'http://localhost').pathname)));
    } catch {
      path = '';
    }
    if (path.endsWith(sep)) path += 'index.html';
    if (!path.startsWith(base) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const head = { 'content-type': TYPES[extname(path)] || 'application/octet-stream', 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-cache' };
    const brotli = path + '.br';
    if (String(request.headers['accept-encoding']).includes('br') && existsSync(brotli)) {
      response.writeHead(200, { ...head, 'content-encoding': 'br' }).end(readFileSync(brotli));
    } else {
      response.writeHead(200, head).end(readFileSync(path));
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('./dist', import.meta.url));
  const wanted = Number(process.env.PORT || 8080);
  const started = await serve(root, { port: wanted }).catch(() => serve(root)); // the port is taken: any other will do
  console.log(`\nYushen 预审 demo portal: ${started.address}\nStop with Ctrl+C.`);
}

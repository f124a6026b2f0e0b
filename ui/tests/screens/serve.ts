// Serves the built UI, with the same content security policy as the program but for the way to it.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startDesk } from '../desk';

const dist = fileURLToPath(new URL('../../dist-desk', import.meta.url));
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'";
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
declare module 'vitest' {
  interface ProvidedContext {
    address: string;
  }
}

export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  // Read once: a build that runs meanwhile changes nothing here.
  const files = new Map(
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(dist, path)}`, readFileSync(path)]),
  );
  // From here the browser compiles it once, and not for every page.
  files.set('/axe.js', readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js')));
  const desk = startDesk();
  const server = createServer((request, response) => {
    if (request.method === 'POST') return desk.answer(request, response);
    const { pathname } = new URL(request.url ?? '/', 'http://ui');
    const name = pathname === '/' ? '/index.html' : pathname;
    const body = files.get(name);
    if (!body) return void response.writeHead(name === '/favicon.ico' ? 204 : 404).end();
    const type = types[extname(name)] ?? 'text/plain';
    response
      .writeHead(200, {
        'content-type': type,
        'content-security-policy': CSP,
        'cache-control': 'max-age=600',
      })
      .end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  project.provide('address', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    await desk.end();
  };
}

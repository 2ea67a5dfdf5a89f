import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { wear, type Brand } from './brand.ts';
import { refuseUnknownRoute } from './errors.ts';

/** Vite puts a file's hash into its name in here: what has a name once never changes. */
const HASHED = /^assets\//;
const FOREVER = 'public, max-age=31536000, immutable';

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Samtavla</title>
<p>The server is running, but the board app has not been built. Run <code>npm start</code> in the project's root.</p></html>`;

/** Serves the board: one page for every address that shows something, its files, and for all else a 404. */
export async function serveBoardApp(app: FastifyInstance, root: string, brand: Brand | null): Promise<void> {
  await app.register(fastifyStatic, { serve: false, preCompressed: true, cacheControl: false, dotfiles: 'ignore' });

  const worn = brand === null ? null : wear(brand);
  // A kilobyte, read anew each time: the board may be built again while the server runs.
  const page = async (reply: FastifyReply, status: number) => {
    const html = await readFile(join(root, 'index.html'), 'utf8').catch(() => null);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    return html === null
      ? reply.code(503).send(NOT_BUILT)
      : reply.code(status).send(worn === null ? html : worn.dress(html));
  };
  app.get('/', { schema: { hide: true } }, (_request, reply) => page(reply, 200));
  app.get('/example', { schema: { hide: true } }, (_request, reply) => page(reply, 200));
  app.get('/m/:template', { schema: { hide: true } }, (_request, reply) => page(reply, 200));
  app.get('/t/:boardId', { schema: { hide: true } }, (_request, reply) => page(reply, 200));
  app.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, (request, reply) => {
    const path = request.params['*'];
    const file = worn?.files.get(path);
    if (file !== undefined) return reply.type(file.type).header('cache-control', FOREVER).send(file.bytes);
    return reply.header('cache-control', HASHED.test(path) ? FOREVER : 'no-cache').sendFile(path, root);
  });

  app.setNotFoundHandler((request, reply) => {
    // Set for a file that then was not there.
    reply.removeHeader('cache-control');
    const isForAPerson =
      request.method === 'GET' && !request.url.startsWith('/api/') && wantsPage(request.headers.accept);
    return isForAPerson ? page(reply, 404) : refuseUnknownRoute(request, reply);
  });
}

const wantsPage = (accept = ''): boolean => accept.includes('text/html');

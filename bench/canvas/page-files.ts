/** The built pages of the boards that are not ours, served as ours are: compressed beforehand. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

export const PAGES_BUILT = join(import.meta.dirname, '../dist/canvas/pages');
/** What a file's compressed twin has after its name. */
export const COMPRESSED = '.br';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

export async function servePageFile({ url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = normalize(new URL(url ?? '/', 'http://localhost').pathname);
  const file = join(PAGES_BUILT, path.endsWith('/') ? `${path}index.html` : path);
  const takesCompressed = String(headers['accept-encoding']).includes('br');
  const compressed = takesCompressed ? await read(`${file}${COMPRESSED}`) : null;
  const body = compressed ?? (await read(file));
  if (body === null) return void response.writeHead(404).end();
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  if (compressed !== null) response.setHeader('content-encoding', 'br');
  response.end(body);
}

const read = (file: string): Promise<Buffer | null> => readFile(file).catch(() => null);

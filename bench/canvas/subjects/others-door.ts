/** The doors of the boards that are not ours: pages of this bench, served by it. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Page } from '@playwright/test';
import { PAGES_BUILT } from '../build-pages.ts';
import type { Camera } from '../lookout-api.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

export type PageServer = { readonly origin: string; close(): void };

export async function servePages(): Promise<PageServer> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(PAGES_BUILT, path.endsWith('/') ? `${path}index.html` : path);
    readFile(file).then(
      (body) => response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Room = { readonly page: string; readonly socket: string; readonly room: string };

export function othersDoor({ origin }: PageServer, { page: name, socket, room }: Room) {
  return {
    async goToDoor(page: Page, { x, y, z }: Camera) {
      const query = new URLSearchParams({ socket, room, camera: [x, y, z].join(',') });
      await page.goto(`${origin}/${name}/?${query}`, { waitUntil: 'networkidle' });
    },
    enter: (page: Page) => page.getByRole('button', { name: 'Join' }).click(),
  };
}

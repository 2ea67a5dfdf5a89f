/** The doors of the boards that are not ours: pages of this bench, served by it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { Camera } from '../lookout-api.ts';
import { servePageFile } from '../page-files.ts';

export type PageServer = { readonly origin: string; close(): void };

export async function servePages(): Promise<PageServer> {
  const server = createServer((request, response) => void servePageFile(request, response));
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

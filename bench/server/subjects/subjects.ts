/** The servers that are measured side by side, each run as its own documentation runs it. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Subject } from '../subject.ts';
import { samtavlaRoom } from './samtavla-room.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const subjects: readonly Subject[] = [
  {
    name: 'samtavla',
    program: here('../../../packages/server/src/main.ts'),
    acknowledges: true,
    makeRoom: samtavlaRoom,
  },
  {
    name: 'hocuspocus',
    program: here('hocuspocus-server.ts'),
    acknowledges: true,
    makeRoom: (port) => {
      const address = { url: `ws://127.0.0.1:${port}`, document: { name: randomUUID(), token: 'anybody' } };
      return Promise.resolve({ admit: () => Promise.resolve(address) });
    },
  },
  {
    name: 'y-websocket',
    // Not among the package's exports: it is what its command `y-websocket` runs.
    program: join(fileURLToPath(import.meta.resolve('y-websocket/package.json')), '../bin/server.cjs'),
    acknowledges: false,
    makeRoom: (port) => {
      const address = { url: `ws://127.0.0.1:${port}/${randomUUID()}`, document: null };
      return Promise.resolve({ admit: () => Promise.resolve(address) });
    },
  },
];

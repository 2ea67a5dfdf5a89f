/** The servers that are measured side by side, each run as its own documentation runs it. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Mover } from '../mover.ts';
import type { CrowdSubject, Subject } from '../subject.ts';
import { samtavlaRoom } from './samtavla-room.ts';
import { TldrawMember } from './tldraw-member.ts';

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

const ofYjs = (subject: Subject): CrowdSubject => ({
  name: subject.name,
  program: subject.program,
  makeRoom: async (port) => {
    const room = await subject.makeRoom(port);
    return { enter: async (reads) => Mover.join(await room.admit(), reads) };
  },
});

const tldrawSync: CrowdSubject = {
  name: 'tldraw-sync',
  program: here('../../canvas/subjects/tldraw-sync-server.ts'),
  makeRoom: async (port) => {
    const room = `127.0.0.1:${port}/${randomUUID()}`;
    await fetch(`http://${room}`, { method: 'PUT', body: '[]' });
    return { enter: (reads) => TldrawMember.enter(`ws://${room}`, reads) };
  },
};

export const crowdSubjects: readonly CrowdSubject[] = [...subjects.map(ofYjs), tldrawSync];

/** The boards that are measured side by side: each its own server, which also serves its page. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { fillCanvas } from '../canvas/subjects/samtavla-canvas.ts';
import { stockNotes } from '../canvas/subjects/stock-note.ts';
import { buildPageScript } from '../lib/build-page-script.ts';
import { Mover } from '../server/mover.ts';
import { samtavlaRoom } from '../server/subjects/samtavla-room.ts';
import { TldrawMember } from '../server/subjects/tldraw-member.ts';
import type { JoinSubject } from './subject.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const finger = (subject: 'samtavla' | 'tldraw-sync') =>
  buildPageScript(here(`pages/${subject}-finger.ts`), `${subject}-finger`);

/** Builds what goes into their pages. */
export async function joinSubjects(): Promise<readonly JoinSubject[]> {
  return [
    {
      name: 'samtavla',
      program: here('../../packages/server/src/main.ts'),
      finger: await finger('samtavla'),
      async makeBoard(port, content) {
        const room = await samtavlaRoom(port);
        const peer = await Mover.join(await room.admit());
        await fillCanvas(peer.client, content);
        return {
          peer,
          addressAt(host) {
            const address = new URL(room.participantLink);
            address.host = host;
            return address.href;
          },
        };
      },
    },
    {
      name: 'tldraw-sync',
      program: here('../canvas/subjects/tldraw-sync-server.ts'),
      finger: await finger('tldraw-sync'),
      async makeBoard(port, content) {
        const room = randomUUID();
        const place = `127.0.0.1:${port}/rooms/${room}`;
        await fetch(`http://${place}`, { method: 'PUT', body: JSON.stringify(stockNotes(content)) });
        return {
          peer: await TldrawMember.enter(`ws://${place}`, true),
          addressAt: (host) => `http://${host}/tldraw-sync/?${new URLSearchParams({ socket: `ws://${host}`, room })}`,
        };
      },
    },
  ];
}

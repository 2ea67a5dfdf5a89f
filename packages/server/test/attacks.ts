/** What somebody may do to a server who wants to hurt it: each attack on its own, against whatever listens. */
import { randomBytes } from 'node:crypto';
import { addNote, documentName, LIMITS, ROUTE_GRANT, type GrantedRoute } from '@samtavla/protocol';
import { sample, uint8Array } from 'fast-check';
import * as Y from 'yjs';
import { askRoute } from './ask-route.ts';
import { awarenessOf, frame, type RawClient } from './raw-client.ts';
import type { Attack, AttackSize } from './hostile-world.ts';

export const BRIEF: AttackSize = { sockets: 20, requests: 100 };
export const LONG: AttackSize = { sockets: 200, requests: 2_000 };

const SEED = 20_261_123;
const FIFTY_MEGABYTES = 50 * 1024 * 1024;
const PEOPLE_AT_ONCE = 1_000;

export const ATTACKS: readonly Attack[] = [
  {
    name: 'random frames',
    run: ({ insider }, { sockets }) =>
      eachOf(sockets, async (nth) => {
        const client = await insider();
        for (const bytes of sample(uint8Array({ minLength: 2, maxLength: 500 }), { seed: SEED + nth, numRuns: 50 }))
          client.send(bytes);
        client.send(frame('no document', 99));
        return told(client);
      }),
  },
  {
    name: '100 000 made-up people',
    run: async ({ insider, documents: { stage } }) => {
      const client = await insider(stage);
      for (let first = 0; first < 100_000; first += PEOPLE_AT_ONCE)
        client.send(awarenessOf(stage, first, PEOPLE_AT_ONCE));
      client.send(new Uint8Array(LIMITS.frameBytes + 1));
      return [await told(client)];
    },
  },
  {
    name: 'updates that wait for others for ever',
    run: ({ insider, documents: { canvas } }, { sockets }) =>
      eachOf(sockets, async () => {
        const client = await insider();
        for (const update of everySecond(2 * LIMITS.waitingUpdates)) client.update(canvas, update);
        return told(client);
      }),
  },
  {
    name: 'a frame of 50 MB',
    run: ({ insider }) =>
      eachOf(4, async () => {
        const client = await insider();
        client.send(randomBytes(FIFTY_MEGABYTES));
        return told(client);
      }),
  },
  {
    name: 'a body of 50 MB on every route',
    run: async ({ url, board, token }) => {
      const routes = (Object.keys(ROUTE_GRANT) as GrantedRoute[]).filter((route) => /^(POST|PUT) /.test(route));
      const said: string[] = [];
      for (const route of routes) {
        const answer = await askRoute(url, route, token, board, {}, new Uint8Array(FIFTY_MEGABYTES)).catch(() => null);
        said.push(answer === null ? 'cut off' : String(answer.status));
        await answer?.body?.cancel();
      }
      return said;
    },
  },
  {
    name: '17 000 documents on one socket',
    run: async ({ insider, board, token }) => {
      const client = await insider();
      for (let nth = 0; nth < 17_000 && client.isOpen; nth += 1)
        client.authenticate(documentName({ board, kind: 'desk', owner: `p${nth}` as never }), token);
      return [await told(client)];
    },
  },
  {
    name: 'a client that never reads',
    run: async ({ insider, documents: { canvas } }) => {
      const [deaf, writer] = [await insider(), await insider()];
      deaf.stopReading();
      // More than the server keeps for anybody, and than the operating system takes in on the way.
      for (let nth = 0; nth < 18; nth += 1) {
        const doc = new Y.Doc();
        doc.getMap('m').set('k', 'x'.repeat(1_000_000));
        const before = writer.count(canvas, 'acknowledged');
        writer.update(canvas, Y.encodeStateAsUpdate(doc));
        await writer.until(() => writer.count(canvas, 'acknowledged') > before || !writer.isOpen);
      }
      const wrote = writer.isOpen ? 'the writer goes on' : await told(writer);
      writer.close();
      deaf.readAgain();
      // One whose backlog the operating system took in has not been let go.
      deaf.send(new Uint8Array(LIMITS.frameBytes + 1));
      return [wrote, await told(deaf)];
    },
  },
  {
    name: 'a flood of small messages',
    run: ({ insider, documents: { canvas } }, { sockets }) =>
      eachOf(Math.ceil(sockets / 4), async () => {
        const client = await insider();
        for (let nth = 0; nth < 2 * LIMITS.messageBurst && client.isOpen; nth += 1) client.askState(canvas);
        return told(client);
      }),
  },
  {
    name: 'tokens that are made up, on every route and document',
    run: async ({ url, board, stranger, documents: { canvas } }, { requests }) => {
      const routes = (Object.entries(ROUTE_GRANT) as [GrantedRoute, unknown][]).filter(([, who]) => who !== 'anyone');
      const said = await eachOf(requests, async (nth) => {
        const [route] = routes[nth % routes.length] ?? ['GET /api/boards/:id'];
        return String((await askRoute(url, route, randomBytes(32).toString('base64url'), board)).status);
      });
      const client = await stranger();
      client.authenticate(canvas, randomBytes(32).toString('base64url'));
      await client.until(() => client.count(canvas, 'denied') === 1 || !client.isOpen);
      client.close();
      return said;
    },
  },
  {
    name: 'sockets that say nothing, opened and dropped',
    run: ({ stranger }, { sockets }) =>
      eachOf(10 * sockets, async () => {
        (await stranger()).close();
        return 'dropped';
      }),
  },
];

/** So many at a time that one process can be all of them. */
async function eachOf(count: number, act: (nth: number) => Promise<string>): Promise<string[]> {
  const said: string[] = [];
  let next = 0;
  const one = async () => {
    while (next < count) said.push(await act((next += 1)));
  };
  await Promise.all(Array.from({ length: 10 }, one));
  return said;
}

/** With what it was closed. */
async function told(client: RawClient): Promise<string> {
  const { refusal, code } = await client.closed;
  return refusal ?? `closed with ${code}`;
}

/** Updates of which each lacks the one before it. */
function everySecond(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let nth = 0; nth < count; nth += 1) addNote(doc, { text: 'venter' });
  return updates.filter((_, nth) => nth % 2 === 1);
}

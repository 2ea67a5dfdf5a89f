/** How a board's documents are filled when it opens: by one response, out of the copy, and with the difference by the socket. */
import { addNote, randomId, recordsOf, type BoardId, type Role } from '@samtavla/protocol';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { AServer } from './a-server.ts';
import { aSession } from './a-session.ts';
import { connect, type Connection } from './connection.ts';
import { copyName } from './copy/copies-of-board.ts';
import { openCopyStore } from './copy/copy-store.ts';

let server: AServer;
let open: Connection[];
const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();

const joinedAs = (role: Role) => {
  const board = randomId() as BoardId;
  const { joined } = aSession({ role });
  const documents = { plan: `${board}/plan`, stage: `${board}/stage`, canvas: `${board}/canvas` };
  return { ...joined, board: { ...joined.board, id: board }, documents };
};
let joined = joinedAs('participant');

beforeEach(() => {
  server = new AServer();
  open = [];
  joined = joinedAs('participant');
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('WebSocket', server.socketClass());
  vi.stubGlobal('fetch', fetched.mockReset().mockRejectedValue(new TypeError('offline')));
});
afterEach(() => {
  for (const connection of open) connection.close();
  vi.unstubAllGlobals();
});

/** One visit to the board; `isCut` for one in which no server is reached. */
function visit({ isCut = false, role = 'participant' }: { isCut?: boolean; role?: Role } = {}): Connection {
  if (isCut)
    vi.stubGlobal(
      'WebSocket',
      class extends EventTarget {
        close(): void {}
      },
    );
  else vi.stubGlobal('WebSocket', server.socketClass());
  const connection = connect({ ...joined, role }, 'ws://tavle.test/sync/x', { keepsCopy: true });
  open.push(connection);
  return connection;
}

const canvas = () => server.document(joined.documents.canvas);
const online = ({ link }: Connection) => vi.waitUntil(() => link.get().state === 'online');
const saved = ({ unsaved }: Connection) => vi.waitUntil(() => !unsaved.get());
const notes = (doc: Y.Doc) => recordsOf(doc).size;
const wait = () => new Promise((resolve) => setTimeout(resolve, 50));

test('[N21] the canvas comes as one response, and the socket brings only what came after', async () => {
  for (let count = 0; count < 200; count += 1) addNote(canvas(), { text: 'en av mange' });
  const state = Y.encodeStateAsUpdateV2(canvas());
  fetched.mockImplementation(() => {
    addNote(canvas(), { text: 'etter svaret' });
    return Promise.resolve(new Response(state.slice()));
  });
  const connection = visit();
  await online(connection);
  expect(notes(connection.canvas.doc)).toBe(201);
  expect(fetched).toHaveBeenCalledOnce();
  expect(fetched.mock.calls[0]?.[0]).toBe(`/api/boards/${joined.board.id}/documents/canvas/state`);
  expect(Math.max(...server.differences)).toBeLessThan(1_000);
  expect(connection.unsaved.get()).toBe(false);
});

test('[N21] where the response does not come, all comes by the socket', async () => {
  addNote(canvas(), { text: 'en' });
  const connection = visit();
  await online(connection);
  expect(notes(connection.canvas.doc)).toBe(1);
});

test('[N22] what is written before a document has begun its handshake is unsaved until that is acknowledged', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  fetched.mockReturnValue(promise);
  server.acknowledges = false;
  const connection = visit();
  // The other documents are in step, and the socket takes what it is given.
  await vi.waitUntil(() => server.differences.length === 2);
  addNote(connection.canvas.doc, { text: 'før tavla kom' });
  expect(connection.unsaved.get()).toBe(true);
  await wait();
  resolve(new Response(null, { status: 503 }));
  await online(connection);
  await vi.waitUntil(() => notes(canvas()) === 1);
  expect(connection.unsaved.get()).toBe(true);
  server.acknowledge();
  await saved(connection);
});

test('[N20] what an earlier visit could not send is unsaved until the handshake is acknowledged, and not after', async () => {
  const earlier = visit({ isCut: true });
  addNote(earlier.canvas.doc, { text: 'uten nett' });
  await vi.waitUntil(() => earlier.onDevice.get());
  const stillCut = visit({ isCut: true });
  await vi.waitUntil(() => notes(stillCut.canvas.doc) === 1);
  await vi.waitUntil(() => stillCut.unsaved.get());
  server.acknowledges = false;
  const connection = visit();
  await online(connection);
  await vi.waitUntil(() => notes(canvas()) === 1);
  expect(connection.unsaved.get()).toBe(true);
  server.acknowledge();
  await saved(connection);
  await vi.waitUntil(() => connection.onDevice.get());
  const later = visit({ isCut: true });
  await vi.waitUntil(() => later.onDevice.get());
  expect([notes(later.canvas.doc), later.unsaved.get()]).toEqual([1, false]);
  expect(fetched).toHaveBeenCalledOnce();
});

test('[N20] a copy with nothing unsent is not called unsaved, and asks for no first state', async () => {
  addNote(canvas(), { text: 'en annens' });
  const earlier = visit();
  await online(earlier);
  await vi.waitUntil(() => earlier.onDevice.get());
  fetched.mockClear();
  const connection = visit({ isCut: true });
  await vi.waitUntil(() => notes(connection.canvas.doc) === 1);
  expect([connection.unsaved.get(), connection.link.get().state]).toEqual([false, 'opening']);
  expect(fetched).not.toHaveBeenCalled();
});

test('[N23] a document one may not write is never written, and a viewer writes none', async () => {
  addNote(canvas(), { text: 'en' });
  const viewer = visit({ role: 'viewer' });
  await online(viewer);
  addNote(viewer.canvas.doc, { text: 'slipper ikke ut' });
  await wait();
  expect(server.written).toEqual([]);
  joined = joinedAs('participant');
  const participant = visit();
  await online(participant);
  await saved(participant);
  expect(new Set(server.written)).toEqual(new Set([joined.documents.canvas]));
});

test('[N24] a server set back to an earlier state gets back what people wrote, and what it alone writes is fetched anew', async () => {
  const { plan } = joined.documents;
  const seeded = Y.encodeStateAsUpdate(server.document(plan));
  server.document(plan).getMap('facts').set('title', 'etter sikkerhetskopien');
  const earlier = visit();
  await online(earlier);
  addNote(earlier.canvas.doc, { text: 'etter sikkerhetskopien' });
  await saved(earlier);
  await vi.waitUntil(() => earlier.onDevice.get());
  earlier.close();

  server.documents.clear();
  Y.applyUpdate(server.document(plan), seeded);
  const connection = visit();
  await vi.waitUntil(() => connection.link.get().state === 'ended');
  expect(connection.link.get()).toEqual({ state: 'ended', refusal: 'bad-frame' });
  expect(server.written).not.toContain(plan);
  await vi.waitFor(async () => expect(await openCopyStore(copyName(plan), { make: false })).toBeNull());

  const reloaded = visit();
  await online(reloaded);
  expect(reloaded.plan.doc.getMap('facts').get('title')).toBeUndefined();
  await vi.waitUntil(() => notes(canvas()) === 1);
});

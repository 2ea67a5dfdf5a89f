/** Versions of a board, over HTTP and as its people see them. */
import { addNote, readNotes, recordsOf, type BoardVersion, type JoinResponse, type Millis } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ServerOptions } from '../src/server.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { REST_MILLIS } from '../src/versions/spacing.ts';
import { ControlledStorage } from './controlled-storage.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, join, makeBoard, testServer, type TestServer } from './test-server.ts';
import { acknowledged, until, yjsClient } from './yjs-client.ts';

const bearer = ({ token }: JoinResponse) => ({ authorization: `Bearer ${token}` });

async function board(options: Partial<ServerOptions> = {}) {
  const server = await testServer(options);
  const made = await makeBoard(server, { title: 'Skolestart' });
  const [kari, ola] = [
    await join(server, made, 'facilitator'),
    await join(server, made, 'participant', { name: 'Ola' }),
  ];
  const path = `/api/boards/${made.board.id}`;
  return {
    server,
    made,
    kari,
    ola,
    path,
    take: async (name: string) => (await server.post<BoardVersion>(`${path}/versions`, { name }, bearer(kari))).body,
    restore: (id: string) => server.post<{ before: BoardVersion }>(`${path}/versions/${id}/restore`, {}, bearer(kari)),
    canvasOf: (joined: JoinResponse, doc = new Y.Doc()) =>
      yjsClient(server.socketUrl, joined, joined.documents.canvas, doc),
  };
}

const listed = async (server: TestServer, path: string, { token }: JoinResponse) =>
  (await server.get<{ versions: BoardVersion[] }>(`${path}/versions`, token)).body.versions;

/** Resolves to the list when it has so many. */
async function untilListed(server: TestServer, path: string, joined: JoinResponse, count: number) {
  for (;;) {
    const versions = await listed(server, path, joined);
    if (versions.length >= count) return versions;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A document of a version, as a browser gets it. */
async function stateOf(server: TestServer, address: string, { token }: JoinResponse): Promise<Y.Doc> {
  const response = await fetch(server.url + address, { headers: { authorization: `Bearer ${token}` } });
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, new Uint8Array(await response.arrayBuffer()));
  return doc;
}

const texts = (doc: Y.Doc) =>
  readNotes(doc)
    .map(({ text }) => text)
    .toSorted();

test('[V5] going back is seen at once by who is on the board, keeps what was, and can be gone back from', async () => {
  const { server, path, kari, ola, take, restore, canvasOf } = await board({
    storage: new SqliteStorage(temporaryDirectory()),
  });
  const client = canvasOf(ola);
  await client.synced;
  client.write('Koret øver i kirka');
  await acknowledged(client);
  const first = await take('Første samling');
  client.write('Kommet til siden');
  recordsOf(client.doc).delete(readNotes(client.doc).find(({ text }) => text.startsWith('Koret'))?.id ?? '');
  await acknowledged(client);
  expect(client.texts()).toEqual(['Kommet til siden']);

  const { status, body } = await restore(first.id);
  expect([status, body.before.kind, body.before.name]).toEqual([200, 'before-restore', null]);
  await until(client, () => client.texts().join() === 'Koret øver i kirka');
  expect((await listed(server, path, kari)).map(({ kind }) => kind)).toEqual(['before-restore', 'named']);

  await restore(body.before.id);
  await until(client, () => client.texts().join() === 'Kommet til siden');
});

test('[V5] what was gone back to is on disk when it is answered', async () => {
  const dataDir = temporaryDirectory();
  const { server, made, kari, ola, take, restore, canvasOf } = await board({ storage: new SqliteStorage(dataDir) });
  const client = canvasOf(ola);
  await client.synced;
  client.write('Den gang');
  await acknowledged(client);
  const version = await take('Den gang');
  client.write('Nå');
  await acknowledged(client);
  client.close();
  expect((await restore(version.id)).status).toBe(200);
  await server.close();
  const after = await testServer({ storage: new SqliteStorage(dataDir) });
  const state = await stateOf(after, `/api/boards/${made.board.id}/documents/canvas/state`, kari);
  expect(texts(state)).toEqual(['Den gang']);
});

test('[V5] where it cannot be stored it is refused, and the board opens again as it was', async () => {
  const storage = new ControlledStorage();
  const { server, path, ola, kari, take, restore, canvasOf } = await board({ storage });
  const client = canvasOf(ola);
  await client.synced;
  const version = await take('Tom');
  client.write('Står der ennå');
  await acknowledged(client);
  storage.isBroken = true;
  expect(codeOf(await restore(version.id))).toBe('storage-unavailable');
  storage.isBroken = false;
  const again = canvasOf(kari);
  await again.synced;
  expect(again.texts()).toEqual(['Står der ennå']);
  expect((await listed(server, path, kari)).map(({ kind }) => kind)).toEqual(['before-restore', 'named']);
});

test('[V6] a version has a name, is found newest first, and there is room for so many', async () => {
  const { server, path, kari, take } = await board({ limits: { namedVersionsPerBoard: 2 } });
  await take('  Første samling ');
  await take('Andre samling');
  expect((await listed(server, path, kari)).map(({ name }) => name)).toEqual(['Andre samling', 'Første samling']);
  const ask = (name: string) => server.post(`${path}/versions`, { name }, bearer(kari));
  expect(codeOf(await ask('Tredje'))).toBe('versions-full');
  expect(codeOf(await ask(' '))).toBe('bad-request');
});

test('[V6] a version that is unknown, or of another board, is refused everywhere', async () => {
  const { server, path, kari, take } = await board();
  const other = await makeBoard(server);
  const version = await take('Min');
  const foreign = await join(server, other, 'facilitator');
  const there = `/api/boards/${other.board.id}`;
  for (const id of ['nowhere', version.id, '..%2Fetc']) {
    const restored = await server.post(`${there}/versions/${id}/restore`, {}, bearer(foreign));
    const looked = await server.get(`${there}/versions/${id}/plan/state`, foreign.token);
    expect([codeOf(restored), codeOf(looked)]).toEqual(['version-unknown', 'version-unknown']);
  }
  const copied = await server.post(`${there}/copies`, { version: version.id }, bearer(foreign));
  expect(codeOf(copied)).toBe('version-unknown');
  expect(codeOf(await server.get(`${path}/versions/${version.id}/stage/state`, kari.token))).toBe('route-unknown');
});

test('[V7] an old version is looked at as it was, compressed or not, and looking changes nothing', async () => {
  const { server, path, kari, ola, take, canvasOf } = await board();
  const client = canvasOf(ola);
  await client.synced;
  client.write('Den gang');
  await acknowledged(client);
  const version = await take('Den gang');
  client.write('Nå');
  await acknowledged(client);
  const address = `${path}/versions/${version.id}/canvas/state`;
  expect(texts(await stateOf(server, address, kari))).toEqual(['Den gang']);
  const plain = await fetch(server.url + address, { headers: { ...bearer(kari), 'accept-encoding': 'identity' } });
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, new Uint8Array(await plain.arrayBuffer()));
  expect([plain.headers.get('content-encoding'), texts(doc)]).toEqual([null, ['Den gang']]);
  expect(client.texts()).toEqual(['Den gang', 'Nå']);
});

test('[V9] what was written without a line before going back arrives after it, and stands with the rest', async () => {
  const { ola, kari, take, restore, canvasOf } = await board();
  const client = canvasOf(ola);
  await client.synced;
  client.write('Den gang');
  await acknowledged(client);
  const version = await take('Den gang');
  client.write('Slettes ved tilbakegang');
  await acknowledged(client);
  client.close();
  addNote(client.doc, { text: 'Skrevet uten nett' });
  const doomed = readNotes(client.doc).find(({ text }) => text.startsWith('Slettes'));
  recordsOf(client.doc)
    .get(doomed?.id ?? '')
    ?.set('colour', 'pink');
  expect((await restore(version.id)).status).toBe(200);

  const back = canvasOf(ola, client.doc);
  const other = canvasOf(kari);
  await Promise.all([back.synced, acknowledged(back)]);
  await until(other, () => other.texts().length === 2);
  expect(back.texts()).toEqual(['Den gang', 'Skrevet uten nett']);
  expect(other.texts()).toEqual(['Den gang', 'Skrevet uten nett']);
});

test('[V10] the server takes a version when work has rested, one for all of it, also across a restart', async () => {
  const dataDir = temporaryDirectory();
  let now = 1_800_000_000_000;
  const options = { now: () => now as Millis, tasksEveryMillis: 10 };
  const before = await board({ ...options, storage: new SqliteStorage(dataDir) });
  const { path, kari, ola, server } = before;
  const client = before.canvasOf(ola);
  await client.synced;
  client.write('En');
  client.write('To');
  await acknowledged(client);
  now += REST_MILLIS;
  const [first, ...more] = await untilListed(server, path, kari, 1);
  expect([first?.kind, more]).toEqual(['automatic', []]);
  now += 1;
  client.write('Tre');
  await acknowledged(client);
  await server.close();

  const after = await testServer({ ...options, storage: new SqliteStorage(dataDir) });
  expect(await listed(after, path, kari)).toHaveLength(1);
  now += REST_MILLIS;
  const [newest] = await untilListed(after, path, kari, 2);
  expect(texts(await stateOf(after, `${path}/versions/${newest?.id ?? ''}/canvas/state`, kari))).toEqual([
    'En',
    'To',
    'Tre',
  ]);
  expect(await listed(after, path, kari)).toHaveLength(2);
});

test('[V10] a board that cannot be read costs no other board its version', async () => {
  const storage = new ControlledStorage();
  let now = 1_800_000_000_000;
  const { server, made, path, kari } = await board({ storage, now: () => now as Millis, tasksEveryMillis: 10 });
  const broken = await makeBoard(server);
  const changedAt = now as Millis;
  await storage.append([{ document: `${broken.board.id}/canvas`, update: new Uint8Array([255, 255, 255, 255]) }]);
  for (const { id } of [broken.board, made.board]) await storage.markUse([{ board: id, usedAt: changedAt, changedAt }]);
  now += REST_MILLIS;
  const [version] = await untilListed(server, path, kari, 1);
  expect(version?.kind).toBe('automatic');
});

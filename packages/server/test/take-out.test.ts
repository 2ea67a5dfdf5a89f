/** A person's writing, taken out of a board on which others have written too. */
import { addNote, fragmentOf, recordsOf, type JoinResponse } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { RawClient } from './raw-client.ts';
import { seededRandom } from './seeded-random.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, join, makeBoard, testServer, type MadeBoard, type TestServer } from './test-server.ts';
import { acknowledged, until, yjsClient, type YjsClient } from './yjs-client.ts';

type Counts = { notes: number; things: number; texts: number };
const pathOf = ({ board }: MadeBoard, { participant }: JoinResponse) =>
  `/api/boards/${board.id}/people/${participant.id}/writing`;

async function open(server: TestServer, joined: JoinResponse): Promise<YjsClient> {
  const client = yjsClient(server.socketUrl, joined, joined.documents.canvas);
  await client.synced;
  return client;
}

/** Types into a note's text, as an editor does: letters into the paragraph's own text. */
function typeInto(doc: Y.Doc, id: string, at: (length: number) => number, letters: string): void {
  const record = recordsOf(doc).get(id);
  const paragraph = record && fragmentOf(record)?.get(0);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('The note has no paragraph.');
  if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
  const text = paragraph.get(0) as Y.XmlText;
  text.insert(at(text.length), letters);
}

const atEnd = (length: number): number => length;

test('[L18] what a person made and typed goes, what others wrote stays, and all see it', async () => {
  const server = await testServer();
  const made = await makeBoard(server);
  const siri = await join(server, made, 'facilitator', { name: 'Siri' });
  const [asKari, asOla] = [
    await join(server, made, 'participant'),
    await join(server, made, 'participant', { name: 'Ola' }),
  ];
  const [kari, ola] = [await open(server, asKari), await open(server, asOla)];
  kari.write('bare Karis');
  const shared = addNote(kari.doc, { text: 'Kari begynte' });
  await acknowledged(kari);
  await until(ola, () => ola.texts().length === 2);
  const olas = addNote(ola.doc, { text: 'Ola skrev' });
  typeInto(ola.doc, shared, atEnd, ', Ola fortsatte');
  await acknowledged(ola);
  await until(kari, () => kari.texts().length === 3);
  typeInto(kari.doc, olas, atEnd, ' stygt');
  await acknowledged(kari);
  const expected: Counts = { notes: 1, things: 0, texts: 2 };
  expect((await server.get<Counts>(pathOf(made, asKari), siri.token)).body).toEqual(expected);
  expect(ola.texts()).toHaveLength(3);
  expect((await server.delete<Counts>(pathOf(made, asKari), siri.token)).body).toEqual(expected);
  for (const client of [kari, ola]) await until(client, () => client.texts().join('|') === ', Ola fortsatte|Ola skrev');
  const none = { notes: 0, things: 0, texts: 0 };
  expect((await server.get<Counts>(pathOf(made, asKari), siri.token)).body).toEqual(none);
});

test('[L19] a person’s writing is known after compaction and a restart, and what it was is kept', async () => {
  const directory = temporaryDirectory();
  const options = { compactAt: { atRest: 1, open: 2 } };
  const server = await testServer({ storage: new SqliteStorage(directory), ...options });
  const made = await makeBoard(server);
  const siri = await join(server, made, 'facilitator', { name: 'Siri' });
  const asKari = await join(server, made, 'participant');
  const kari = await open(server, asKari);
  for (const text of ['en', 'to', 'tre']) kari.write(text);
  await acknowledged(kari);
  kari.close();
  await server.close();
  const again = await testServer({ storage: new SqliteStorage(directory), ...options });
  expect((await again.delete<Counts>(pathOf(made, asKari), siri.token)).body).toEqual({
    notes: 3,
    things: 0,
    texts: 0,
  });
  const reader = await open(again, siri);
  expect(reader.texts()).toEqual([]);
});

test('[L19] the board as it was is a version to which one goes back', async () => {
  const server = await testServer();
  const made = await makeBoard(server);
  const siri = await join(server, made, 'facilitator', { name: 'Siri' });
  const asKari = await join(server, made, 'participant');
  const kari = await open(server, asKari);
  kari.write('borte');
  await acknowledged(kari);
  await server.delete(pathOf(made, asKari), siri.token);
  const versions = `/api/boards/${made.board.id}/versions`;
  const { body } = await server.get<{ versions: { id: string; kind: string }[] }>(versions, siri.token);
  expect(body.versions.map(({ kind }) => kind)).toEqual(['before-taking-out']);
  const restore = `${versions}/${body.versions[0]?.id}/restore`;
  expect((await server.post(restore, {}, { authorization: `Bearer ${siri.token}` })).status).toBe(200);
  expect((await open(server, siri)).texts()).toEqual(['borte']);
});

test('[L20] who goes on in another’s name has written that themselves', async () => {
  const server = await testServer();
  const made = await makeBoard(server);
  const siri = await join(server, made, 'facilitator', { name: 'Siri' });
  const [asKari, asMallory] = [
    await join(server, made, 'participant'),
    await join(server, made, 'participant', { name: 'M' }),
  ];
  const kari = await open(server, asKari);
  kari.write('Karis');
  await acknowledged(kari);
  const mallory = await RawClient.open(server.socketUrl, made.board.id);
  const copy = await mallory.openDocument(asMallory.documents.canvas, asMallory.token);
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(copy));
  forged.clientID = kari.doc.clientID;
  addNote(forged, { text: 'forfalsket' });
  // All of it, Kari's own too: what is sent again is not who sends it again's.
  mallory.update(asMallory.documents.canvas, Y.encodeStateAsUpdate(forged));
  await mallory.until(() => mallory.count(asMallory.documents.canvas, 'acknowledged') === 1);
  mallory.close();
  expect((await server.delete<Counts>(pathOf(made, asMallory), siri.token)).body).toMatchObject({ notes: 1 });
  const reader = await open(server, siri);
  expect(reader.texts()).toEqual(['Karis']);
});

test('[L18] on an anonymous board nobody’s writing is known, and none is stored as anybody’s', async () => {
  const storage = new MemoryStorage();
  const server = await testServer({ storage });
  const made = await makeBoard(server, { anonymous: true });
  const siri = await join(server, made, 'facilitator');
  const asKari = await join(server, made, 'participant');
  const kari = await open(server, asKari);
  kari.write('anonymt');
  await acknowledged(kari);
  expect(await storage.spans(asKari.documents.canvas)).toEqual([]);
  for (const answer of [
    await server.get(pathOf(made, asKari), siri.token),
    await server.delete(pathOf(made, asKari), siri.token),
  ])
    expect(codeOf(answer)).toBe('anonymous-board');
});

test.each([1, 2, 3, 4, 5, 6])(
  '[L21] whatever several people type, what others typed stays and no letter of one stays (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const pick = (most: number) => Math.floor(random() * most);
    const server = await testServer();
    const made = await makeBoard(server);
    const siri = await join(server, made, 'facilitator', { name: 'Siri' });
    const letters = ['k', 'o', 'l'];
    const joined = await Promise.all(letters.map((name) => join(server, made, 'participant', { name })));
    const clients = await Promise.all(joined.map((one) => open(server, one)));
    const typed = letters.map(() => 0);
    for (let step = 0; step < 60; step += 1) {
      const who = pick(clients.length);
      const [client, letter] = [clients[who], letters[who]];
      if (client === undefined || letter === undefined) throw new Error('There are as many.');
      const ids = [...recordsOf(client.doc).keys()];
      const id = ids[pick(ids.length)];
      const times = 1 + pick(4);
      typed[who] = (typed[who] ?? 0) + times;
      if (id === undefined || random() < 0.2) addNote(client.doc, { text: letter.repeat(times) });
      else typeInto(client.doc, id, (length) => pick(length + 1), letter.repeat(times));
      if (random() < 0.5) await acknowledged(client);
    }
    await Promise.all(clients.map(acknowledged));
    const [asK] = joined;
    if (asK === undefined) throw new Error('Somebody joined.');
    expect((await server.delete(pathOf(made, asK), siri.token)).status).toBe(200);
    const reader = await open(server, siri);
    const all = reader.texts().join('');
    const counted = letters.map((letter) => all.split(letter).length - 1);
    expect(counted).toEqual([0, typed[1], typed[2]]);
  },
);

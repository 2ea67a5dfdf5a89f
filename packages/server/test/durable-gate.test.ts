import { addNote, LIMITS, readNotes } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { DurableGate } from '../src/sync/durable-gate.ts';
import { StorageCorrupt } from '../src/storage/storage-error.ts';
import { ControlledStorage } from './controlled-storage.ts';
import { RawClient } from './raw-client.ts';
import { codeOf, join, makeBoard, testServer } from './test-server.ts';
import { acknowledged, until, yjsClient } from './yjs-client.ts';

async function workshop() {
  const storage = new ControlledStorage();
  const server = await testServer({ storage });
  const board = await makeBoard(server);
  const kari = await join(server, board, 'participant', { name: 'Kari' });
  const ola = await join(server, board, 'participant', { name: 'Ola' });
  const open = async (person: typeof kari) => {
    const client = await RawClient.open(server.socketUrl, board.board.id);
    await client.openDocument(kari.documents.canvas, person.token);
    return client;
  };
  return { storage, server, board, kari, ola, open, canvas: kari.documents.canvas, plan: kari.documents.plan };
}

/** An update that adds one note to an empty document. */
function noteUpdate(text: string): Uint8Array {
  const doc = new Y.Doc();
  addNote(doc, { text });
  return Y.encodeStateAsUpdate(doc);
}

/** Comes back when the server has handled all that was sent before, by the answer to a question about another document. */
async function roundTrip(client: RawClient, document: string): Promise<void> {
  const before = client.count(document, 'difference');
  client.askState(document);
  await client.until(() => client.count(document, 'difference') > before);
}

test('[S7] an acknowledgement and a broadcast leave only when the update is on disk', async () => {
  const { storage, kari, ola, open, canvas, plan } = await workshop();
  const [writer, reader] = [await open(kari), await open(ola)];
  await writer.openDocument(plan, kari.token);
  await reader.openDocument(plan, ola.token);
  const release = storage.hold();
  const appended = storage.nextAppend();
  writer.update(canvas, noteUpdate('hei'));
  await appended;
  await roundTrip(writer, plan);
  await roundTrip(reader, plan);
  expect(writer.count(canvas, 'acknowledged')).toBe(0);
  expect(reader.count(canvas, 'update')).toBe(0);
  release();
  await writer.until(() => writer.count(canvas, 'acknowledged') === 1);
  await reader.until(() => reader.count(canvas, 'update') === 1);
});

test('[S7] who comes in meanwhile is told nothing that is not on disk', async () => {
  const { storage, kari, ola, open, canvas, plan, server, board } = await workshop();
  const writer = await open(kari);
  const release = storage.hold();
  const appended = storage.nextAppend();
  writer.update(canvas, noteUpdate('hei'));
  await appended;
  const newcomer = await RawClient.open(server.socketUrl, board.board.id);
  const opening = newcomer.openDocument(canvas, ola.token);
  await newcomer.openDocument(plan, ola.token);
  expect(newcomer.count(canvas, 'difference')).toBe(0);
  release();
  expect(readNotes(await opening)).toHaveLength(1);
});

test('[S7] an answer over HTTP waits for the disk too', async () => {
  const { storage, kari, open, canvas, server, board } = await workshop();
  const writer = await open(kari);
  const release = storage.hold();
  const appended = storage.nextAppend();
  writer.update(canvas, noteUpdate('hei'));
  await appended;
  let isAnswered = false;
  const answer = fetch(`${server.url}/api/boards/${board.board.id}/documents/canvas/state`, {
    headers: { authorization: `Bearer ${kari.token}` },
  });
  void answer.then(() => (isAnswered = true));
  await server.get('/livez');
  expect(isAnswered).toBe(false);
  release();
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, new Uint8Array(await (await answer).arrayBuffer()));
  expect(readNotes(doc).map(({ text }) => text)).toEqual(['hei']);
});

test('[S8] all updates of a turn are one transaction, and what comes during a commit is the next', async () => {
  const { storage, kari, open, canvas } = await workshop();
  const writer = await open(kari);
  const release = storage.hold();
  const appended = storage.nextAppend();
  const before = storage.appends.length;
  writer.update(canvas, noteUpdate('0'));
  await appended;
  for (let n = 1; n <= 20; n += 1) writer.update(canvas, noteUpdate(String(n)));
  release();
  await writer.until(() => writer.count(canvas, 'acknowledged') === 21);
  const sizes = storage.appends.slice(before).map((entries) => entries.length);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(21);
  expect(sizes.length).toBeLessThan(21);
});

test('[S9] after a failed commit nothing held is sent, and everybody on the document is told why', async () => {
  const { storage, kari, ola, open, canvas, server } = await workshop();
  const [writer, reader] = [await open(kari), await open(ola)];
  storage.isBroken = true;
  writer.update(canvas, noteUpdate('tapt'));
  expect((await writer.closed).refusal).toBe('storage-unavailable');
  expect((await reader.closed).refusal).toBe('storage-unavailable');
  expect(writer.count(canvas, 'acknowledged')).toBe(0);
  expect(reader.count(canvas, 'update')).toBe(0);
  const ready = await server.get('/readyz');
  expect([ready.status, codeOf(ready)]).toEqual([503, 'storage-unavailable']);
  expect((await server.get('/livez')).status).toBe(200);
});

test('[S9] while storage is down nothing opens, and what was written waits at the client and goes through later', async () => {
  const { storage, kari, ola, canvas, server } = await workshop();
  const writer = yjsClient(server.socketUrl, kari, canvas);
  await writer.synced;
  storage.isBroken = true;
  writer.write('venter');
  expect(await writer.closed).toBe('storage-unavailable');
  const refused = await RawClient.open(server.socketUrl, kari.board.id);
  expect((await refused.closed).refusal).toBe('storage-unavailable');
  storage.isBroken = false;
  await acknowledged(writer);
  const reader = yjsClient(server.socketUrl, ola, canvas);
  await until(reader, () => reader.texts().length > 0);
  expect(reader.texts()).toEqual(['venter']);
  expect((await server.get('/readyz')).status).toBe(200);
});

test('[S9] a document whose commits succeed is not disturbed by one whose commit failed', async () => {
  const { storage, kari, ola, open, canvas, plan, server, board } = await workshop();
  const bystander = await RawClient.open(server.socketUrl, board.board.id);
  await bystander.openDocument(plan, ola.token);
  const writer = await open(kari);
  storage.isBroken = true;
  writer.update(canvas, noteUpdate('tapt'));
  await writer.closed;
  await roundTrip(bystander, plan);
  expect(bystander.isOpen).toBe(true);
});

test('[S10] what a document was loaded from is not stored again', async () => {
  const { storage, kari, open, canvas } = await workshop();
  const first = await open(kari);
  first.update(canvas, noteUpdate('hei'));
  await first.until(() => first.count(canvas, 'acknowledged') === 1);
  first.close();
  await first.closed;
  const before = storage.appends.length;
  const second = await open(kari);
  second.difference(canvas, Y.encodeStateAsUpdate(new Y.Doc()));
  await second.until(() => second.count(canvas, 'acknowledged') === 1);
  expect(storage.appends.length).toBe(before);
});

test('[S11] an update whose predecessors are missing is on disk before it is acknowledged', async () => {
  const { storage, kari, open, canvas } = await workshop();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  addNote(doc, { text: 'første' });
  addNote(doc, { text: 'andre' });
  const [first, second] = updates;
  if (first === undefined || second === undefined) throw new Error('Each note is an update.');
  const writer = await open(kari);
  const before = storage.appends.length;
  writer.update(canvas, second);
  await writer.until(() => writer.count(canvas, 'acknowledged') === 1);
  expect(storage.appends.length).toBe(before + 1);

  const stored = new Y.Doc();
  const replay = async () => {
    for (const { update } of (await storage.read(canvas))?.tail ?? []) Y.applyUpdate(stored, update);
    return readNotes(stored).map(({ text }) => text);
  };
  expect(await replay()).toEqual([]);
  writer.update(canvas, first);
  await writer.until(() => writer.count(canvas, 'acknowledged') === 2);
  expect((await replay()).toSorted()).toEqual(['andre', 'første']);
});

/** A text that is typed letter by letter, each an update; nobody has the first. */
function typedBehindAGap(letters: number, letter = 'a'): { readonly lost: Uint8Array; readonly typed: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let at = 0; at <= letters; at += 1) doc.getText('typed').insert(at, at === 0 ? '-' : letter);
  const [lost, ...typed] = updates;
  if (lost === undefined) throw new Error('Each letter is an update.');
  return { lost, typed };
}

const KILOBYTES_100 = 'x'.repeat(100_000);

test('[S11] who typed hundreds of letters through a break is let through, whatever others have left waiting', async () => {
  const { kari, ola, open, canvas, storage } = await workshop();
  const [hostile, honest] = [await open(kari), await open(ola)];
  for (const update of typedBehindAGap(2, KILOBYTES_100).typed) hostile.update(canvas, update);
  await hostile.until(() => hostile.count(canvas, 'acknowledged') === 2);
  const { lost, typed } = typedBehindAGap(300);
  for (const update of typed) honest.update(canvas, update);
  honest.difference(canvas, Y.mergeUpdates([lost, ...typed]));
  await honest.until(() => honest.count(canvas, 'acknowledged') === 301 || !honest.isOpen);
  expect([honest.isOpen, hostile.isOpen]).toEqual([true, true]);
  const stored = new Y.Doc();
  for (const { update } of (await storage.read(canvas))?.tail ?? []) Y.applyUpdate(stored, update);
  expect(stored.getText('typed').toJSON()).toBe(`-${'a'.repeat(300)}`);
});

test('[S11] what waits is stored once, not again with everything that joins it', async () => {
  const { kari, open, canvas, storage } = await workshop();
  const writer = await open(kari);
  const before = storage.appends.length;
  const { typed } = typedBehindAGap(100);
  for (const update of typed) writer.update(canvas, update);
  await writer.until(() => writer.count(canvas, 'acknowledged') === 100);
  const stored = storage.appends.slice(before).flat();
  expect(stored.map(({ update }) => update.length)).toEqual(typed.map(({ length }) => length));
});

test.each([
  ['many', LIMITS.waitingUpdates, 'a'],
  ['large', 2, KILOBYTES_100],
])(
  '[S11] a client that leaves too %s updates waiting comes again with its handshake, and nobody else notices',
  async (_how, letters, letter) => {
    const { kari, ola, open, canvas } = await workshop();
    const [hostile, other] = [await open(kari), await open(ola)];
    const { typed } = typedBehindAGap(letters + 1, letter);
    for (const update of typed.slice(0, letters)) hostile.update(canvas, update);
    await hostile.until(() => hostile.count(canvas, 'acknowledged') === letters);
    for (const update of typed.slice(letters)) hostile.update(canvas, update);
    expect((await hostile.closed).refusal).toBe('too-many');
    expect(hostile.count(canvas, 'acknowledged')).toBe(letters);
    other.update(canvas, noteUpdate('hei'));
    await other.until(() => other.count(canvas, 'acknowledged') === 1);
  },
);

test('[S11] what many connections leave waiting in one document is limited together', async () => {
  const { kari, open, canvas, storage } = await workshop();
  const refusals = [];
  for (let bytes = 0; bytes <= LIMITS.documentWaitingBytes; bytes += 2 * KILOBYTES_100.length) {
    const hostile = await open(kari);
    for (const update of typedBehindAGap(2, KILOBYTES_100).typed) hostile.update(canvas, update);
    await hostile.until(() => hostile.count(canvas, 'acknowledged') === 2 || !hostile.isOpen);
    if (!hostile.isOpen) refusals.push((await hostile.closed).refusal);
  }
  expect(refusals).toEqual(['too-many']);
  const tail = (await storage.read(canvas))?.tail ?? [];
  expect(tail.reduce((sum, { update }) => sum + update.length, 0)).toBeLessThan(2 * LIMITS.documentWaitingBytes);
});

test('[S9] who waits for a document that was written during the failing commit is told, not left waiting', async () => {
  const storage = new ControlledStorage();
  const gate = new DurableGate(storage, { onCommitted: () => {}, onFailure: () => {} });
  const release = storage.hold();
  storage.isBroken = true;
  const appended = storage.nextAppend();
  gate.append('board/canvas', noteUpdate('første'));
  await appended;
  gate.append('board/canvas', noteUpdate('andre'));
  const settled = gate.settled('board/canvas');
  release();
  await expect(settled).rejects.toThrow('broken by the test');
  await gate.drained();
  expect(gate.holds('board/canvas')).toBe(false);
});

test('[S9] a damaged database is reported at once: nothing can be trusted to be stored from there on', async () => {
  const storage = new ControlledStorage();
  const reported = Promise.withResolvers<Error>();
  const server = await testServer({ storage, onCorrupt: reported.resolve });
  const board = await makeBoard(server);
  const { documents, token } = await join(server, board, 'participant');
  const client = await RawClient.open(server.socketUrl, board.board.id);
  await client.openDocument(documents.canvas, token);
  storage.append = () => Promise.reject(new StorageCorrupt('broken by the test'));
  client.update(documents.canvas, noteUpdate('hei'));
  expect(await reported.promise).toBeInstanceOf(StorageCorrupt);
  expect((await client.closed).refusal).toBe('storage-unavailable');
});

import {
  addNote,
  documentName,
  LIMITS,
  readNotes,
  writeNews,
  writeRoomNews,
  writeTold,
  type BoardId,
} from '@samtavla/protocol';
import { array, assert, asyncProperty, nat, tuple, uint8Array } from 'fast-check';
import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { frame, RawClient, syncFrame, TYPE } from './raw-client.ts';
import { drag, workshop, works, updateOf } from './workshop.ts';

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

const garbage: [string, (canvas: string) => Uint8Array | string][] = [
  ['a text', () => 'hei'],
  ['an empty frame', () => new Uint8Array()],
  ['bytes without sense', () => new Uint8Array([255, 255, 255, 255, 255])],
  ['a document with no such name', () => syncFrame('__proto__', 0, new Uint8Array([0]))],
  ['a name that is too long', () => syncFrame('b'.repeat(LIMITS.documentNameCharacters + 1), 0, new Uint8Array([0]))],
  ['a type that does not exist', (canvas) => frame(canvas, 99)],
  [
    'a broadcast that only servers send',
    (canvas) => frame(canvas, TYPE.broadcastStateless, (e) => writeVarString(e, 'x')),
  ],
  ['a sync step that does not exist', (canvas) => syncFrame(canvas, 7, new Uint8Array([0]))],
  ['an update that is none', (canvas) => syncFrame(canvas, 2, new Uint8Array([1, 2, 3, 4, 5]))],
  ['half an update', (canvas) => syncFrame(canvas, 2, updateOf((doc) => addNote(doc, { text: 'hei' })).slice(0, 30))],
  ['a difference that is none', (canvas) => syncFrame(canvas, 1, new Uint8Array([9, 9, 9]))],
  ['a state vector that is none', (canvas) => syncFrame(canvas, 0, new Uint8Array([200, 200, 200]))],
  ['something after the end', (canvas) => frame(canvas, 3, (e) => writeVarUint(e, 1))],
  ['presence that ends in the middle', () => writeTold({ doing: { cursor: { x: 1, y: 2 } } }).slice(0, -1)],
  ['presence of more than anybody does', () => new Uint8Array(LIMITS.presenceBytes + 1).fill(1).fill(0, 0, 1)],
  [
    'what only servers tell of presence: another’s number and what they do',
    () =>
      writeRoomNews({
        self: null,
        now: null,
        paceMillis: 50,
        came: [],
        left: [1],
        news: [writeNews({ id: 1, doing: { saying: 'Hei' } })],
      }),
  ],
  [
    'a document within the document',
    (canvas) =>
      syncFrame(
        canvas,
        2,
        updateOf((doc) => doc.getMap('m').set('k', new Y.Doc())),
      ),
  ],
  [
    'values nested too deep to read',
    (canvas) =>
      syncFrame(
        canvas,
        2,
        updateOf((doc) => doc.getMap('m').set('k', nested(200))),
      ),
  ],
];

test.each(garbage)('[S14] %s costs its sender the connection, and nobody else', async (_what, make) => {
  const { opened, canvas } = await workshop();
  const [bad, good] = [await opened(), await opened()];
  bad.send(make(canvas));
  expect((await bad.closed).refusal).toBe('bad-frame');
  expect(await works(good, canvas)).toBe(true);
});

test('[S14] random bytes cost at most the connection that sent them', async () => {
  const { opened, client, canvas } = await workshop();
  const good = await opened();
  const rounds = asyncProperty(
    array(uint8Array({ minLength: 2, maxLength: 200 }), { minLength: 1, maxLength: 10 }),
    async (frames) => {
      const bad = await client();
      for (const bytes of frames) bad.send(bytes);
      await bad.closed;
    },
  );
  await assert(rounds, { numRuns: 50 });
  expect(await works(good, canvas)).toBe(true);
});

test('[S14] frames that begin well and end at random cost at most the connection that sent them', async () => {
  const { opened, canvas, kari } = await workshop();
  const good = await opened();
  const bodies = array(tuple(nat({ max: 12 }), uint8Array({ maxLength: 100 })), {
    minLength: 1,
    maxLength: 10,
  });
  const rounds = asyncProperty(bodies, async (frames) => {
    const bad = await opened();
    for (const [type, body] of frames) bad.send(Buffer.concat([frame(canvas, type), body]));
    bad.send(frame(canvas, 99));
    await bad.closed;
  });
  await assert(rounds, { numRuns: 50 });
  expect(await works(good, canvas)).toBe(true);
  expect(readNotes(await good.openDocument(kari.documents.plan, kari.token))).toEqual([]);
});

test('[S15] a frame over the limit is refused by its size', async () => {
  const { opened, canvas } = await workshop();
  const [large, huge, good] = [await opened(), await opened(), await opened()];
  large.send(new Uint8Array(LIMITS.frameBytes + 1));
  expect((await large.closed).refusal).toBe('too-large');
  huge.send(new Uint8Array(3 * LIMITS.frameBytes));
  expect((await huge.closed).refusal).toBe('too-large');
  expect(await works(good, canvas)).toBe(true);
});

test('[S15] a socket names only so many documents', async () => {
  const { client, board } = await workshop();
  const greedy = await client();
  for (let n = 0; n <= LIMITS.documentsPerSocket; n += 1)
    greedy.askState(documentName({ board, kind: 'desk', owner: `p${n}` as never }));
  expect((await greedy.closed).refusal).toBe('too-many');
});

test('[S15] a socket queues only so much before it says who it is', async () => {
  const { client, canvas } = await workshop();
  const eager = await client();
  for (let n = 0; n <= LIMITS.framesBeforeAuthentication; n += 1) eager.askState(canvas);
  expect((await eager.closed).refusal).toBe('too-many');
});

test('[S15] what a socket queues before it says who it is is limited in bytes too', async () => {
  const { client, canvas } = await workshop({ limits: { bytesBeforeAuthentication: 10_000 } });
  const eager = await client();
  const note = updateOf((doc) => doc.getMap('m').set('k', 'x'.repeat(4_000)));
  for (let n = 0; n < 3; n += 1) eager.update(canvas, note);
  expect((await eager.closed).refusal).toBe('too-many');
});

test('[S15] a socket that never says who it is is closed', async () => {
  const { client } = await workshop({ limits: { authenticationMillis: 50 } });
  const silent = await client();
  expect((await silent.closed).refusal).toBe('too-many');
});

test('[S15] a reader that does not keep up is let go', async () => {
  const { server, board, opened, canvas, kari } = await workshop({
    limits: { bufferedBytes: 1024, messageBurst: 20_000 },
  });
  const reader = new RawClient(`${server.socketUrl}/${board}`);
  await reader.opened;
  await reader.openDocument(canvas, kari.token);
  reader.stopReading();
  const writer = await opened();
  // More than the operating system takes in on the way.
  const text = 'x'.repeat(1_000_000);
  for (let n = 0; n < 30; n += 1) {
    writer.update(
      canvas,
      updateOf((doc) => doc.getMap('m').set(String(n), text)),
    );
    await writer.until(() => writer.count(canvas, 'acknowledged') === n + 1);
  }
  reader.readAgain();
  await reader.closed;
  expect(await works(writer, canvas)).toBe(true);
});

test('[S16] an unknown board, an unknown session, and a page older than the server get their own codes', async () => {
  const { server, client, canvas } = await workshop();
  const lost = await RawClient.open(server.socketUrl, 'nowhere' as BoardId);
  lost.authenticate('nowhere/canvas', 'a-token-that-nobody-was-given');
  expect((await lost.closed).refusal).toBe('board-unknown');
  const stranger = await client();
  stranger.authenticate(canvas, 'a-token-that-nobody-was-given');
  expect((await stranger.closed).refusal).toBe('session-unknown');
  for (const query of ['?v=0', '?v=old', '?v=']) {
    expect((await (await client(query)).closed).refusal).toBe('version-too-old');
  }
  expect((await (await RawClient.open(server.socketUrl, 'no board' as BoardId)).closed).refusal).toBe('board-unknown');
});

test('[S35] a flood ends its socket, whatever it is made of, and nobody else is disturbed', async () => {
  const { opened, canvas, kari } = await workshop();
  const note = updateOf((doc) => addNote(doc, { text: 'hei' }));
  const floods = [
    syncFrame(canvas, 2, note),
    syncFrame(canvas, 0, new Uint8Array([0])),
    writeTold({ doing: { laser: true } }),
    drag(canvas),
    new Uint8Array([9]),
    frame(canvas, TYPE.awareness, (encoder) => writeVarUint8Array(encoder, new Uint8Array())),
  ];
  const good = await opened();
  for (const message of floods) {
    const bad = await opened();
    for (let n = 0; n < 2 * LIMITS.messageBurst; n += 1) bad.send(message);
    expect((await bad.closed).refusal).toBe('too-many');
  }
  expect(await works(good, canvas)).toBe(true);
  await good.openDocument(kari.documents.plan, kari.token);
});

test('[S35] a question for a document counts for what its answer takes: some at once are answered, a stream of them is not', async () => {
  const { opened, canvas } = await workshop({ limits: { messagesPerSecond: 1 } });
  const curious = await opened();
  const most = Math.floor(LIMITS.messageBurst / LIMITS.questionMessages);
  for (let n = 0; n < 2 * most; n += 1) curious.askState(canvas);
  expect((await curious.closed).refusal).toBe('too-many');
  expect(curious.count(canvas, 'difference')).toBeLessThanOrEqual(most);
});

test('[S35] what is large counts by its size', async () => {
  const { opened, canvas } = await workshop({
    limits: { messageBurst: LIMITS.questionMessages + 100, messagesPerSecond: 1 },
  });
  const writer = await opened();
  const large = updateOf((doc) => doc.getMap('m').set('k', 'x'.repeat(50 * LIMITS.messageBytes)));
  for (let n = 0; n < 3; n += 1) writer.update(canvas, large);
  expect((await writer.closed).refusal).toBe('too-many');
});

test('[S35] half a minute’s typing at once, and some pastes of thousands of notes, are no flood', async () => {
  const { opened, canvas } = await workshop();
  const writer = await opened();
  const paste = updateOf((doc) => {
    for (let n = 0; n < 2_000; n += 1) addNote(doc, { text: `Lapp ${n}: en setning om det vi vil få til her.` });
  });
  for (let n = 0; n < 5; n += 1) writer.update(canvas, paste);
  const doc = new Y.Doc();
  const text = doc.getText('typed');
  doc.on('update', (update: Uint8Array) => writer.update(canvas, update));
  for (let letter = 0; letter < 900; letter += 1) text.insert(letter, 'x');
  await writer.until(() => writer.count(canvas, 'acknowledged') === 905 || !writer.isOpen);
  expect(writer.count(canvas, 'acknowledged')).toBe(905);
});

test('[S15] one connection a document: a name with a session behind it is no document’s', async () => {
  const { client, kari, canvas } = await workshop();
  const many = await client();
  many.authenticate(`${canvas}\0one`, kari.token);
  expect((await many.closed).refusal).toBe('bad-frame');
});

/** Presence over real sockets: who gets it, whose it is, and what a hostile client does to the others by it. */
import { DOING_NOTHING, type JoinResponse } from '@samtavla/protocol';
import { assert, asyncProperty, uint8Array } from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { awarenessOf, RawClient } from './raw-client.ts';
import { doingOf, knownTo, namesTo } from './known-to.ts';
import { join, makeBoard, testServer, type MadeBoard } from './test-server.ts';

async function workshop(wish: Parameters<typeof makeBoard>[1] = {}, limits = {}) {
  const server = await testServer({ limits });
  const board: MadeBoard = await makeBoard(server, wish);
  const socket = async () => {
    const client = await RawClient.open(server.socketUrl, board.board.id);
    onTestFinished(() => client.close());
    return client;
  };
  const person = (name: string, role: 'participant' | 'viewer' = 'participant') =>
    join(server, board, role, wish.anonymous === true ? {} : { name });
  /** On the board's stage, and known to the others. */
  const arrive = async ({ documents, token }: JoinResponse) => {
    const client = await socket();
    await client.openDocument(documents.stage, token);
    client.tell({ doing: {} });
    await client.until(() => client.presence.length > 0);
    return client;
  };
  const come = async (name: string, role?: 'viewer') => arrive(await person(name, role));
  return { socket, person, arrive, come };
}

test('[S17] presence reaches everybody on the board, a viewer’s too and to a viewer, and leaving is told', async () => {
  const { come } = await workshop();
  const kari = await come('Kari');
  const viewer = await come('Vera', 'viewer');
  await kari.until(() => namesTo(kari).length === 2);
  viewer.tell({ doing: { cursor: { x: 1, y: 2 }, saying: 'Hei' } });
  kari.tell({ doing: { selected: ['a'] } });
  await kari.until(() => doingOf(kari, 'Vera')?.saying === 'Hei');
  await viewer.until(() => doingOf(viewer, 'Kari')?.selected.length === 1);
  expect(doingOf(kari, 'Vera')?.cursor).toEqual({ x: 1, y: 2 });
  viewer.close();
  await kari.until(() => namesTo(kari).length === 1);
});

test('[S32] presence is for those who were let in to the stage: nobody else tells or is told anything', async () => {
  const { come, socket, person } = await workshop();
  const kari = await come('Kari');
  const stranger = await socket();
  stranger.tell({ doing: { saying: 'Hei' } });
  const elsewhere = await socket();
  const { documents, token } = await person('Ola');
  elsewhere.tell({ doing: { saying: 'Hei' } });
  await elsewhere.openDocument(documents.canvas, token);
  const siri = await come('Siri');
  await kari.until(() => namesTo(kari).length === 2);
  expect([namesTo(kari), namesTo(siri)]).toEqual([
    ['Kari', 'Siri'],
    ['Kari', 'Siri'],
  ]);
  expect([stranger.presence, elsewhere.presence]).toEqual([[], []]);
  // What was told before the door was open is known behind it.
  await elsewhere.openDocument(documents.stage, token);
  await kari.until(() => doingOf(kari, 'Ola')?.saying === 'Hei');
});

test('[S32] on an anonymous board presence has numbers alone', async () => {
  const { come } = await workshop({ anonymous: true });
  const [one] = [await come(''), await come('')];
  await one.until(() => knownTo(one).size === 2);
  expect([...knownTo(one)]).toEqual([1, 2].map((id) => [id, { name: null, person: null, doing: DOING_NOTHING }]));
});

test('[S32] a socket is one person with one number: a second token gives no second', async () => {
  const { come, person, arrive } = await workshop();
  const kari = await come('Kari');
  const joined = await person('Ola');
  const ola = await arrive(joined);
  const { token } = await person('Siri');
  ola.authenticate(joined.documents.stage, token);
  ola.tell({ doing: { saying: 'Jeg er Siri' } });
  await kari.until(() => doingOf(kari, 'Ola')?.saying === 'Jeg er Siri');
  expect(namesTo(kari)).toEqual(['Kari', 'Ola']);
});

test('[S32] a hundred thousand made-up people are nobody, and cost nobody anything', async () => {
  const { come, person, socket } = await workshop();
  const kari = await come('Kari');
  const { documents, token } = await person('Ola');
  const hostile = await socket();
  await hostile.openDocument(documents.stage, token);
  const before = process.memoryUsage().heapUsed;
  for (let first = 0; first < 100_000; first += 1_000) hostile.send(awarenessOf(documents.stage, first, 1_000));
  hostile.tell({ doing: { saying: 'Ferdig' } });
  await kari.until(() => doingOf(kari, 'Ola')?.saying === 'Ferdig');
  expect(namesTo(kari)).toEqual(['Kari', 'Ola']);
  expect([kari.count(documents.stage, 'awareness'), hostile.isOpen]).toEqual([0, true]);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 1024 * 1024);
});

test('[S14] random presence costs at most the connection that sent it', async () => {
  const { come } = await workshop();
  const kari = await come('Kari');
  let told = 0;
  const rounds = asyncProperty(uint8Array({ maxLength: 60 }), async (bytes) => {
    const bad = await come('Ola');
    bad.send(Uint8Array.of(0, 1, ...bytes));
    bad.send(Uint8Array.of(0, 1));
    expect((await bad.closed).refusal).toBe('bad-frame');
    told += 1;
  });
  await assert(rounds, { numRuns: process.env['VERIFY'] === '1' ? 1_000 : 50 });
  expect(told).toBeGreaterThan(0);
  await kari.until(() => namesTo(kari).length === 1);
  const siri = await come('Siri');
  siri.tell({ doing: { saying: 'Hei' } });
  await kari.until(() => doingOf(kari, 'Siri')?.saying === 'Hei');
});

test('[S34] a client that never reads while fifty move is told nothing more, and disturbs nobody', async () => {
  const { come, person, arrive } = await workshop({}, { bufferedBytes: 100_000_000 });
  const joined = await person('Døv');
  const { canvas } = joined.documents;
  const [deaf, writer] = [await arrive(joined), await come('Skriver')];
  for (const one of [deaf, writer]) await one.openDocument(canvas, joined.token);
  deaf.stopReading();
  // More than the operating system takes in on the way.
  for (let n = 0; n < 12; n += 1) {
    const doc = new Y.Doc();
    doc.getMap('m').set(String(n), 'x'.repeat(1_000_000));
    writer.update(canvas, Y.encodeStateAsUpdate(doc));
  }
  await writer.until(() => writer.count(canvas, 'acknowledged') === 12);
  const people: RawClient[] = [];
  while (people.length < 50) people.push(await come(`Person ${people.length}`));
  for (let round = 0; round < 20; round += 1) {
    for (const [n, one] of people.entries()) one.tell({ doing: { cursor: { x: round, y: n } } });
    await writer.until(() => doingOf(writer, 'Person 49')?.cursor?.x === round);
  }
  expect(people.every(({ isOpen }) => isOpen)).toBe(true);
  const before = deaf.presence.length;
  deaf.readAgain();
  await deaf.until(() => doingOf(deaf, 'Person 49')?.cursor?.x === 19);
  expect(namesTo(deaf)).toHaveLength(52);
  expect(deaf.presence.length - before).toBeLessThan(5);
});

test('[S34] of a line that is dead without saying so, the others are told within seconds', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { come } = await workshop();
  const kari = await come('Kari');
  const ola = await come('Ola');
  await kari.until(() => namesTo(kari).length === 2);
  ola.stopReading();
  for (let seconds = 0; seconds < 12; seconds += 1) {
    vi.advanceTimersByTime(1_000);
    // Kari's answers are on their way meanwhile.
    kari.tell({ doing: { saying: String(seconds) } });
    const siri = await come('Siri');
    siri.close();
  }
  await kari.until(() => !namesTo(kari).includes('Ola'));
  expect(kari.isOpen).toBe(true);
});

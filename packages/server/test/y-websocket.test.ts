/** The real y-websocket provider, as a script of somebody's own uses it. */
import {
  addNote,
  documentName,
  LIMITS,
  readNotes,
  refusalOfClose,
  type JoinResponse,
  type RefusalCode,
} from '@samtavla/protocol';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { EventEmitter } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { ServerOptions } from '../src/server.ts';
import { YWebsocketLine } from '../src/sync/y-websocket-line.ts';
import { ControlledStorage } from './controlled-storage.ts';
import { RawClient } from './raw-client.ts';
import { join, makeBoard, testServer } from './test-server.ts';
import { drag } from './workshop.ts';
import { until, yjsClient } from './yjs-client.ts';

type Options = NonNullable<ConstructorParameters<typeof WebsocketProvider>[3]>;

type PlainClient = {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly synced: Promise<void>;
  readonly closed: Promise<RefusalCode | null>;
  /** What it was told that it may not. */
  readonly denied: Promise<string>;
  write(text: string): void;
  texts(): string[];
  until(holds: () => boolean): Promise<void>;
};

async function workshop(options: Partial<ServerOptions> = {}) {
  const server = await testServer(options);
  const board = await makeBoard(server);
  const [kari, viewer, facilitator] = [
    await join(server, board, 'participant'),
    await join(server, board, 'viewer'),
    await join(server, board, 'facilitator'),
  ];
  const plain = (how: Options, id: string = board.board.id) => plainClient(server.url, id, how);
  const by = ({ token }: Pick<JoinResponse, 'token'>) => plain({ protocols: [`token.${token}`] });
  return { server, board: board.board.id, kari, viewer, facilitator, plain, by };
}

function plainClient(url: string, board: string, options: Options): PlainClient {
  const doc = new Y.Doc();
  const [synced, closed, denied] = [
    Promise.withResolvers<void>(),
    Promise.withResolvers<RefusalCode | null>(),
    Promise.withResolvers<string>(),
  ];
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/y`, `${board}/canvas`, doc, {
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
    connect: false,
    ...options,
  });
  provider.on('sync', () => synced.resolve());
  provider.on('connection-close', (event) => {
    closed.resolve(event && refusalOfClose(event.code));
    // It would come again for ever.
    provider.shouldConnect = false;
  });
  provider.messageHandlers[2] = (_encoder: unknown, decoder: { arr: Uint8Array }) =>
    denied.resolve(Buffer.from(decoder.arr).toString('utf8').slice(3));
  provider.connect();
  onTestFinished(() => provider.destroy());
  const texts = () => readNotes(doc).map(({ text }) => text);
  const untilHolds = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => (holds() ? (doc.off('update', look), resolve()) : undefined);
      doc.on('update', look);
      look();
    });
  return {
    doc,
    provider,
    synced: synced.promise,
    closed: closed.promise,
    denied: denied.promise,
    write: (text) => void addNote(doc, { text }),
    texts,
    until: untilHolds,
  };
}

test('[S80] a y-websocket client shares the canvas with everybody, both ways, and what it writes is stored', async () => {
  const { server, kari, by } = await workshop();
  const own = yjsClient(server.socketUrl, kari, kari.documents.canvas);
  await own.synced;
  own.write('fra tavla');
  const plain = by(kari);
  await plain.until(() => plain.texts().includes('fra tavla'));
  plain.write('fra et skript');
  await until(own, () => own.texts().includes('fra et skript'));
  own.write('igjen');
  await plain.until(() => plain.texts().length === 3);
  expect(own.texts()).toEqual(['fra et skript', 'fra tavla', 'igjen']);
});

test('[S80] two y-websocket clients see each other’s notes, and come back to what was written', async () => {
  const { kari, by } = await workshop();
  const [one, two] = [by(kari), by(kari)];
  await Promise.all([one.synced, two.synced]);
  one.write('en');
  await two.until(() => two.texts().includes('en'));
  two.provider.disconnect();
  one.write('to');
  two.write('tre');
  two.provider.connect();
  await Promise.all([one, two].map((each) => each.until(() => each.texts().length === 3)));
  expect(two.texts().toSorted()).toEqual(['en', 'to', 'tre']);
});

test('[S80] nothing of it is sent on before it is on disk', async () => {
  const storage = new ControlledStorage();
  const { server, kari, by } = await workshop({ storage });
  const reader = yjsClient(server.socketUrl, kari, kari.documents.canvas);
  const plain = by(kari);
  await Promise.all([reader.synced, plain.synced]);
  storage.isBroken = true;
  plain.write('blir borte');
  expect(await plain.closed).toBe('storage-unavailable');
  expect(reader.texts()).toEqual([]);
});

test('[S81] a viewer’s y-websocket client reads, changes nothing, and is told so', async () => {
  const { server, kari, viewer, by } = await workshop();
  const reader = by(viewer);
  await reader.synced;
  reader.write('smuglet');
  expect(await reader.denied).toContain('not-allowed');
  const own = yjsClient(server.socketUrl, kari, kari.documents.canvas);
  await own.synced;
  own.write('lovlig');
  await reader.until(() => reader.texts().includes('lovlig'));
  expect(own.texts()).toEqual(['lovlig']);
});

test('[S81] closing the link closes it, with the code', async () => {
  const { server, board, kari, facilitator, by } = await workshop();
  const plain = by(kari);
  await plain.synced;
  await server.delete(`/api/boards/${board}/links/participant`, facilitator.token);
  expect(await plain.closed).toBe('link-closed');
});

test('[S81] without a session, by another board’s and on no board it is closed with its code', async () => {
  const { server, board, kari, plain } = await workshop();
  const elsewhere = await makeBoard(server);
  const foreign = await join(server, elsewhere, 'facilitator');
  expect(await plain({}).closed).toBe('session-unknown');
  for (const token of ['a-token-that-nobody-was-given', foreign.token])
    expect(await plain({ protocols: [`token.${token}`] }).closed).toBe('session-unknown');
  const known = { protocols: [`token.${kari.token}`] };
  expect(await plain(known, 'nowhere').closed).toBe('board-unknown');
  expect(await plain(known, 'no board').closed).toBe('board-unknown');
  expect(await plain({ ...known, params: { v: '0' } }, board).closed).toBe('version-too-old');
});

test('[S82] the token comes as a subprotocol, and in the query only where that is switched on', async () => {
  const { kari, plain } = await workshop();
  expect(await plain({ params: { token: kari.token } }).closed).toBe('session-unknown');
  const open = await workshop({ allowTokenInQuery: true });
  await open.plain({ params: { token: open.kari.token } }).synced;
  await open.by(open.kari).synced;
});

test('[S82] who offers another protocol beside the token is answered with that, so that no answer holds the token', async () => {
  const { server, board, kari } = await workshop();
  const answered = (protocols: string[]) =>
    new Promise<string>((resolve, reject) => {
      const ws = new WebSocket(`${server.url.replace('http', 'ws')}/y/${board}/canvas`, protocols);
      ws.once('error', reject).once('open', () => (resolve(ws.protocol), ws.terminate()));
    });
  expect(await answered([`token.${kari.token}`, 'yjs'])).toBe('yjs');
  expect(await answered([`token.${kari.token}`])).toBe(`token.${kari.token}`);
});

const TOO_MUCH: [string, (board: string) => Uint8Array | string, RefusalCode][] = [
  ['a text', () => 'hei', 'bad-frame'],
  ['nothing', () => new Uint8Array(), 'bad-frame'],
  ['a token frame of Hocuspocus’', () => new Uint8Array([2, 0, 1, 65]), 'bad-frame'],
  ['a drag message', () => new Uint8Array([5, 1, 65]), 'bad-frame'],
  ['a ping of Hocuspocus’', () => new Uint8Array([9]), 'bad-frame'],
  ['an update that is none', () => new Uint8Array([0, 2, 3, 1, 2, 3]), 'bad-frame'],
  ['a frame of the board app’s', (board) => frameOf(board), 'bad-frame'],
  ['a frame over the limit', () => new Uint8Array(LIMITS.frameBytes + 1), 'too-large'],
];
const frameOf = (board: string) => Buffer.from(`\u0000${documentName({ board: board as never, kind: 'plan' })}`);

test.each(TOO_MUCH)('[S83] %s costs it the connection, and nobody else', async (_what, make, code) => {
  const { server, board, kari, by } = await workshop();
  const good = by(kari);
  await good.synced;
  const ws = new WebSocket(`${server.url.replace('http', 'ws')}/y/${board}/canvas`, [`token.${kari.token}`]);
  const closed = new Promise<number>((resolve) => ws.once('close', resolve));
  ws.once('open', () => ws.send(make(board)));
  expect(refusalOfClose(await closed)).toBe(code);
  const own = yjsClient(server.socketUrl, kari, kari.documents.canvas);
  await own.synced;
  good.write('hei');
  await until(own, () => own.texts().includes('hei'));
});

test('[S83] a flood of its presence ends it', async () => {
  const { kari, by } = await workshop({ limits: { messageBurst: LIMITS.questionMessages + 20, messagesPerSecond: 1 } });
  const noisy = by(kari);
  await noisy.synced;
  for (let n = 0; n < 40; n += 1) noisy.provider.awareness.setLocalState({ n });
  expect(await noisy.closed).toBe('too-many');
});

test('[S84] where others are pinged it gets a sign of life that changes nothing: silence it would take for a dead line', () => {
  const sent: Uint8Array[] = [];
  const ws = Object.assign(new EventEmitter(), { send: (bytes: Uint8Array) => sent.push(bytes) });
  new YWebsocketLine(ws as unknown as WebSocket, 'board/canvas').send(new Uint8Array([9]));
  const awareness = new Awareness(new Y.Doc());
  onTestFinished(() => awareness.destroy());
  const decoder = createDecoder(sent[0] ?? new Uint8Array());
  expect([sent.length, readVarUint(decoder)]).toEqual([1, 1]);
  applyAwarenessUpdate(awareness, readVarUint8Array(decoder), null);
  expect(awareness.getStates().size).toBe(1);
});

test('[S84] its presence reaches nobody, and nobody’s reaches it, nor drags and pings it would not understand', async () => {
  const { server, board, kari, by } = await workshop();
  const [one, two] = [by(kari), by(kari)];
  await Promise.all([one.synced, two.synced]);
  const raw = await RawClient.open(server.socketUrl, board);
  onTestFinished(() => raw.close());
  for (const name of [kari.documents.canvas, kari.documents.stage]) await raw.openDocument(name, kari.token);
  const heard: number[] = [];
  two.provider.ws?.addEventListener('message', ({ data }: { data: unknown }) =>
    heard.push(new Uint8Array(data as ArrayBuffer)[0] ?? -1),
  );
  one.provider.awareness.setLocalStateField('cursor', { x: 1 });
  raw.tell({ doing: { cursor: { x: 1, y: 2 }, saying: 'Hei' } });
  raw.send(drag(kari.documents.canvas));
  await raw.until(() => raw.presence.length > 0);
  one.write('sist');
  await two.until(() => two.texts().includes('sist'));
  expect([...two.provider.awareness.getStates().keys()]).toEqual([two.doc.clientID]);
  expect(raw.presence.flatMap(({ came }) => came)).toHaveLength(1);
  expect(raw.count(kari.documents.canvas, 'awareness')).toBe(0);
  expect(new Set(heard)).toEqual(new Set([0]));
});

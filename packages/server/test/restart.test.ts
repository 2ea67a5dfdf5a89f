/** A server that is told to stop while people write: what is refused when, and that nobody loses a letter. */
import { createServer, connect as connectTo, type Socket } from 'node:net';
import { addNote, readNotes, recordsOf, type JoinResponse } from '@samtavla/protocol';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { PostgresServer } from './postgres-server.ts';
import { serverProcess, type ServerProcess } from './server-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { clientOf, codeOf, join, makeBoard, SECRET_KEY } from './test-server.ts';
import { workshop, works } from './workshop.ts';
import { acknowledged, until, yjsClient, type YjsClient } from './yjs-client.ts';

/** For three processes that start one after the other on a busy machine. */
const STARTS_MILLIS = 90_000;

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await PostgresServer.start();
});
afterAll(() => postgres.remove());

test('[O5] who retires is not ready and lets no new socket in; those who are here go on', async () => {
  const { server, board, opened, kari, canvas } = await workshop();
  const here = await opened();
  server.retire();
  const readiness = await server.get('/readyz');
  expect([readiness.status, codeOf(readiness)]).toEqual([503, 'shutting-down']);
  for (const path of [`sync/${board}`, `y/${board}/canvas`])
    expect(await statusOfUpgrade(`${server.url.replace('http', 'ws')}/${path}`, kari.token)).toBe(503);
  expect(await works(here, canvas)).toBe(true);
  expect((await server.get(`/api/boards/${board}`, kari.token)).status).toBe(200);
  expect((await server.get('/livez')).status).toBe(200);
  await server.close();
  expect((await here.closed).refusal).toBe('shutting-down');
});

/** What a proxy sees, and by which it asks another server: an answer in the place of a socket. */
const statusOfUpgrade = (url: string, token: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const ws = new WebSocket(url, [`token.${token}`]);
    ws.on('unexpected-response', (request, { statusCode }) => {
      resolve(statusCode);
      request.destroy();
    });
    ws.on('error', () => {});
  });

/** Types one letter after the other into one note, whatever becomes of the line. */
class Typist {
  readonly #client: YjsClient;
  readonly #text: Y.XmlText;
  readonly #timer: NodeJS.Timeout;
  typed = '';

  constructor(client: YjsClient) {
    this.#client = client;
    const id = addNote(client.doc, { text: '' });
    const fragment = recordsOf(client.doc).get(id)?.get('text') as Y.XmlFragment;
    this.#text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    this.#timer = setInterval(() => this.#type(), 10);
    onTestFinished(() => clearInterval(this.#timer));
  }

  #type(): void {
    const letter = 'abcdefghijklmnopqrstuvwxyzæøå'[this.typed.length % 29] ?? '';
    this.typed += letter;
    this.#text.insert(this.#text.length, letter);
  }

  /** Resolves when so many more letters are acknowledged. */
  async goesOn(letters: number): Promise<void> {
    const goal = this.typed.length + letters;
    await until(this.#client, () => this.typed.length - this.#client.provider.unsyncedChanges >= goal);
  }

  async ends(): Promise<string> {
    clearInterval(this.#timer);
    await acknowledged(this.#client);
    return this.typed;
  }
}

/** What somebody finds who was never there before. */
async function found(port: number, joined: JoinResponse): Promise<string> {
  const { url } = clientOf(port);
  const answer = await fetch(`${url}/api/boards/${joined.board.id}/documents/canvas/state`, {
    headers: { authorization: `Bearer ${joined.token}` },
  });
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, new Uint8Array(await answer.arrayBuffer()));
  return readNotes(doc)[0]?.text ?? '';
}

function launched(env: Record<string, string>): ServerProcess {
  const process = serverProcess({ LOG_LEVEL: 'error', ...env });
  onTestFinished(async () => void (await process.kill('SIGKILL')));
  return process;
}

test('[O6] a server is restarted under a typing hand, and no letter is lost', { timeout: STARTS_MILLIS }, async () => {
  const dataDir = temporaryDirectory();
  let process = launched({ DATA_DIR: dataDir });
  const port = await process.port;
  const server = clientOf(port);
  const kari = await join(server, await makeBoard(server), 'participant');
  const client = yjsClient(server.socketUrl, kari, kari.documents.canvas);
  await client.synced;
  const typist = new Typist(client);
  for (let restart = 0; restart < 2; restart += 1) {
    await typist.goesOn(50);
    expect((await process.kill('SIGTERM')).code).toBe(0);
    process = launched({ DATA_DIR: dataDir, PORT: String(port) });
    await process.port;
  }
  await typist.goesOn(50);
  const typed = await typist.ends();
  expect(await found(port, kari)).toBe(typed);
  expect(typed.length).toBeGreaterThan(150);
});

test(
  '[O6] a server is replaced by another on the same database, and no letter is lost',
  { timeout: STARTS_MILLIS },
  async () => {
    const url = await postgres.newDatabase();
    const node = (): ServerProcess =>
      launched({ DATA_DIR: temporaryDirectory(), DATABASE_URL: url, SECRET_KEY, DRAIN_SECONDS: '1' });
    const first = node();
    const nodes = [await first.port];
    const port = await balanced(nodes);
    const server = clientOf(port);
    const kari = await join(server, await makeBoard(server), 'participant');
    const client = yjsClient(server.socketUrl, kari, kari.documents.canvas);
    await client.synced;
    const typist = new Typist(client);
    await typist.goesOn(50);
    nodes.push(await node().port);
    expect((await first.kill('SIGTERM')).code).toBe(0);
    expect(await client.closed).toBe('shutting-down');
    await typist.goesOn(50);
    const typed = await typist.ends();
    expect(await found(port, kari)).toBe(typed);
  },
);

/** A proxy that gives each new connection to the first server that says it is ready. */
async function balanced(ports: readonly number[]): Promise<number> {
  const open = new Set<Socket>();
  const proxy = createServer((near) => void relay(near, ports, open));
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    proxy.close();
  });
  return (proxy.address() as { port: number }).port;
}

async function relay(near: Socket, ports: readonly number[], open: Set<Socket>): Promise<void> {
  near.on('error', () => near.destroy());
  const ready = await Promise.all(
    ports.map((port) =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  );
  const port = ports.find((_port, at) => ready[at] === true);
  if (port === undefined) return void near.destroy();
  const far = connectTo(port, '127.0.0.1');
  far.on('error', () => near.destroy());
  for (const socket of [near, far]) open.add(socket);
  near.pipe(far).pipe(near);
}

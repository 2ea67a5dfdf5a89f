/** What a board does when its storage is full, and when what is stored is damaged. */
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { compact } from '../src/sync/compaction.ts';
import { ControlledStorage } from './controlled-storage.ts';
import { PostgresServer } from './postgres-server.ts';
import { postgresStorage, sqliteStorage, type RealStorage } from './real-storage.ts';
import { codeOf, join, makeBoard, testServer } from './test-server.ts';
import { acknowledged, until, yjsClient } from './yjs-client.ts';

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await PostgresServer.start();
});
afterAll(() => postgres.remove());

/** More than a page of the database, so that there is no room for it by chance. */
const LONG = 'x'.repeat(20_000);

describe.each([
  ['SQLite', sqliteStorage],
  ['Postgres', () => postgresStorage(postgres)],
])('%s', (_name, open: () => Promise<RealStorage>) => {
  async function workshop() {
    const real = await open();
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
    const server = await testServer({ storage: real.storage, log });
    const board = await makeBoard(server);
    const [kari, ola] = [await join(server, board, 'participant'), await join(server, board, 'participant')];
    return { ...real, lines, server, board, kari, ola, canvas: kari.documents.canvas, plan: kari.documents.plan };
  }

  test('[S65] on a full disk nothing is acknowledged, and what was written goes through when there is room', async () => {
    const { server, kari, ola, canvas, fill, free, storage } = await workshop();
    const writer = yjsClient(server.socketUrl, kari, canvas);
    await writer.synced;
    writer.write('før');
    await acknowledged(writer);
    const before = await storage.read(canvas);
    await fill();
    writer.write(LONG);
    expect(await writer.closed).toBe('storage-unavailable');
    // A probe is small and goes in; the next large write finds it out again.
    await vi.waitFor(async () => expect(codeOf(await server.get('/readyz'))).toBe('storage-unavailable'));
    writer.write('mens den var full');
    expect(writer.provider.unsyncedChanges).toBeGreaterThan(0);
    expect(await storage.read(canvas)).toEqual(before);
    await free();
    await acknowledged(writer);
    const reader = yjsClient(server.socketUrl, ola, canvas);
    await until(reader, () => reader.texts().length === 3);
    expect(new Set(reader.texts())).toEqual(new Set(['før', LONG, 'mens den var full']));
  });

  test.each([
    ['a snapshot', "INSERT INTO snapshot (document, version, state) VALUES ('%', 1, BYTES)"],
    ['a row', "INSERT INTO log (document, entry) VALUES ('%', BYTES)"],
    ['a row that has become zeros', "UPDATE log SET entry = ZEROS WHERE document = '%'"],
  ])('[S66] %s that is damaged costs its document alone, loudly, and is not written over', async (_what, sql) => {
    const { server, kari, canvas, plan, run, nonsense, storage, lines } = await workshop();
    await run(sql.replace('%', canvas).replace('BYTES', nonsense).replace('ZEROS', nonsense.replaceAll('f', '0')));
    const before = await storage.read(canvas);
    const writer = yjsClient(server.socketUrl, kari, canvas);
    writer.write('over det som er skadet');
    expect(await writer.denied).toBe('document-damaged');
    const bystander = yjsClient(server.socketUrl, kari, plan);
    await bystander.synced;
    const answer = await server.get(`/api/boards/${kari.board.id}/documents/canvas/state`, kari.token);
    expect(codeOf(answer)).toBe('document-damaged');
    await expect(compact(storage, canvas)).rejects.toBeInstanceOf(Error);
    expect(await storage.read(canvas)).toEqual(before);
    expect(lines.filter((line) => line.includes('cannot be read') && line.includes(canvas)).length).toBeGreaterThan(1);
    expect((await server.get('/readyz')).status).toBe(200);
  });
});

test('[S65] `/readyz` finds out that storage is gone where nobody writes, and that it is back', async () => {
  const storage = new ControlledStorage();
  const server = await testServer({ storage });
  storage.isBroken = true;
  expect((await server.get('/readyz')).status).toBe(503);
  storage.isBroken = false;
  await vi.waitFor(async () => expect((await server.get('/readyz')).status).toBe(200), { timeout: 10_000 });
});

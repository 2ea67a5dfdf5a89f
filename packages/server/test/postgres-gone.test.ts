/** The database goes while people write, and comes back. */
import { readNotes } from '@samtavla/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PostgresStorage } from '../src/storage/postgres/postgres-storage.ts';
import { PostgresServer } from './postgres-server.ts';
import { RawClient } from './raw-client.ts';
import { codeOf, join, makeBoard, testServer } from './test-server.ts';
import { missing, Writer } from './writer.ts';
import { acknowledged, yjsClient } from './yjs-client.ts';

const WRITERS = 4;

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await PostgresServer.start();
});
afterAll(() => postgres.remove());

test.each(['stop', 'kill'] as const)(
  '[S64] a Postgres that goes (%s) while people write loses nothing acknowledged, and what they write meanwhile goes through later',
  { timeout: 60_000 },
  async (ending) => {
    const server = await testServer({ storage: await PostgresStorage.open(await postgres.newDatabase()) });
    const board = await makeBoard(server);
    const joined = () => join(server, board, 'participant');
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, async () => Writer.start(server.socketUrl, await joined(), Math.random)),
    );
    const [kari, ola] = [await joined(), await joined()];
    const editor = yjsClient(server.socketUrl, kari, kari.documents.canvas);
    await editor.synced;
    await vi.waitUntil(() => writers.every(({ acknowledgements }) => acknowledgements > 50));

    await postgres.end(ending);
    const refusals = await Promise.all(writers.map(async (writer) => (await writer.closed).refusal));
    expect(refusals).toEqual(refusals.map(() => 'storage-unavailable'));
    const before = writers.flatMap((writer) => writer.acknowledged);
    expect(await editor.closed).toBe('storage-unavailable');
    editor.write('mens basen var nede');
    const ready = await server.get('/readyz');
    expect([ready.status, codeOf(ready)]).toEqual([503, 'storage-unavailable']);
    const newcomer = await RawClient.open(server.socketUrl, board.board.id);
    expect((await newcomer.closed).refusal).toBe('storage-unavailable');
    const answer = await server.get(`/api/boards/${board.board.id}`, ola.token);
    expect([answer.status, codeOf(answer)]).toEqual([503, 'storage-unavailable']);
    expect(editor.provider.unsyncedChanges).toBeGreaterThan(0);

    await postgres.start();
    await acknowledged(editor);
    const reader = await RawClient.open(server.socketUrl, board.board.id);
    const seen = await reader.openDocument(ola.documents.canvas, ola.token);
    expect(readNotes(seen).map(({ text }) => text)).toContain('mens basen var nede');
    expect(await missing(server, board, before)).toBe(0);
    expect((await server.get('/readyz')).status).toBe(200);
  },
);

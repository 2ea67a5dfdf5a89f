/** What only a database that several servers use can show. */
import { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { PostgresStorage } from '../src/storage/postgres/postgres-storage.ts';
import { StorageUnavailable } from '../src/storage/storage-error.ts';
import { PostgresServer } from './postgres-server.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.remove());

async function opened(url: string): Promise<PostgresStorage> {
  const storage = await PostgresStorage.open(url);
  onTestFinished(() => storage.close());
  return storage;
}

test('[M2] a row that was begun first and committed last is found all the same', async () => {
  const url = await server.newDatabase();
  const storage = await opened(url);
  const slow = new Client({ connectionString: url });
  await slow.connect();
  onTestFinished(() => slow.end());
  await slow.query("BEGIN; INSERT INTO log (document, entry) VALUES ('b/canvas', '\\x01')");
  const rows = new Set(await storage.append([{ document: 'b/canvas', update: new Uint8Array([2]) }]));
  const known = { document: 'b/canvas', version: 0, rows };
  expect((await storage.readNew([known])).size).toBe(0);
  await slow.query('COMMIT');
  const [late] = (await storage.readNew([known])).get('b/canvas')?.tail ?? [];
  expect(late?.update).toEqual(new Uint8Array([1]));
  expect(late?.row).toBeLessThan(Math.min(...rows));
});

test('[M13] of two servers one holds a name; when it dies the other may, and the first is told', async () => {
  const url = await server.newDatabase();
  const [one, other] = [await opened(url), await opened(url)];
  const begun = Promise.withResolvers<AbortSignal>();
  const lost = Promise.withResolvers<void>();
  const first = one.whileHolding('clear away', async (held) => {
    held.addEventListener('abort', () => lost.resolve());
    begun.resolve(held);
    await lost.promise;
  });
  await begun.promise;
  expect(await other.whileHolding('clear away', async () => {})).toBe(false);
  await server.run("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
  await first;
  expect((await begun.promise).aborted).toBe(true);
  expect(await other.whileHolding('clear away', async () => {})).toBe(true);
});

test('[M13] where the database is not there nobody holds a name', async () => {
  const url = await server.newDatabase();
  const storage = await opened(url);
  await server.end('stop');
  const asked = storage.whileHolding('clear away', async () => expect.unreachable('Held by nobody.'));
  await expect(asked).rejects.toBeInstanceOf(StorageUnavailable);
  await server.start();
  expect(await storage.whileHolding('clear away', async () => {})).toBe(true);
});

import { createServer, connect as connectTo, type Socket } from 'node:net';
import { join } from 'node:path';
import type { BoardId } from '@samtavla/protocol';
import { DatabaseError } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { StartError } from '../src/start-error.ts';
import { MIGRATIONS } from '../src/storage/postgres/migrations.ts';
import { openDatabase, type DatabaseOptions } from '../src/storage/postgres/open-database.ts';
import { storageError } from '../src/storage/postgres/postgres-error.ts';
import { PostgresStorage } from '../src/storage/postgres/postgres-storage.ts';
import { StorageCorrupt, StorageUnavailable } from '../src/storage/storage-error.ts';
import type { LogEntry } from '../src/storage/storage.ts';
import { PostgresServer } from './postgres-server.ts';
import { temporaryDirectory } from './temporary-directory.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.remove());

const entry = (value: number): LogEntry => ({ document: 'b/canvas', update: new Uint8Array([value]) });

async function opened(url: string, options: DatabaseOptions = {}): Promise<PostgresStorage> {
  const storage = await PostgresStorage.open(url, options);
  onTestFinished(() => storage.close());
  return storage;
}

async function stored(storage: PostgresStorage): Promise<(number | undefined)[]> {
  return (await storage.read('b/canvas'))?.tail.map(({ update }) => update[0]) ?? [];
}

/** The one line that a database which cannot be used gets. */
async function refusalOf(url: string, options: DatabaseOptions = {}): Promise<string> {
  const error: unknown = await opened(url, options).catch((reason: unknown) => reason);
  if (error instanceof StartError) return error.message;
  throw new Error(`It was opened, or broke: ${String(error)}`);
}

test.each([
  ['off', 'on'],
  ['local', 'on'],
  ['remote_apply', 'remote_apply'],
])('[S61] every commit waits for the disk, where the database says synchronous_commit %s', async (given, kept) => {
  const url = await server.newDatabase();
  await server.run(
    `ALTER ROLE postgres IN DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = ${given}`,
  );
  const pool = await openDatabase(url, {});
  onTestFinished(() => pool.end());
  const { rows } = await pool.query('SHOW synchronous_commit');
  expect(rows).toEqual([{ synchronous_commit: kept }]);
});

test('[S61] a database that does not wait for the disk is refused', async () => {
  const url = await server.newDatabase();
  const setFsync = async (value: string) => {
    await server.run(`ALTER SYSTEM SET fsync = ${value}`);
    await server.run('SELECT pg_reload_conf()');
    await vi.waitUntil(async () => (await server.run('SHOW fsync'))[0]?.['fsync'] === value);
  };
  onTestFinished(() => setFsync('on'));
  await setFsync('off');
  expect(await refusalOf(url)).toMatch(/ runs with fsync off: .* Turn it on\.$/);
});

test('[S62] servers that start at once make the schema once', async () => {
  const url = await server.newDatabase();
  const storages = await Promise.all([1, 2, 3, 4].map(() => opened(url)));
  await Promise.all(storages.map((storage, index) => storage.append([entry(index)])));
  const [first] = storages;
  expect(first && new Set(await stored(first))).toEqual(new Set([0, 1, 2, 3]));
  expect(await server.run('SELECT version FROM schema_version', url)).toEqual([{ version: MIGRATIONS.length }]);
});

test('[S40] a database from before sessions knew their link goes on: who was in is in, but by a link that was closed', async () => {
  const url = await server.newDatabase();
  await server.run(
    `CREATE TABLE schema_version (version INTEGER NOT NULL); INSERT INTO schema_version VALUES (1); ${MIGRATIONS[0]}
    INSERT INTO board VALUES ('b', 'Tavla', 'tom-tavle', 'p', 'nb', false, 1);
    INSERT INTO link VALUES ('b', 'participant', '\\x01', '\\x11', NULL), ('b', 'viewer', '\\x02', '\\x12', 5);
    INSERT INTO participant VALUES ('kari', 'b', 'Kari', NULL, NULL, NULL);
    INSERT INTO session VALUES ('\\xaa', 'kari', 'participant', 1), ('\\xbb', 'kari', 'viewer', 1);`,
    url,
  );
  const storage = await opened(url);
  expect(await storage.session(new Uint8Array([0xaa]))).toMatchObject({ link: new Uint8Array([1]), isOver: false });
  expect(await storage.session(new Uint8Array([0xbb]))).toMatchObject({ link: new Uint8Array([2]), isOver: true });
  const closed = (await storage.links('b' as BoardId)).find(({ role }) => role === 'viewer');
  expect(closed).toMatchObject({ sealed: null, closedAt: 5 });
});

test('[S62] a database from a newer version is refused, and left as it is', async () => {
  const url = await server.newDatabase();
  await (await PostgresStorage.open(url)).close();
  await server.run('UPDATE schema_version SET version = 99', url);
  expect(await refusalOf(url)).toMatch(
    / is of version 99, from a newer Samtavla; this one knows up to \d+\. Start .*$/,
  );
  expect(await server.run('SELECT version FROM schema_version', url)).toEqual([{ version: 99 }]);
});

test('[S62] a schema that cannot be made is refused, and nothing of it is left', async () => {
  const url = await server.newDatabase();
  await server.run('CREATE TABLE snapshot (theirs TEXT)', url);
  expect(await refusalOf(url)).toMatch(/ cannot be used \(relation "snapshot" already exists\)\.$/);
  const tables = await server.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", url);
  expect(tables).toEqual([{ tablename: 'snapshot' }]);
});

test('[S62] a start waits for a database that is on its way up, and says so once', async () => {
  const url = await server.newDatabase();
  await server.end('stop');
  const lines: string[] = [];
  const waiting = Promise.withResolvers<void>();
  const opening = opened(url, { onWait: (line) => waiting.resolve(void lines.push(line)) });
  await waiting.promise;
  await server.start();
  await expect((await opening).probe()).resolves.toBeUndefined();
  expect(lines).toEqual([expect.stringMatching(/ cannot be reached \(.*\)\. Waiting for it …$/)]);
});

test('[S62] a database that does not come is one line, without the password', async () => {
  const line = await refusalOf('postgres://samtavla:hemmelig@127.0.0.1:1/boards', { patienceMillis: 0 });
  expect(line).toMatch(/^The database in DATABASE_URL \(127\.0\.0\.1:1\/boards\) cannot be reached \(.*\)\.$/);
  expect(line).not.toContain('hemmelig');
});

test('[S62] what no waiting mends is not waited for', async () => {
  expect(await refusalOf(server.urlOf('nowhere'))).toMatch(
    /cannot be reached \(database "nowhere" does not exist\)\.$/,
  );
});

test.each([
  ['53100', StorageUnavailable, 'disk full'],
  ['57P01', StorageUnavailable, 'shutting down'],
  ['57P03', StorageUnavailable, 'starting'],
  ['53300', StorageUnavailable, 'too many connections'],
  ['25006', StorageUnavailable, 'a replica'],
  ['57014', StorageUnavailable, 'a statement that took too long'],
  ['58030', StorageUnavailable, 'an fsync that failed'],
  ['28P01', StorageUnavailable, 'a password that was changed'],
  ['42501', StorageUnavailable, 'a right that was taken away'],
  ['XX001', StorageCorrupt, 'a damaged page'],
  ['XX002', StorageCorrupt, 'a damaged index'],
  ['23505', DatabaseError, 'a mistake of ours'],
  ['42P01', DatabaseError, 'a mistake of ours'],
])('[S63] SQLSTATE %s is %o: %s', (code: string, expected, _what: string) => {
  const error = Object.assign(new DatabaseError('postgres', 8, 'error'), { code });
  expect(storageError(error)).toBeInstanceOf(expected);
});

test.each(['stop', 'kill'] as const)(
  '[S63] a database that is gone (%s) takes nothing and says so; back again, it has all it accepted and takes more',
  async (ending) => {
    const storage = await opened(await server.newDatabase());
    await storage.append([entry(1)]);
    await server.end(ending);
    await expect(storage.append([entry(2)])).rejects.toBeInstanceOf(StorageUnavailable);
    await expect(storage.read('b/canvas')).rejects.toBeInstanceOf(StorageUnavailable);
    await expect(storage.probe()).rejects.toBeInstanceOf(StorageUnavailable);
    await server.start();
    await storage.append([entry(3)]);
    expect(await stored(storage)).toEqual([1, 3]);
  },
);

test('[S63] a database that became read-only takes nothing, and says so', async () => {
  const url = await server.newDatabase();
  const storage = await opened(url);
  const name = new URL(url).pathname.slice(1);
  const setReadOnly = async (value: string) => {
    await server.run(`ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`);
    await server.run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  };
  await setReadOnly('on');
  await expect(storage.append([entry(1)])).rejects.toBeInstanceOf(StorageUnavailable);
  await setReadOnly('off');
  await vi.waitFor(() => storage.probe());
  expect(await stored(storage)).toEqual([]);
});

test('[S63] what waits behind a call that found the database hanging is given up with it', async () => {
  const url = await server.newDatabase();
  const storage = await opened(url, { answerMillis: 300 });
  const held = server.run('BEGIN; LOCK TABLE log; SELECT pg_sleep(3600)', url).catch(String);
  const isLocked = async () =>
    (await server.run("SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted")).length > 0;
  await vi.waitUntil(isLocked);
  const calls = [1, 2, 3, 4, 5].map((value) => storage.append([entry(value)]));
  const began = performance.now();
  const outcomes = await Promise.allSettled([...calls, storage.read('b/canvas')]);
  expect(outcomes.map((one) => one.status === 'rejected' && one.reason instanceof StorageUnavailable)).toEqual(
    outcomes.map(() => true),
  );
  // One wait, not six.
  expect(performance.now() - began).toBeLessThan(1_500);
  await server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'BEGIN; LOCK%'");
  expect(await held).toContain('terminating connection');
  await storage.append([entry(6)]);
  expect(await stored(storage)).toEqual([6]);
});

/** A line to the database on which, from `freeze` on, nothing comes through and nothing is said. */
async function frozenLine(url: string): Promise<{ readonly url: string; freeze(): void; thaw(): void }> {
  const directory = temporaryDirectory();
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const front = createServer((client) => {
    const back = connectTo(join(new URL(url).searchParams.get('host') ?? '', '.s.PGSQL.5432'));
    for (const socket of [client, back]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
      if (isFrozen) socket.pause();
    }
    if (isFrozen) return;
    client.pipe(back).pipe(client);
  });
  await new Promise<void>((resolve) => front.listen(join(directory, '.s.PGSQL.5432'), resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    front.close();
  });
  const through = new URL(url);
  through.searchParams.set('host', directory);
  return {
    url: through.href,
    freeze() {
      isFrozen = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    thaw() {
      isFrozen = false;
    },
  };
}

test('[S63] a database that says nothing at all is unavailable too, and not waited for', async () => {
  const line = await frozenLine(await server.newDatabase());
  const storage = await opened(line.url, { answerMillis: 300 });
  await storage.append([entry(1)]);
  line.freeze();
  await expect(storage.append([entry(2)])).rejects.toBeInstanceOf(StorageUnavailable);
  await expect(storage.probe()).rejects.toBeInstanceOf(StorageUnavailable);
  line.thaw();
  await storage.append([entry(3)]);
  expect((await stored(storage)).filter((value) => value !== 2)).toEqual([1, 3]);
});

import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BoardId } from '@samtavla/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { StartError } from '../src/start-error.ts';
import { StorageCorrupt, StorageUnavailable } from '../src/storage/storage-error.ts';
import { openDatabase } from '../src/storage/sqlite/open-database.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { ThreadedSqlite } from '../src/storage/sqlite/threaded-sqlite.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const THREAD = new URL('../src/storage/sqlite/database-thread.ts', import.meta.url);
const ENTRY = { document: 'b/canvas', update: new Uint8Array([1]) };

async function opened(directory: string, thread?: Worker): Promise<ThreadedSqlite> {
  const storage = await ThreadedSqlite.open(directory, thread);
  onTestFinished(() => storage.close());
  return storage;
}

test('[S72] what is called before the end is stored, and what comes after it is refused', async () => {
  const directory = temporaryDirectory();
  const storage = await opened(directory);
  const appends = Array.from({ length: 50 }, () => storage.append([ENTRY]));
  await storage.close();
  await Promise.all(appends);
  await expect(storage.append([ENTRY])).rejects.toThrow(/not open/);
  const after = new SqliteStorage(directory);
  onTestFinished(() => after.close());
  expect((await after.read(ENTRY.document))?.tail).toHaveLength(50);
});

test('[S72] a thread that ends is a storage that is unavailable, for what it was at and for all that follows', async () => {
  const directory = temporaryDirectory();
  const thread = new Worker(THREAD, { workerData: directory });
  const storage = await opened(directory, thread);
  const underWay = Array.from({ length: 2_000 }, () => storage.append([ENTRY]));
  const ended = thread.terminate();
  const outcomes = await Promise.allSettled(underWay);
  await ended;
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(refused.length).toBeGreaterThan(0);
  for (const reason of refused) expect(reason).toBeInstanceOf(StorageUnavailable);
  await expect(storage.probe()).rejects.toBeInstanceOf(StorageUnavailable);
  await expect(storage.close()).resolves.toBeUndefined();
  // The thread's end lets go of the directory, and what it had accepted is there.
  const after = await opened(directory);
  expect((await after.read(ENTRY.document))?.tail.length ?? 0).toBeGreaterThanOrEqual(2_000 - refused.length);
});

test('[S72] a thread that cannot start refuses the start', async () => {
  const broken = new Worker('throw new Error("broken by the test")', { eval: true });
  await expect(ThreadedSqlite.open(temporaryDirectory(), broken)).rejects.toBeInstanceOf(StorageUnavailable);
});

test('[S72] a directory that is in use is refused with its one line, from the thread too', async () => {
  const directory = temporaryDirectory();
  await opened(directory);
  const refused = await ThreadedSqlite.open(directory).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StartError);
  expect(refused).toMatchObject({
    message: expect.stringMatching(/^DATA_DIR is ".*", and another Samtavla is running/),
  });
});

test('[S72] what the database cannot do now is unavailable, with its cause, and the next call goes on', async () => {
  const directory = temporaryDirectory();
  const before = openDatabase(directory);
  before.database.exec(`
    CREATE TRIGGER broken BEFORE INSERT ON log WHEN NEW.document = 'b/broken' BEGIN SELECT json('no json'); END`);
  before.close();
  const storage = await opened(directory);
  const refused = await storage.append([{ ...ENTRY, document: 'b/broken' }]).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StorageUnavailable);
  expect(refused).toMatchObject({ cause: expect.objectContaining({ message: expect.stringMatching(/JSON/) }) });
  await expect(storage.append([ENTRY])).resolves.toHaveLength(1);
});

test('[S72] a damaged page is a damaged database', async () => {
  const directory = temporaryDirectory();
  const made = openDatabase(directory);
  const index = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_board_1'";
  const root = Number(made.database.prepare(index).get()?.['rootpage']);
  const size = Number(made.database.prepare('PRAGMA page_size').get()?.['page_size']);
  made.close();
  const path = join(directory, 'samtavla.db');
  const file = openSync(path, 'r+');
  writeSync(file, new Uint8Array(size).fill(0xff), 0, size, (root - 1) * size);
  closeSync(file);
  const storage = await opened(directory);
  await expect(storage.board('b' as BoardId)).rejects.toBeInstanceOf(StorageCorrupt);
});

test('[S72] a part of a larger buffer is stored as that part', async () => {
  const storage = await opened(temporaryDirectory());
  await storage.append([{ document: 'b/canvas', update: new Uint8Array([7, 8, 9, 10]).subarray(1, 3) }]);
  expect((await storage.read('b/canvas'))?.tail).toMatchObject([{ update: new Uint8Array([8, 9]) }]);
});

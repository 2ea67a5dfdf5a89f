import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BoardId } from '@samtavla/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { StartError } from '../src/start-error.ts';
import { StorageCorrupt, StorageUnavailable } from '../src/storage/storage-error.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { MIGRATIONS } from '../src/storage/sqlite/migrations.ts';
import { openDatabase } from '../src/storage/sqlite/open-database.ts';
import { storageError } from '../src/storage/sqlite/sqlite-error.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** The one line a directory that cannot be used gets. */
function refusalOf(directory: string): string {
  try {
    const storage = new SqliteStorage(directory);
    void storage.close();
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  throw new Error('It was opened.');
}

function opened(directory: string): SqliteStorage {
  const storage = new SqliteStorage(directory);
  onTestFinished(() => storage.close());
  return storage;
}

test('[S5] a second server on the same directory is refused with one line', async () => {
  const directory = temporaryDirectory();
  const first = opened(directory);
  expect(refusalOf(directory)).toMatch(/^DATA_DIR is ".*", and another Samtavla is running on it\. .*$/);
  await expect(first.probe()).resolves.toBeUndefined();
});

test('[S5] the directory is free again when the first server is gone', async () => {
  const directory = temporaryDirectory();
  await new SqliteStorage(directory).close();
  await expect(opened(directory).probe()).resolves.toBeUndefined();
});

test('[S6] a database from a newer version is refused, and left as it is', () => {
  const directory = temporaryDirectory();
  const open = openDatabase(directory);
  open.database.exec('PRAGMA user_version = 99');
  open.close();
  expect(refusalOf(directory)).toMatch(
    /samtavla\.db is of version 99, from a newer Samtavla; this one knows up to \d+\./,
  );
});

test('[S40] a database from before sessions knew their link goes on: who was in is in, but by a link that was closed', async () => {
  const directory = temporaryDirectory();
  const before = openDatabase(directory, MIGRATIONS.slice(0, 1));
  before.database.exec(`
    INSERT INTO board VALUES ('b', 'Tavla', 'tom-tavle', 'p', 'nb', 0, 1);
    INSERT INTO link VALUES ('b', 'participant', x'01', x'11', NULL), ('b', 'viewer', x'02', x'12', 5);
    INSERT INTO participant VALUES ('kari', 'b', 'Kari', NULL, NULL, NULL);
    INSERT INTO session VALUES (x'aa', 'kari', 'participant', 1), (x'bb', 'kari', 'viewer', 1);`);
  before.close();
  const storage = opened(directory);
  expect(await storage.session(new Uint8Array([0xaa]))).toMatchObject({ link: new Uint8Array([1]), isOver: false });
  expect(await storage.session(new Uint8Array([0xbb]))).toMatchObject({ link: new Uint8Array([2]), isOver: true });
  expect(await storage.links('b' as BoardId)).toMatchObject([
    { role: 'participant', sealed: new Uint8Array([0x11]), closedAt: null },
    { role: 'viewer', sealed: null, closedAt: 5 },
  ]);
});

test('[S6] a file that is no database is refused, and left as it is', () => {
  const directory = temporaryDirectory();
  const path = join(directory, 'samtavla.db');
  writeFileSync(path, 'this is no database'.repeat(500));
  expect(refusalOf(directory)).toMatch(/samtavla\.db is damaged, or no Samtavla database\. .*$/);
  expect(readFileSync(path, 'utf8')).toBe('this is no database'.repeat(500));
});

test('[S6] a directory that cannot be written to is refused', () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'file'), '');
  // A path below a file cannot be made by anyone, root included.
  expect(refusalOf(join(directory, 'file', 'data'))).toMatch(
    /^DATA_DIR is ".*", but must be a directory that the server can write to \(.*\)\.$/,
  );
});

test('[S6] a database that cannot be opened is refused', () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'samtavla.db'));
  expect(refusalOf(directory)).toMatch(/samtavla\.db cannot be opened \(.*\)\.$/);
});

test('[S6] nobody else on the machine can read what is stored', async () => {
  const directory = join(temporaryDirectory(), 'data');
  await opened(directory).probe();
  const modes = ['', 'samtavla.db'].map((name) => statSync(join(directory, name)).mode & 0o077);
  expect(modes).toEqual([0, 0]);
  expect(readdirSync(directory)).toContain('samtavla.db');
});

test('[S1] every commit waits for the disk', () => {
  const open = openDatabase(temporaryDirectory());
  onTestFinished(() => open.close());
  const { database } = open;
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  // 2 is FULL; 1, NORMAL, would lose the last commits in a power cut.
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
});

test.each([
  [13, StorageUnavailable, 'disk full'],
  [10 | (4 << 8), StorageUnavailable, 'an fsync that failed'],
  [5, StorageUnavailable, 'busy'],
  [11, StorageCorrupt, 'a damaged page'],
  [26, StorageCorrupt, 'no database'],
])('[S1] result code %i is %o: %s', (errcode: number, expected, _what: string) => {
  expect(storageError(Object.assign(new Error('sqlite'), { errcode }))).toBeInstanceOf(expected);
});

test('[S1] a closed database says unavailable or throws, and never pretends', async () => {
  const storage = new SqliteStorage(temporaryDirectory());
  await storage.close();
  await expect(storage.append([{ document: 'b/canvas', update: new Uint8Array([1]) }])).rejects.toThrow(/not open/);
});

import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BoardId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { DiskAssets } from '../src/assets/disk/disk-assets.ts';
import { MemoryAssets } from '../src/assets/memory/memory-assets.ts';
import { StartError } from '../src/start-error.ts';
import { StorageUnavailable } from '../src/storage/storage-error.ts';
import { AMPLE, assetStoreContract, stream, textOf } from './asset-store.contract.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const BOARD = 'board-1' as BoardId;

assetStoreContract('memory', () => new MemoryAssets());
assetStoreContract('disk', () => new DiskAssets(temporaryDirectory()));

test('[A2] an asset is there when the directory is opened again, and what was under way is not', async () => {
  const directory = temporaryDirectory();
  const id = await new DiskAssets(directory).put(BOARD, stream('kept'), AMPLE);
  writeFileSync(join(directory, '.incoming', 'left-by-a-crash'), 'half');
  const store = new DiskAssets(directory);
  expect(await textOf(store, id)).toBe('kept');
  expect(readdirSync(join(directory, '.incoming'))).toEqual([]);
});

test('[M15] a directory that several nodes share is opened without taking what another has under way, but what nobody has', () => {
  const directory = temporaryDirectory();
  const first = new DiskAssets(directory, { isShared: true });
  const [underWay, left] = ['under-way', 'left-by-a-crash'].map((name) => join(directory, '.incoming', name));
  for (const path of [underWay, left]) writeFileSync(path ?? '', 'half');
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  utimesSync(left ?? '', yesterday, yesterday);
  const second = new DiskAssets(directory, { isShared: true });
  expect(first).not.toBe(second);
  expect(readdirSync(join(directory, '.incoming'))).toEqual(['under-way']);
});

test('[A2] on disk an asset is a file of its board, which only its owner may read, and beside it lies nothing', async () => {
  const directory = temporaryDirectory();
  const store = new DiskAssets(directory);
  const id = await store.put(BOARD, stream('kept'), AMPLE);
  await store.put(BOARD, stream('kept'), AMPLE);
  await store.put(BOARD, stream('no room'), { assets: 1, bytes: 100 });
  expect(readdirSync(join(directory, BOARD))).toEqual([id]);
  expect(readdirSync(join(directory, '.incoming'))).toEqual([]);
  const modes = ['', BOARD, join(BOARD, id ?? '')].map((path) => statSync(join(directory, path)).mode & 0o077);
  expect(modes.slice(1)).toEqual([0, 0]);
});

test('[A2] a directory that is not to be written to says so, now and at the start', async () => {
  const directory = temporaryDirectory();
  const store = new DiskAssets(directory);
  rmSync(join(directory, '.incoming'), { recursive: true });
  await expect(store.put(BOARD, stream('lost'), AMPLE)).rejects.toBeInstanceOf(StorageUnavailable);
  writeFileSync(join(directory, 'a-file'), '');
  expect(() => new DiskAssets(join(directory, 'a-file'))).toThrow(StartError);
});

test('[A2] a board’s folder that cannot be had is told, and leaves nothing under way', async () => {
  const directory = temporaryDirectory();
  const store = new DiskAssets(directory);
  writeFileSync(join(directory, BOARD), 'no folder');
  await expect(store.put(BOARD, stream('lost'), AMPLE)).rejects.toBeInstanceOf(StorageUnavailable);
  expect(readdirSync(join(directory, '.incoming'))).toEqual([]);
  rmSync(join(directory, BOARD));
  expect(await store.put(BOARD, stream('found'), AMPLE)).not.toBeNull();
});

/** Assets as files: `<directory>/<board>/<id>`. What is being uploaded lies beside the boards, and is worth nothing after a restart. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { randomId, type AssetId } from '@samtavla/protocol';
import { StartError } from '../../start-error.ts';
import { StorageUnavailable } from '../../storage/storage-error.ts';
import type { AssetOwner, AssetStore, Quota, StoredAsset } from '../asset-store.ts';
import { HEAD_BYTES } from '../image-type.ts';
import { Turns } from '../turns.ts';

/** No board's id begins with a dot. */
export const INCOMING = '.incoming';
/** Far above what an upload may rest. */
const ABANDONED_MILLIS = 60 * 60 * 1000;

/** What one board was allowed, its copy is. */
const UNWEIGHED: Quota = { assets: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };

type Written = { readonly path: string; readonly id: AssetId; readonly bytes: number };

export class DiskAssets implements AssetStore {
  readonly #directory: string;
  readonly #incoming: string;
  readonly #turns = new Turns();

  /**
   * Throws a `StartError` when the directory cannot be used.
   * @param isShared with other nodes, whose uploads may be under way; else whoever opens it holds the data directory
   */
  constructor(directory: string, { isShared }: { isShared: boolean } = { isShared: false }) {
    this.#directory = directory;
    this.#incoming = join(directory, INCOMING);
    try {
      mkdirSync(this.#incoming, { recursive: true, mode: 0o700 });
      clearAway(this.#incoming, isShared ? Date.now() - ABANDONED_MILLIS : Infinity);
    } catch {
      throw new StartError(`${directory} cannot be written to. It holds the images of the boards.`);
    }
  }

  async put(board: AssetOwner, content: AsyncIterable<Uint8Array>, quota: Quota): Promise<AssetId | null> {
    const path = join(this.#incoming, randomId());
    try {
      const written = await write(path, content);
      return await this.#turns.take(board, () => this.#place(board, written, quota));
    } finally {
      // Gone already where it became an asset.
      await rm(path, { force: true }).catch(() => {});
    }
  }

  async copy(from: AssetOwner, to: AssetOwner, ids: readonly AssetId[]): Promise<void> {
    for (const id of ids) {
      const path = join(this.#incoming, randomId());
      try {
        await copyFile(join(this.#directory, from, id), path);
        await syncFile(path);
        await this.#turns.take(to, () => this.#place(to, { path, id, bytes: 0 }, UNWEIGHED));
      } catch (error) {
        if (!isAbsent(error)) throw unavailable(error);
      } finally {
        await rm(path, { force: true }).catch(() => {});
      }
    }
  }

  async remove(board: AssetOwner): Promise<void> {
    await this.#turns.take(board, async () => {
      try {
        await rm(join(this.#directory, board), { recursive: true, force: true });
        await syncDirectory(this.#directory);
      } catch (error) {
        throw unavailable(error);
      }
    });
  }

  async get(board: AssetOwner, id: AssetId): Promise<StoredAsset | null> {
    const file = await openOrNull(join(this.#directory, board, id));
    if (file === null) return null;
    try {
      const { size } = await file.stat();
      const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
      await file.read(head, 0, head.length, 0);
      return { bytes: size, head, content: file.createReadStream({ start: 0 }) };
    } catch (error) {
      await file.close();
      throw unavailable(error);
    }
  }

  async #place(board: AssetOwner, { path, id, bytes }: Written, quota: Quota): Promise<AssetId | null> {
    const folder = join(this.#directory, board);
    try {
      const isNew = (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined;
      if (isNew) await syncDirectory(this.#directory);
      const stored = await sizesIn(folder);
      if (stored.has(id)) return id;
      const sum = [...stored.values()].reduce((total, size) => total + size, 0);
      if (stored.size + 1 > quota.assets || sum + bytes > quota.bytes) return null;
      await rename(path, join(folder, id));
      await syncDirectory(folder);
      return id;
    } catch (error) {
      throw unavailable(error);
    }
  }
}

/** What was on its way in when a process ended; of a directory that others use too, what nobody has written to since. */
function clearAway(incoming: string, before: number): void {
  for (const name of readdirSync(incoming)) {
    const path = join(incoming, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? before) < before) rmSync(path, { force: true });
  }
}

/** Writes a file to the disk, and names what it holds. What `content` throws is passed on as it is. */
async function write(path: string, content: AsyncIterable<Uint8Array>): Promise<Written> {
  const file = await open(path, 'wx', 0o600).catch(rethrow);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      await file.appendFile(chunk).catch(rethrow);
    }
    await file.sync().catch(rethrow);
    return { path, id: hash.digest('hex') as AssetId, bytes };
  } finally {
    await file.close();
  }
}

async function sizesIn(folder: string): Promise<Map<string, number>> {
  const names = await readdir(folder);
  return new Map(await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size] as const)));
}

/** A name in a directory is on disk when the directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function openOrNull(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isAbsent(error)) return null;
    throw unavailable(error);
  }
}

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const unavailable = (cause: unknown) =>
  new StorageUnavailable('The directory of images cannot be used now.', { cause });

function rethrow(error: unknown): never {
  throw unavailable(error);
}

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { AssetId } from '@samtavla/protocol';
import type { AssetOwner, AssetStore, Quota, StoredAsset } from '../asset-store.ts';
import { HEAD_BYTES } from '../image-type.ts';

/** Assets without a disk, for tests. They keep the port's contract but for surviving the process. */
export class MemoryAssets implements AssetStore {
  readonly #boards = new Map<AssetOwner, Map<AssetId, Buffer>>();

  async put(board: AssetOwner, content: AsyncIterable<Uint8Array>, quota: Quota): Promise<AssetId | null> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const id = createHash('sha256').update(bytes).digest('hex') as AssetId;
    const assets = this.#boards.get(board) ?? new Map<AssetId, Buffer>();
    if (assets.has(id)) return id;
    const stored = [...assets.values()].reduce((sum, asset) => sum + asset.length, 0);
    if (assets.size + 1 > quota.assets || stored + bytes.length > quota.bytes) return null;
    this.#boards.set(board, assets.set(id, bytes));
    return id;
  }

  async copy(from: AssetOwner, to: AssetOwner, ids: readonly AssetId[]): Promise<void> {
    const [theirs, own] = [this.#boards.get(from), this.#boards.get(to) ?? new Map<AssetId, Buffer>()];
    for (const id of ids) {
      const bytes = theirs?.get(id);
      if (bytes !== undefined) own.set(id, Buffer.from(bytes));
    }
    this.#boards.set(to, own);
  }

  async remove(board: AssetOwner): Promise<void> {
    this.#boards.delete(board);
  }

  async get(board: AssetOwner, id: AssetId): Promise<StoredAsset | null> {
    const bytes = this.#boards.get(board)?.get(id);
    if (bytes === undefined) return null;
    return { bytes: bytes.length, head: bytes.subarray(0, HEAD_BYTES), content: Readable.from([bytes]) };
  }
}

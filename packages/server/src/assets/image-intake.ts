/** What a board takes in as an image: held to type and size while it streams, so that what is refused costs no more than was read. */
import type { AssetId, BoardId, Limits } from '@samtavla/protocol';
import { Refused } from '../refused.ts';
import type { AssetStore } from './asset-store.ts';
import { HEAD_BYTES, imageTypeOf } from './image-type.ts';

type IntakeLimits = Pick<Limits, 'assetBytes' | 'assetsPerBoard' | 'assetBytesPerBoard' | 'uploadsAtOnce'>;

export class ImageIntake {
  readonly #store: AssetStore;
  readonly #limits: IntakeLimits;
  readonly #underWay = new Map<BoardId, number>();

  constructor(store: AssetStore, limits: IntakeLimits) {
    this.#store = store;
    this.#limits = limits;
  }

  /** Throws a `Refused` for what the board does not take. */
  async take(board: BoardId, content: AsyncIterable<Uint8Array>): Promise<AssetId> {
    const underWay = this.#underWay.get(board) ?? 0;
    if (underWay >= this.#limits.uploadsAtOnce) throw new Refused('too-many');
    this.#underWay.set(board, underWay + 1);
    try {
      const { assetBytes, assetsPerBoard: assets, assetBytesPerBoard: bytes } = this.#limits;
      const id = await this.#store.put(board, imageOnly(content, assetBytes), { assets, bytes });
      if (id === null) throw new Refused('assets-full');
      return id;
    } finally {
      this.#leave(board);
    }
  }

  #leave(board: BoardId): void {
    const left = (this.#underWay.get(board) ?? 1) - 1;
    if (left === 0) this.#underWay.delete(board);
    else this.#underWay.set(board, left);
  }
}

/** The same bytes, until they turn out to be no image or too many. */
async function* imageOnly(content: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  let isKnown = false;
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > most) throw new Refused('too-large');
    if (isKnown) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD_BYTES) continue;
    if (imageTypeOf(head) === null) throw new Refused('asset-type');
    isKnown = true;
    yield head;
  }
  if (!isKnown) throw new Refused('asset-type');
}

/** What a board takes in as an image: held to type and size while it streams, so that what is refused costs no more than was read. */
import { MetadataFinder, type AssetId, type ImageType, type Limits } from '@samtavla/protocol';
import { Refused } from '../refused.ts';
import type { AssetOwner, AssetStore } from './asset-store.ts';
import { imageSizeOf, SIZE_WITHIN_BYTES } from './image-size.ts';
import { HEAD_BYTES, imageTypeOf } from './image-type.ts';

type IntakeLimits = Pick<
  Limits,
  'assetBytes' | 'imageSidePixels' | 'assetsPerBoard' | 'assetBytesPerBoard' | 'uploadsAtOnce'
>;

export class ImageIntake {
  readonly #store: AssetStore;
  readonly #limits: IntakeLimits;
  readonly #underWay = new Map<AssetOwner, number>();

  constructor(store: AssetStore, limits: IntakeLimits) {
    this.#store = store;
    this.#limits = limits;
  }

  /** Throws a `Refused` for what the board does not take. */
  async take(board: AssetOwner, content: AsyncIterable<Uint8Array>): Promise<AssetId> {
    const underWay = this.#underWay.get(board) ?? 0;
    if (underWay >= this.#limits.uploadsAtOnce) throw new Refused('too-many');
    this.#underWay.set(board, underWay + 1);
    try {
      const { assetsPerBoard: assets, assetBytesPerBoard: bytes } = this.#limits;
      const id = await this.#store.put(board, imageOnly(content, this.#limits), { assets, bytes });
      if (id === null) throw new Refused('assets-full');
      return id;
    } finally {
      this.#leave(board);
    }
  }

  #leave(board: AssetOwner): void {
    const left = (this.#underWay.get(board) ?? 1) - 1;
    if (left === 0) this.#underWay.delete(board);
    else this.#underWay.set(board, left);
  }
}

/** The same bytes, until they turn out to be no image, too many, a picture of too much, or to tell what the picture does not. */
async function* imageOnly(content: AsyncIterable<Uint8Array>, limits: IntakeLimits): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let known: PictureOnly | null = null;
  let bytes = 0;
  // Looked at again when there is twice as much: from one who sends byte by byte it would else be read a thousand times.
  let enough = HEAD_BYTES;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > limits.assetBytes) throw new Refused('too-large');
    if (known !== null) {
      yield known.take(chunk);
      continue;
    }
    held.push(chunk);
    if (bytes < enough) continue;
    enough = 2 * bytes;
    const head = Buffer.concat(held);
    const type = knownImage(head, limits);
    if (type === null) continue;
    held = [];
    known = new PictureOnly(type);
    yield known.take(head);
  }
  if (known !== null) return;
  const whole = Buffer.concat(held);
  const type = knownImage(whole, limits);
  if (type === null) throw new Refused('asset-type');
  yield new PictureOnly(type).take(whole);
}

/**
 * What a camera or a program wrote beside the picture tells more than who sends it knows, and all who open the board would have it.
 * The board app has left it out.
 */
class PictureOnly {
  readonly #finder: MetadataFinder;

  constructor(type: ImageType) {
    this.#finder = new MetadataFinder(type);
  }

  /** The same piece. */
  take(piece: Uint8Array): Uint8Array {
    this.#finder.take(piece);
    if (this.#finder.found.length > 0) throw new Refused('asset-metadata');
    return piece;
  }
}

/** Null as long as there is too little to tell. */
function knownImage(head: Uint8Array, { imageSidePixels }: IntakeLimits): ImageType | null {
  if (head.length < HEAD_BYTES) return null;
  const type = imageTypeOf(head);
  if (type === null) throw new Refused('asset-type');
  const size = imageSizeOf(head, type);
  if (size === null && head.length > SIZE_WITHIN_BYTES) throw new Refused('asset-type');
  if (size !== null && Math.max(size.w, size.h) > imageSidePixels) throw new Refused('too-large');
  return size === null ? null : type;
}

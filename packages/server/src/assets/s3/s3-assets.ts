/**
 * Assets in a bucket that speaks S3: `<board>/<id>`. Nobody is led there: what goes in and comes out goes through this server. Several
 * nodes each weigh a board's quota by what the bucket lists, so those that take in at the same moment may go over it by an image each.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { AssetId } from '@samtavla/protocol';
import { S3mini, S3ServiceError } from 's3mini';
import { StartError } from '../../start-error.ts';
import { StorageUnavailable } from '../../storage/storage-error.ts';
import type { AssetOwner, AssetStore, Quota, StoredAsset } from '../asset-store.ts';
import { HEAD_BYTES } from '../image-type.ts';
import { Turns } from '../turns.ts';

export type S3Bucket = {
  /** Of the service, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** An image is 5 MB: a bucket that takes longer is not there. */
const TIMEOUT_MILLIS = 20_000;

export class S3Assets implements AssetStore {
  readonly #s3: S3mini;
  readonly #turns = new Turns();

  /** Throws a `StartError` when the service says that nothing will come of it; one that does not answer may later. */
  static async open(bucket: S3Bucket): Promise<S3Assets> {
    const assets = new S3Assets(bucket);
    const listed = await assets.#list('.').catch((error: unknown) => {
      const cause = error instanceof StorageUnavailable ? error.cause : error;
      if (cause instanceof S3ServiceError && cause.status < 500)
        throw new StartError(`S3_ENDPOINT refuses what it is asked: ${cause.serviceCode ?? cause.status}.`);
      return [];
    });
    if (listed === null) throw new StartError(`S3_BUCKET is "${bucket.bucket}", which S3_ENDPOINT does not know.`);
    return assets;
  }

  private constructor({ endpoint, bucket, ...keys }: S3Bucket) {
    this.#s3 = new S3mini({ ...keys, endpoint: `${endpoint}/${bucket}`, requestAbortTimeout: TIMEOUT_MILLIS });
  }

  async put(board: AssetOwner, content: AsyncIterable<Uint8Array>, quota: Quota): Promise<AssetId | null> {
    // Whole, because a service must know the length of what it is sent.
    const bytes = await buffer(content);
    const id = createHash('sha256').update(bytes).digest('hex') as AssetId;
    return this.#turns.take(board, async () => {
      const stored = await this.#stored(board);
      if (stored.has(keyOf(board, id))) return id;
      const sum = [...stored.values()].reduce((total, size) => total + size, 0);
      if (stored.size + 1 > quota.assets || sum + bytes.length > quota.bytes) return null;
      await reached(this.#s3.putObject(keyOf(board, id), bytes, 'application/octet-stream'));
      return id;
    });
  }

  async get(board: AssetOwner, id: AssetId): Promise<StoredAsset | null> {
    const response = await reached(this.#s3.getObjectResponse(keyOf(board, id)));
    const body: ReadableStream<Uint8Array> | null = response?.body ?? null;
    if (response === null || body === null) return null;
    const rest = body.getReader();
    const begun: Uint8Array[] = [];
    let length = 0;
    for (let isOver = false; length < HEAD_BYTES && !isOver;) {
      const { done, value } = await reached(rest.read());
      isOver = done;
      if (value === undefined) continue;
      begun.push(value);
      length += value.length;
    }
    return {
      bytes: Number(response.headers.get('content-length')),
      head: Buffer.concat(begun).subarray(0, HEAD_BYTES),
      content: Readable.from(whole(begun, rest), { objectMode: false }),
    };
  }

  async copy(from: AssetOwner, to: AssetOwner, ids: readonly AssetId[]): Promise<void> {
    const [theirs, own] = [await this.#stored(from), await this.#stored(to)];
    for (const id of ids) {
      if (own.has(keyOf(to, id)) || !theirs.has(keyOf(from, id))) continue;
      await reached(this.#s3.copyObject(keyOf(from, id), keyOf(to, id)));
    }
  }

  async remove(board: AssetOwner): Promise<void> {
    await this.#turns.take(board, async () => {
      const keys = [...(await this.#stored(board)).keys()];
      const areGone = await reached(this.#s3.deleteObjects(keys));
      if (areGone.includes(false)) throw new StorageUnavailable('Some images could not be taken away.');
    });
  }

  async #stored(board: AssetOwner): Promise<Map<string, number>> {
    const listed = await this.#list(`${board}/`);
    if (listed === null) throw new StorageUnavailable('The bucket of images is gone.');
    return listed;
  }

  /** Sizes in bytes by key; null where there is no such bucket. */
  async #list(prefix: string): Promise<Map<string, number> | null> {
    const objects = await reached(this.#s3.listObjects('/', prefix));
    return objects && new Map(objects.map(({ Key, Size }) => [Key, Size]));
  }
}

const keyOf = (board: AssetOwner, id: AssetId) => `${board}/${id}`;

async function* whole(
  begun: readonly Uint8Array[],
  rest: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* begun;
    for (let next = await rest.read(); !next.done; next = await rest.read()) yield next.value;
  } finally {
    await rest.cancel();
  }
}

async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw new StorageUnavailable('The bucket of images cannot be used now.', { cause });
  }
}

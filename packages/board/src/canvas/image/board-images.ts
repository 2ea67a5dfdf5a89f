/** The board's images as addresses that the page may show. They are fetched with the token, which no address holds. */
import type { AssetId } from '@samtavla/protocol';
import type { TLAssetStore } from 'tldraw';
import { mayPass, type Answer } from '../../session/ask.ts';
import type { Connection } from '../../session/connection.ts';
import { fetchImage, uploadImage } from '../../session/image-requests.ts';
import { assetIdOf } from './image-asset.ts';

export type BoardImages = {
  /** What tldraw asks for an image's address. */
  readonly assets: TLAssetStore;
  /** Null where the board has no such image. Waits as long as the server cannot be reached. */
  urlOf(id: AssetId): Promise<string | null>;
  upload(image: Blob): Promise<Answer<AssetId>>;
  /** Lets go of every address; those that are asked for later are fetched again. */
  release(): void;
};

const RETRY_MILLIS = 1_000;
const LONGEST_RETRY_MILLIS = 30_000;

export function boardImages({ joined }: Pick<Connection, 'joined'>): BoardImages {
  let urls = new Map<AssetId, Promise<string | null>>();

  const load = async (id: AssetId, isWanted: () => boolean): Promise<string | null> => {
    for (let wait = RETRY_MILLIS; isWanted(); wait = Math.min(2 * wait, LONGEST_RETRY_MILLIS)) {
      const answer = await fetchImage(joined, id);
      if (answer.ok) return isWanted() ? URL.createObjectURL(answer.value) : null;
      if (!mayPass(answer.reason)) return null;
      await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())));
    }
    return null;
  };
  const urlOf = async (id: AssetId): Promise<string | null> => {
    const known = urls;
    const loading = known.get(id) ?? load(id, () => known === urls);
    known.set(id, loading);
    const url = await loading;
    // Somebody may add it later.
    if (url === null && known.get(id) === loading) known.delete(id);
    return url;
  };
  return {
    assets: {
      resolve(asset) {
        const id = assetIdOf(asset.id);
        return id === null ? null : urlOf(id);
      },
      upload: () => Promise.reject(new Error('An image comes onto a board by insertImages alone.')),
    },
    urlOf,
    async upload(image) {
      const answer = await uploadImage(joined, image);
      // The one who has it need not fetch it.
      if (answer.ok && !urls.has(answer.value)) urls.set(answer.value, Promise.resolve(URL.createObjectURL(image)));
      return answer;
    },
    release() {
      for (const url of urls.values()) void url.then((each) => each !== null && URL.revokeObjectURL(each));
      urls = new Map();
    },
  };
}

/** What every adapter of the asset store is held to. An adapter's own test is a call of this. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { AssetId, BoardId } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import type { AssetStore } from '../src/assets/asset-store.ts';

const BOARD = 'board-1' as BoardId;
const OTHER = 'board-2' as BoardId;
export const AMPLE = { assets: 100, bytes: 1_000_000 };

export async function* stream(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function* breakingOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('half');
  throw new Error('broke off');
}

const idOf = (text: string) => createHash('sha256').update(text).digest('hex') as AssetId;

export async function textOf(store: AssetStore, id: AssetId | null, board = BOARD): Promise<string | null> {
  const asset = id === null ? null : await store.get(board, id);
  return asset === null ? null : (await buffer(asset.content)).toString();
}

/** @param open opens an empty store */
export function assetStoreContract(name: string, open: () => AssetStore | Promise<AssetStore>): void {
  describe(`assets: ${name}`, () => {
    test('[V8] a copy is a board’s own, whatever becomes of the other; what is not there is passed over', async () => {
      const store = await open();
      const id = await store.put(BOARD, stream('an image'), AMPLE);
      await store.copy(BOARD, OTHER, [idOf('an image'), idOf('never stored')]);
      await store.copy(BOARD, OTHER, [idOf('an image')]);
      await store.remove(BOARD);
      expect([await textOf(store, id, OTHER), await textOf(store, idOf('never stored'), OTHER)]).toEqual([
        'an image',
        null,
      ]);
    });

    test('[V22] what is removed is gone, and removing what is not there is no error', async () => {
      const store = await open();
      const id = await store.put(BOARD, stream('an image'), AMPLE);
      await store.remove(BOARD);
      await store.remove(BOARD);
      expect(await textOf(store, id)).toBeNull();
      expect(await store.put(BOARD, stream('an image'), AMPLE)).toBe(id);
    });

    test('[A1] an asset comes back as it was, with its size and its head', async () => {
      const store = await open();
      const id = await store.put(BOARD, stream('a long ', 'first and ', 'a last part'), AMPLE);
      expect(id).toBe(idOf('a long first and a last part'));
      expect(await textOf(store, id)).toBe('a long first and a last part');
      const asset = await store.get(BOARD, idOf('a long first and a last part'));
      expect([asset?.bytes, Buffer.from(asset?.head ?? []).toString()]).toEqual([28, 'a long first']);
      asset?.content.destroy();
    });

    test('[A1] what is on another board is not on this one, and what was never stored is null', async () => {
      const store = await open();
      const id = await store.put(OTHER, stream('theirs'), AMPLE);
      expect(await textOf(store, id, OTHER)).toBe('theirs');
      expect(await textOf(store, id)).toBeNull();
    });

    test('[A1] the same content again is the same asset, and takes no more room', async () => {
      const store = await open();
      const quota = { assets: 1, bytes: 10 };
      const ids = await Promise.all([1, 2, 3].map(() => store.put(BOARD, stream('same'), quota)));
      expect(new Set(ids)).toEqual(new Set([idOf('same')]));
    });

    test('[A2] of what broke off nothing is left', async () => {
      const store = await open();
      await expect(store.put(BOARD, breakingOff(), AMPLE)).rejects.toThrow('broke off');
      expect(await textOf(store, idOf('half'))).toBeNull();
      expect(await store.put(BOARD, stream('whole'), { assets: 1, bytes: 5 })).not.toBeNull();
    });

    test('[A3] a board takes so many, and so many bytes, and another board its own', async () => {
      const store = await open();
      const quota = { assets: 2, bytes: 10 };
      expect(await store.put(BOARD, stream('12345'), quota)).not.toBeNull();
      expect(await store.put(BOARD, stream('123456'), quota)).toBeNull();
      expect(await textOf(store, idOf('123456'))).toBeNull();
      expect(await store.put(BOARD, stream('1'), quota)).not.toBeNull();
      expect(await store.put(BOARD, stream('2'), quota)).toBeNull();
      expect(await store.put(OTHER, stream('2'), quota)).not.toBeNull();
    });

    test('[A3] of several at once no more get in than there is room for', async () => {
      const store = await open();
      const texts = ['a', 'b', 'c', 'd', 'e'];
      const ids = await Promise.all(texts.map((text) => store.put(BOARD, stream(text), { assets: 2, bytes: 100 })));
      expect(ids.filter((id) => id !== null)).toHaveLength(2);
    });
  });
}

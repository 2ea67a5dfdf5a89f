/** That every storage adapter knows again what it was given. */
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import type { Storage } from '../src/storage/storage.ts';
import { compact } from '../src/sync/compaction.ts';
import { replay } from '../src/sync/replay.ts';

const DOCUMENT = 'board-1/canvas';
const OTHER = 'board-2/canvas';

export type Breakable = {
  readonly storage: Storage;
  /** Writes zeros over all that is stored of a document, behind the storage's back. */
  readonly zero: (document: string) => Promise<void>;
};

function update(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('records').set(text, text);
  return Y.encodeStateAsUpdate(doc);
}

export function checksumContract(name: string, open: () => Promise<Breakable>): void {
  const stored = async (): Promise<Breakable> => {
    const breakable = await open();
    onTestFinished(() => breakable.storage.close());
    await breakable.storage.append([
      { document: DOCUMENT, update: update('en') },
      { document: OTHER, update: update('to') },
    ]);
    return breakable;
  };

  test(`[S70] ${name}: what is as it was stored is read, as rows and as a snapshot`, async () => {
    const { storage } = await stored();
    expect((await storage.read(DOCUMENT))?.isDamaged).toBeUndefined();
    for (const text of ['tre', 'fire']) {
      expect(await compact(storage, DOCUMENT)).not.toBeNull();
      await storage.append([{ document: DOCUMENT, update: update(text) }]);
    }
    const read = await storage.read(DOCUMENT);
    expect(read).toMatchObject({ snapshot: { version: 2 } });
    expect(read?.isDamaged).toBeUndefined();
  });

  test.each([
    ['a row', async () => undefined],
    ['a snapshot', (storage: Storage) => compact(storage, DOCUMENT)],
  ])(
    `[S70] ${name}: %s of zeros is known as damaged, is not replayed or compacted away, and costs no other`,
    async (_what, before) => {
      const { storage, zero } = await stored();
      await before(storage);
      await zero(DOCUMENT);
      // Something that is whole comes after it, so that there is what to compact.
      await storage.append([{ document: DOCUMENT, update: update('etter') }]);
      const read = await storage.read(DOCUMENT);
      if (read === null) throw new Error('Nothing is stored.');
      expect(read.isDamaged).toBe(true);
      const doc = new Y.Doc();
      expect(() => replay(read, doc)).toThrow(/checksum/);
      expect(doc.getMap('records').size).toBe(0);
      await expect(compact(storage, DOCUMENT)).rejects.toThrow(/checksum/);
      expect(await storage.read(DOCUMENT)).toEqual(read);

      const known = [DOCUMENT, OTHER].map((document) => ({ document, version: 0, rows: new Set<never>() }));
      const news = await storage.readNew(known);
      expect([news.get(DOCUMENT)?.isDamaged, news.get(OTHER)?.isDamaged]).toEqual([true, undefined]);
    },
  );
}

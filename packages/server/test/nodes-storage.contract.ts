/** What storage does for several servers on it, of every adapter. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { KnownLog, LogEntry, RowId, Storage, StoredDocument } from '../src/storage/storage.ts';

const entry = (document: string, value: number): LogEntry => ({ document, update: new Uint8Array([value]) });

const valuesIn = (stored: StoredDocument | null | undefined) => stored?.tail.map(({ update }) => update[0]);

const known = (document: string, rows: readonly RowId[] = [], version = 0): KnownLog => ({
  document,
  version,
  rows: new Set(rows),
});

/** @param open opens an empty storage */
export function nodesStorageContract(name: string, open: () => Promise<Storage>): void {
  describe(`storage: ${name}`, () => {
    const empty = async (): Promise<Storage> => {
      const storage = await open();
      onTestFinished(() => storage.close());
      return storage;
    };

    test('[M1] an append tells the rows that its entries became', async () => {
      const storage = await empty();
      const rows = await storage.append([entry('b/plan', 1), entry('b/canvas', 2), entry('b/plan', 3)]);
      const read = async (document: string) => (await storage.read(document))?.tail.map(({ row }) => row);
      expect(await read('b/plan')).toEqual([rows[0], rows[2]]);
      expect(await read('b/canvas')).toEqual([rows[1]]);
    });

    test('[M2] what is new in a document are the rows that are not known, and where nothing is, the document is not told of', async () => {
      const storage = await empty();
      const [first, second] = await storage.append([entry('b/plan', 1), entry('b/plan', 2), entry('b/canvas', 3)]);
      const of = async (...logs: KnownLog[]) =>
        [...(await storage.readNew(logs))].map(([document, stored]) => [document, stored.snapshot, valuesIn(stored)]);
      const [one, two] = [first as RowId, second as RowId];
      expect(await of(known('b/plan', [two]), known('b/canvas'))).toEqual(
        expect.arrayContaining([
          ['b/plan', null, [1]],
          ['b/canvas', null, [3]],
        ]),
      );
      expect(await of(known('b/plan', [one, two]), known('b/desk/nobody'))).toEqual([]);
      expect(await of()).toEqual([]);
    });

    test('[M3] where a compaction folded in what was not known, all of the document is new', async () => {
      const storage = await empty();
      const foldedIn = await storage.append([entry('b/canvas', 1), entry('b/canvas', 2)]);
      const state = new Uint8Array([12]);
      await storage.compact({ document: 'b/canvas', basedOn: 0, state, foldedIn });
      const [row] = await storage.append([entry('b/canvas', 3)]);
      const rows = [foldedIn[0], row].map((id) => id as RowId);
      const behind = (await storage.readNew([known('b/canvas', rows)])).get('b/canvas');
      expect([behind?.snapshot, valuesIn(behind)]).toEqual([{ version: 1, state }, [3]]);
      expect((await storage.readNew([known('b/canvas', rows, 1)])).size).toBe(0);
    });

    test('[M13] a name is held by one task at a time, and let go of when it ends, well or not', async () => {
      const storage = await empty();
      const { promise, resolve } = Promise.withResolvers<void>();
      const begun = Promise.withResolvers<AbortSignal>();
      const first = storage.whileHolding('clear away', async (held) => {
        begun.resolve(held);
        await promise;
      });
      expect((await begun.promise).aborted).toBe(false);
      const unwanted = async () => expect.unreachable('A second holder.');
      expect(await storage.whileHolding('clear away', unwanted)).toBe(false);
      expect(await storage.whileHolding('another name', async () => {})).toBe(true);
      resolve();
      expect(await first).toBe(true);
      const failing = storage.whileHolding('clear away', async () => Promise.reject(new Error('It broke.')));
      await expect(failing).rejects.toThrow('It broke.');
      expect(await storage.whileHolding('clear away', async () => {})).toBe(true);
    });
  });
}

/** What every storage adapter is held to about stages. An adapter's own test is a call of this. */
import { OPEN_STAGE, type BoardId, type Millis, type RecordId, type Stage } from '@samtavla/protocol';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Storage } from '../src/storage/storage.ts';
import { createTwoBoards, BOARD, OTHER } from './two-boards.ts';

const at = (time: number): Millis => time as Millis;
const stage = (version: number, more: Partial<Stage> = {}): Stage => ({ ...OPEN_STAGE, version, ...more });

/** @param open opens an empty storage */
export function stageStorageContract(name: string, open: () => () => Promise<Storage>): void {
  describe(`stages: ${name}`, () => {
    const withBoards = async (): Promise<Storage> => {
      const storage = await open()();
      onTestFinished(() => storage.close());
      await createTwoBoards(storage);
      return storage;
    };

    test('[W7] a stage takes the place of the one before it, and of no other', async () => {
      const storage = await withBoards();
      expect(await storage.stage(BOARD)).toBeNull();
      expect(await storage.putStage(BOARD, stage(3), null)).toBe(false);
      const second = stage(2, { phase: 'write', open: [], endsAt: at(1_700_000_000_000) });
      expect(await storage.putStage(BOARD, second, null)).toBe(true);
      expect(await storage.putStage(BOARD, stage(2), null)).toBe(false);
      expect(await storage.putStage(BOARD, stage(4), null)).toBe(false);
      expect(await storage.stage(BOARD)).toEqual(second);
      expect(await storage.putStage(BOARD, stage(3), null)).toBe(true);
      expect([await storage.stage(BOARD), await storage.stage(OTHER)]).toEqual([stage(3), null]);
      expect(await storage.putStage('nowhere' as BoardId, stage(2), null)).toBe(false);
    });

    test('[W7] of those who put one at once, one has done it', async () => {
      const storage = await withBoards();
      const put = await Promise.all([1, 2, 3].map(() => storage.putStage(BOARD, stage(2), null)));
      expect(put.filter(Boolean)).toHaveLength(1);
    });

    test('[W7] those whose time has come are found, but for deleted boards', async () => {
      const storage = await withBoards();
      await storage.putStage(BOARD, stage(2), at(50));
      await storage.putStage(OTHER, stage(2), at(60));
      expect(await storage.stagesDue(at(49))).toEqual([]);
      expect(await storage.stagesDue(at(50))).toEqual([BOARD]);
      await storage.putStage(BOARD, stage(3), null);
      expect(await storage.stagesDue(at(60))).toEqual([OTHER]);
      await storage.markDeleted(OTHER, { deletedAt: at(55), goneAt: at(900) });
      expect(await storage.stagesDue(at(60))).toEqual([]);
    });

    test('[W16] what an entry reveals is stored with it, once, for its board alone', async () => {
      const storage = await withBoards();
      const reveal = (board: BoardId, ...notes: string[]) => {
        const revealed = { board, notes: notes as RecordId[] };
        return storage.append([{ document: `${board}/canvas`, update: new Uint8Array([1]), revealed }]);
      };
      expect(await storage.revealed(BOARD)).toEqual([]);
      await reveal(BOARD, 'one', 'two');
      await reveal(BOARD, 'two', 'three');
      await reveal(OTHER, 'one');
      const known = await Promise.all([BOARD, OTHER].map((board) => storage.revealed(board)));
      expect(known.map((notes) => notes.toSorted())).toEqual([['one', 'three', 'two'], ['one']]);
    });

    test('[V22] a purge takes the stage along', async () => {
      const storage = await withBoards();
      for (const board of [BOARD, OTHER]) {
        await storage.putStage(board, stage(2), at(50));
        const revealed = { board, notes: ['one' as RecordId] };
        await storage.append([{ document: `${board}/canvas`, update: new Uint8Array([1]), revealed }]);
      }
      await storage.purge(BOARD);
      expect([await storage.stage(BOARD), await storage.stagesDue(at(50))]).toEqual([null, [OTHER]]);
      expect([await storage.revealed(BOARD), await storage.revealed(OTHER)]).toEqual([[], ['one']]);
    });
  });
}

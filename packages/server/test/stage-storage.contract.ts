/** What every storage adapter is held to about stages. An adapter's own test is a call of this. */
import {
  OPEN_STAGE,
  type BoardId,
  type Millis,
  type ParticipantId,
  type RecordId,
  type Stage,
} from '@samtavla/protocol';
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

    test('[W21] a ballot takes the place of an earlier one, never of a later, and never once the stage is another', async () => {
      const storage = await withBoards();
      await storage.putStage(BOARD, stage(2), null);
      const put = (person: string, revision: number, dots: number, version = 2) =>
        storage.putBallot(
          { board: BOARD, vote: '1', person: person as ParticipantId, revision, votes: { note: dots } },
          version,
        );
      expect([await put('kari', 1, 1), await put('kari', 3, 3), await put('kari', 2, 2)]).toEqual([
        'stored',
        'stored',
        'older',
      ]);
      expect([await put('ola', 1, 5, 1), await put('ola', 1, 5, 3)]).toEqual(['stale', 'stale']);
      expect(await put('ola', 1, 2)).toBe('stored');
      expect(await storage.ballot(BOARD, '1', 'kari' as ParticipantId)).toEqual({ revision: 3, votes: { note: 3 } });
      expect([await storage.ballot(BOARD, '2', 'kari' as ParticipantId), await storage.ballots(OTHER, '1')]).toEqual([
        null,
        [],
      ]);
      expect((await storage.ballots(BOARD, '1')).map(({ votes }) => votes).length).toBe(2);
    });

    test('[W21] ballots go with the result that they made, those of no other vote, and with the board', async () => {
      const storage = await withBoards();
      await storage.putStage(BOARD, stage(2), null);
      const put = (vote: string, version: number) =>
        storage.putBallot({ board: BOARD, vote, person: 'kari' as ParticipantId, revision: 1, votes: {} }, version);
      await put('1', 2);
      await put('2', 2);
      const left = async () => [(await storage.ballots(BOARD, '1')).length, (await storage.ballots(BOARD, '2')).length];
      expect([await storage.putStage(BOARD, stage(2), null, '1'), await left()]).toEqual([false, [1, 1]]);
      expect([await storage.putStage(BOARD, stage(3), null, '1'), await left()]).toEqual([true, [0, 1]]);
      await storage.purge(BOARD);
      expect(await left()).toEqual([0, 0]);
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

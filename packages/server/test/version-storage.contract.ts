/** What every storage adapter is held to about versions, use and deletion. An adapter's own test is a call of this. */
import type { BoardId, Millis, ParticipantId, VersionId } from '@samtavla/protocol';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hashOf } from '../src/links/secrets.ts';
import type { Storage } from '../src/storage/storage.ts';
import type { Version } from '../src/storage/version-storage.ts';
import { BOARD, createTwoBoards, OTHER } from './two-boards.ts';

const at = (time: number): Millis => time as Millis;
const bytes = (...values: number[]) => new Uint8Array(values);

const version = (id: string, takenAt: number, more: Partial<Version> = {}): Version => ({
  id: id as VersionId,
  board: BOARD,
  kind: 'automatic',
  name: null,
  takenAt: at(takenAt),
  ...more,
});

const STATE = { plan: bytes(1, 2), canvas: bytes(3) };

/** @param open opens an empty storage */
export function versionStorageContract(name: string, open: () => () => Promise<Storage>): void {
  describe(`versions and deletion: ${name}`, () => {
    const withBoards = async (): Promise<Storage> => {
      const storage = await open()();
      onTestFinished(() => storage.close());
      await createTwoBoards(storage);
      return storage;
    };

    test('[V1] a version comes back as it was taken, on its own board only, oldest first', async () => {
      const storage = await withBoards();
      const named = version('b', 20, { kind: 'named', name: 'Første samling' });
      await storage.addVersion(named, STATE);
      await storage.addVersion(version('a', 10), { plan: bytes(9), canvas: bytes() });
      expect(await storage.versions(BOARD)).toEqual([version('a', 10), named]);
      expect(await storage.versionState(BOARD, named.id)).toEqual(STATE);
      expect(await storage.versions(OTHER)).toEqual([]);
      expect(await storage.versionState(OTHER, named.id)).toBeNull();
      await storage.deleteVersions(OTHER, [named.id]);
      await storage.deleteVersions(BOARD, ['a' as VersionId]);
      expect(await storage.versions(BOARD)).toEqual([named]);
      await expect(storage.addVersion(named, STATE)).rejects.toBeInstanceOf(Error);
    });

    test('[V1] a board has changed when it was changed after its newest version, and not when it is deleted', async () => {
      const storage = await withBoards();
      expect(await storage.boardsChanged()).toEqual([]);
      await storage.markUse([
        { board: BOARD, usedAt: at(50), changedAt: at(40) },
        { board: OTHER, usedAt: at(50), changedAt: null },
        { board: 'nowhere' as BoardId, usedAt: at(50), changedAt: at(50) },
      ]);
      expect(await storage.boardsChanged()).toEqual([{ board: BOARD, changedAt: 40, versionAt: null }]);
      await storage.addVersion(version('a', 45), STATE);
      expect(await storage.boardsChanged()).toEqual([]);
      await storage.markUse([{ board: BOARD, usedAt: at(60), changedAt: at(55) }]);
      // What an earlier moment says changes nothing.
      await storage.markUse([{ board: BOARD, usedAt: at(10), changedAt: at(10) }]);
      await storage.markUse([{ board: BOARD, usedAt: at(10), changedAt: null }]);
      expect(await storage.boardsChanged()).toEqual([{ board: BOARD, changedAt: 55, versionAt: 45 }]);
      expect(await storage.lastUse(BOARD)).toEqual({ board: BOARD, usedAt: 60, warnedAt: null });
      await storage.markDeleted(BOARD, { deletedAt: at(70), goneAt: at(80) });
      expect(await storage.boardsChanged()).toEqual([]);
    });

    test('[V20] a deletion is known, can be brought forward and taken back, and then the board was just used', async () => {
      const storage = await withBoards();
      expect(await storage.deletion(BOARD)).toBeNull();
      await storage.markDeleted(BOARD, { deletedAt: at(70), goneAt: at(100) });
      await storage.markDeleted(BOARD, { deletedAt: at(90), goneAt: at(95) });
      expect(await storage.deletion(BOARD)).toEqual({ deletedAt: 70, goneAt: 95 });
      expect([await storage.boardsGone(at(94)), await storage.boardsGone(at(95))]).toEqual([[], [BOARD]]);
      await storage.takeBackDeletion(BOARD, at(93));
      expect(await storage.deletion(BOARD)).toBeNull();
      expect(await storage.lastUse(BOARD)).toMatchObject({ usedAt: 93 });
    });

    test('[V24] who was unused so long is found and warned, until it is used; what is deleted is not', async () => {
      const storage = await withBoards();
      expect(await storage.lastUse('nowhere' as BoardId)).toBeNull();
      await storage.markUse([{ board: OTHER, usedAt: at(500), changedAt: null }]);
      expect(await storage.boardsUnused(at(101))).toEqual([{ board: BOARD, usedAt: 100, warnedAt: null }]);
      expect(await storage.boardsUnused(at(100))).toEqual([]);
      await storage.warn([BOARD], at(200));
      expect(await storage.boardsUnused(at(101))).toEqual([{ board: BOARD, usedAt: 100, warnedAt: 200 }]);
      await storage.markUse([{ board: BOARD, usedAt: at(300), changedAt: null }]);
      expect(await storage.lastUse(BOARD)).toEqual({ board: BOARD, usedAt: 300, warnedAt: null });
      await storage.markDeleted(BOARD, { deletedAt: at(301), goneAt: at(400) });
      expect(await storage.boardsUnused(at(400))).toEqual([]);
    });

    test('[V22] a purge takes away all of one board, and nothing of one whose id begins the same', async () => {
      const storage = await withBoards();
      const people = [BOARD, OTHER].map((board) => ({ id: `p-${board}` as ParticipantId, board }));
      for (const { id, board } of people) {
        await storage.admit({
          participant: { id, board, name: 'Kari', perspective: {} },
          joinKeyHash: hashOf(`k-${board}`),
          session: { tokenHash: hashOf(`t-${board}`), role: 'participant', link: hashOf(board), createdAt: at(5) },
          desk: bytes(7),
        });
        await storage.putCode({ board, hash: hashOf(`c-${board}`), link: hashOf(board), expiresAt: at(900) });
        await storage.addVersion(version(`v-${board}`, 1, { board }), STATE);
        await storage.markUse([{ board, usedAt: at(2), changedAt: at(2) }]);
        const stored = await storage.read(`${board}/canvas`);
        const foldedIn = stored?.tail.map(({ row }) => row) ?? [];
        await storage.compact({ document: `${board}/canvas`, basedOn: 0, state: bytes(1), foldedIn });
      }
      const found = async (board: BoardId) => [
        await storage.board(board),
        (await storage.links(board))[0] ?? null,
        await storage.read(`${board}/plan`),
        await storage.read(`${board}/canvas`),
        await storage.read(`${board}/desk/p-${board}`),
        await storage.session(hashOf(`t-${board}`)),
        await storage.participantByJoinKey(board, hashOf(`k-${board}`)),
        await storage.code(hashOf(`c-${board}`)),
        (await storage.versions(board))[0] ?? null,
        await storage.lastUse(board),
        await storage.deletion(board),
      ];
      await storage.markDeleted(BOARD, { deletedAt: at(3), goneAt: at(4) });
      await storage.markDeleted(OTHER, { deletedAt: at(3), goneAt: at(9) });
      expect(await found(BOARD)).not.toContain(null);
      await storage.purge(BOARD);
      expect(new Set(await found(BOARD))).toEqual(new Set([null]));
      expect(await found(OTHER)).not.toContain(null);
      expect(await storage.boardsGone(at(9))).toEqual([OTHER]);
    });
  });
}

import type { BoardId, Millis, VersionId } from '@samtavla/protocol';
import type { Deletion, UnusedBoard } from '../deletion-storage.ts';
import type { ChangedBoard, Use, Version, VersionState } from '../version-storage.ts';

type Used = Omit<Use, 'board'> & { readonly warnedAt: Millis | null };

/** Versions, use and deletion without a disk, for tests. */
export class MemoryVersions {
  readonly #versions: { readonly version: Version; readonly state: VersionState }[] = [];
  readonly #used = new Map<BoardId, Used>();
  readonly #deleted = new Map<BoardId, Deletion>();

  add(version: Version, state: VersionState): void {
    if (this.#versions.some((one) => one.version.id === version.id)) throw new Error('A version with this id exists.');
    this.#versions.push({ version, state });
  }

  list(board: BoardId): Version[] {
    const own = this.#versions.filter(({ version }) => version.board === board).map(({ version }) => version);
    return own.toSorted((one, other) => one.takenAt - other.takenAt);
  }

  state(board: BoardId, id: VersionId): VersionState | null {
    return this.#versions.find(({ version }) => version.board === board && version.id === id)?.state ?? null;
  }

  remove(board: BoardId, isMeant: (id: VersionId) => boolean): void {
    for (let at = this.#versions.length - 1; at >= 0; at -= 1) {
      const version = this.#versions[at]?.version;
      if (version?.board === board && isMeant(version.id)) this.#versions.splice(at, 1);
    }
  }

  markUse({ board, usedAt, changedAt }: Use): void {
    const before = this.#used.get(board);
    const later = Math.max(before?.changedAt ?? 0, changedAt ?? 0) as Millis;
    this.#used.set(board, {
      usedAt: Math.max(before?.usedAt ?? 0, usedAt) as Millis,
      changedAt: later === 0 ? null : later,
      warnedAt: null,
    });
  }

  changed(): ChangedBoard[] {
    return [...this.#used].flatMap(([board, { changedAt }]) => {
      const versionAt = this.list(board).at(-1)?.takenAt ?? null;
      const isNew = changedAt !== null && (versionAt === null || versionAt <= changedAt);
      return isNew && !this.#deleted.has(board) ? [{ board, changedAt, versionAt }] : [];
    });
  }

  markDeleted(board: BoardId, { deletedAt, goneAt }: Deletion): void {
    this.#deleted.set(board, { deletedAt: this.#deleted.get(board)?.deletedAt ?? deletedAt, goneAt });
  }

  takeBack(board: BoardId, at: Millis): void {
    this.#deleted.delete(board);
    this.markUse({ board, usedAt: at, changedAt: null });
  }

  deletion(board: BoardId): Deletion | null {
    return this.#deleted.get(board) ?? null;
  }

  gone(by: Millis): BoardId[] {
    return [...this.#deleted].filter(([, { goneAt }]) => goneAt <= by).map(([board]) => board);
  }

  lastUse(board: BoardId, createdAt: Millis): UnusedBoard {
    const used = this.#used.get(board);
    return { board, usedAt: used?.usedAt ?? createdAt, warnedAt: used?.warnedAt ?? null };
  }

  warn(board: BoardId, createdAt: Millis, at: Millis): void {
    const used = this.#used.get(board) ?? { usedAt: createdAt, changedAt: null };
    this.#used.set(board, { ...used, warnedAt: at });
  }

  purge(board: BoardId): void {
    this.remove(board, () => true);
    this.#used.delete(board);
    this.#deleted.delete(board);
  }
}

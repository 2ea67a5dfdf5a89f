import {
  documentName,
  randomId,
  type BoardChange,
  type BoardId,
  type Limits,
  type Millis,
  type VersionId,
  type VersionKind,
} from '@samtavla/protocol';
import { Refused } from '../refused.ts';
import type { Storage } from '../storage/storage.ts';
import type { Version, VersionState } from '../storage/version-storage.ts';
import type { StoredDocuments } from '../sync/stored-documents.ts';
import { bringBack } from './bring-back.ts';
import { changesBetween, standingOn, type Standing } from './changes.ts';
import { pack, unpack } from './packed-state.ts';
import { isDue, thinnedOut } from './spacing.ts';

type Parts = {
  readonly storage: Storage;
  readonly documents: Pick<StoredDocuments, 'read' | 'write'>;
  readonly limits: Pick<Limits, 'namedVersionsPerBoard'>;
  readonly now: () => Millis;
};

/** What a version is of: the plan and what stands on the canvas. The stage is what is going on, and desks are their writers'. */
const documentsOf = (board: BoardId): readonly [plan: string, canvas: string] => [
  documentName({ board, kind: 'plan' }),
  documentName({ board, kind: 'canvas' }),
];

/** Boards as they once were: taken, looked at and gone back to. */
export class Versions {
  readonly #parts: Parts;
  /** Since when a board has changes that no version holds, as this process has seen it. */
  readonly #workedSince = new Map<BoardId, Millis>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Newest first. */
  async list(board: BoardId): Promise<readonly Version[]> {
    return (await this.#parts.storage.versions(board)).toReversed();
  }

  async take(board: BoardId, name: string, kind: 'named' | 'gathering' = 'named'): Promise<Version> {
    const withName = (await this.list(board)).filter((version) => version.name !== null);
    if (withName.length >= this.#parts.limits.namedVersionsPerBoard) throw new Refused('versions-full');
    return this.#take(board, kind, name);
  }

  /** The gatherings that are over, the latest first. */
  async gatherings(board: BoardId): Promise<readonly Version[]> {
    return (await this.list(board)).filter(({ kind }) => kind === 'gathering');
  }

  /** What is other on the board than it was when a gathering was over. Other versions are not everybody's to compare with. */
  async changesSince(board: BoardId, gathering: VersionId): Promise<BoardChange[]> {
    if (!(await this.gatherings(board)).some(({ id }) => id === gathering)) throw new Refused('version-unknown');
    const [then, now] = await Promise.all([this.state(board, gathering), this.stateNow(board)]);
    return changesBetween(await standingIn(then), await standingIn(now));
  }

  async state(board: BoardId, id: VersionId): Promise<VersionState> {
    const state = await this.#parts.storage.versionState(board, id);
    if (state === null) throw new Refused('version-unknown');
    return state;
  }

  /** The board as it is now, in the form of a version that nobody keeps. */
  async stateNow(board: BoardId): Promise<VersionState> {
    const [plan, canvas] = await Promise.all(documentsOf(board).map((name) => this.#parts.documents.read(name, pack)));
    if (plan === undefined || canvas === undefined) throw new Error('A version is of two documents.');
    return { plan, canvas };
  }

  /** Makes the board say again what it said, as a change like any other. What it was until now is a version first. */
  async restore(board: BoardId, id: VersionId): Promise<Version> {
    const { plan, canvas } = await this.state(board, id);
    const before = await this.takeBefore(board, 'before-restore');
    const old = await Promise.all([unpack(plan), unpack(canvas)]);
    await this.#parts.documents.write(documentsOf(board), (docs) => {
      for (const [index, doc] of docs.entries()) if (old[index] !== undefined) bringBack(doc, old[index]);
    });
    for (const doc of old) doc.destroy();
    return before;
  }

  /** The board as it is before something is done to it that somebody may want to take back. */
  async takeBefore(board: BoardId, what: 'before-restore' | 'before-taking-out'): Promise<Version> {
    return this.#take(board, what, null);
  }

  /** Takes those that are due, on every board that has changed. One that cannot be read costs no other board its version. */
  async takeDue(onFailure: (board: BoardId, error: unknown) => void): Promise<void> {
    const changed = await this.#parts.storage.boardsChanged();
    const boards = new Set(changed.map(({ board }) => board));
    for (const board of this.#workedSince.keys()) if (!boards.has(board)) this.#workedSince.delete(board);
    for (const change of changed) {
      const { board, changedAt } = change;
      const since = this.#workedSince.get(board) ?? changedAt;
      this.#workedSince.set(board, since);
      if (!isDue(change, since, this.#parts.now())) continue;
      await this.#takeAutomatic(board).catch((error: unknown) => onFailure(board, error));
    }
  }

  async #takeAutomatic(board: BoardId): Promise<void> {
    const { storage, now } = this.#parts;
    await this.#take(board, 'automatic', null);
    const out = thinnedOut(await storage.versions(board), now());
    if (out.length > 0) await storage.deleteVersions(board, out);
  }

  async #take(board: BoardId, kind: VersionKind, name: string | null): Promise<Version> {
    // The time before it is read: what changes meanwhile counts as changed since.
    const version: Version = { id: randomId() as VersionId, board, kind, name, takenAt: this.#parts.now() };
    await this.#parts.storage.addVersion(version, await this.stateNow(board));
    this.#workedSince.delete(board);
    return version;
  }
}

async function standingIn(state: VersionState): Promise<Standing> {
  const [plan, canvas] = await Promise.all([unpack(state.plan), unpack(state.canvas)]);
  try {
    return standingOn(plan, canvas);
  } finally {
    plan.destroy();
    canvas.destroy();
  }
}

/** The port's part for versions of boards, and for when a board was used. Held to the same contract as the rest of `Storage`. */
import type { BoardId, Millis, VersionId, VersionKind } from '@samtavla/protocol';

/** A board as it once was, to be looked at and gone back to. Never changed after it was taken. */
export type Version = {
  readonly id: VersionId;
  readonly board: BoardId;
  readonly kind: VersionKind;
  /** Null unless somebody gave it one. */
  readonly name: string | null;
  readonly takenAt: Millis;
};

/** Both documents at one moment, each a whole Yjs update (V2) in gzip: notes without the zones they stand in would be nowhere. */
export type VersionState = { readonly plan: Uint8Array; readonly canvas: Uint8Array };

export type Use = {
  readonly board: BoardId;
  /** When somebody last had it open. */
  readonly usedAt: Millis;
  /** When plan or canvas last changed, as far as is known; null where they have not. */
  readonly changedAt: Millis | null;
};

export type ChangedBoard = {
  readonly board: BoardId;
  readonly changedAt: Millis;
  /** When the newest version was taken; null where there is none. */
  readonly versionAt: Millis | null;
};

export type VersionStorage = {
  addVersion(version: Version, state: VersionState): Promise<void>;
  /** Oldest first. */
  versions(board: BoardId): Promise<readonly Version[]>;
  versionState(board: BoardId, id: VersionId): Promise<VersionState | null>;
  deleteVersions(board: BoardId, ids: readonly VersionId[]): Promise<void>;

  /** Neither time goes back, and what is used is not warned of any more. */
  markUse(uses: readonly Use[]): Promise<void>;
  /** Boards that have changed since their newest version, or in the same millisecond. */
  boardsChanged(): Promise<readonly ChangedBoard[]>;
};

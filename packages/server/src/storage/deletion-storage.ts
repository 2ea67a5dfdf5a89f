/** The port's part for boards that are on their way out. Held to the same contract as the rest of `Storage`. */
import type { BoardId, Millis } from '@samtavla/protocol';

export type Deletion = {
  readonly deletedAt: Millis;
  /** Until then it can be taken back. */
  readonly goneAt: Millis;
};

export type UnusedBoard = {
  readonly board: BoardId;
  readonly usedAt: Millis;
  /** Since when the board says that it will be deleted; null where it does not yet. */
  readonly warnedAt: Millis | null;
};

export type DeletionStorage = {
  /** Marks a board as deleted, or changes when it is gone. */
  markDeleted(board: BoardId, deletion: Deletion): Promise<void>;
  /** The board is as it was, and counts as used now: else disuse would delete it again. */
  takeBackDeletion(board: BoardId, at: Millis): Promise<void>;
  deletion(board: BoardId): Promise<Deletion | null>;
  boardsGone(by: Millis): Promise<readonly BoardId[]>;
  /** Takes away every row that is about the board, and its bytes where the database keeps them in a file of ours. */
  purge(board: BoardId): Promise<void>;

  /** Boards that nobody has used since then, and that are not deleted. */
  boardsUnused(since: Millis): Promise<readonly UnusedBoard[]>;
  /** One board, whenever it was used last; null for one that does not exist. */
  lastUse(board: BoardId): Promise<UnusedBoard | null>;
  warn(boards: readonly BoardId[], at: Millis): Promise<void>;
};

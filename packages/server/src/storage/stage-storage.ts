/** The port's part for what is going on on boards. Held to the same contract as the rest of `Storage`. */
import type { BoardId, Millis, RecordId, Stage } from '@samtavla/protocol';

export type StageStorage = {
  /** Null for a board on which nothing has gone on yet. */
  stage(board: BoardId): Promise<Stage | null>;
  /**
   * Puts the stage in the place of the one whose version is one less; of a board's first, in the place of none. False, and nothing done,
   * where that is not what is there.
   * @param dueAt when time alone changes it; null when it does not
   */
  putStage(board: BoardId, stage: Stage, dueAt: Millis | null): Promise<boolean>;
  /** Boards, but for deleted ones, whose stage time has changed by then. */
  stagesDue(by: Millis): Promise<readonly BoardId[]>;
  /** The notes of a board's desks that have been put on its canvas, by log entries that said so. They may be gone from there. */
  revealed(board: BoardId): Promise<readonly RecordId[]>;
};

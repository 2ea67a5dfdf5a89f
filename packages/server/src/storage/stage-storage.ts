/** The port's part for what is going on on boards. Held to the same contract as the rest of `Storage`. */
import type { Ballot, BoardId, Millis, ParticipantId, RecordId, Stage } from '@samtavla/protocol';

export type PersonsBallot = Ballot & {
  readonly board: BoardId;
  readonly vote: string;
  readonly person: ParticipantId;
};

export type StageStorage = {
  /** Null for a board on which nothing has gone on yet. */
  stage(board: BoardId): Promise<Stage | null>;
  /**
   * Puts the stage in the place of the one whose version is one less; of a board's first, in the place of none. False, and nothing done,
   * where that is not what is there.
   * @param dueAt when time alone changes it; null when it does not
   * @param counted a vote whose result it holds: its ballots are gone with it, and nothing of them is left in the database's files
   */
  putStage(board: BoardId, stage: Stage, dueAt: Millis | null, counted?: string): Promise<boolean>;
  /** Boards, but for deleted ones, whose stage time has changed by then. */
  stagesDue(by: Millis): Promise<readonly BoardId[]>;
  /**
   * Puts a person's ballot in the place of their earlier one, while the board's stage is of this version, so that none comes after those
   * that were counted. `older` where a later one is there, `stale` where the stage is another by now; nothing is done then.
   */
  putBallot(ballot: PersonsBallot, whileVersion: number): Promise<'stored' | 'older' | 'stale'>;
  ballot(board: BoardId, vote: string, person: ParticipantId): Promise<Ballot | null>;
  /** All there are of a vote, in no particular order, and without whose they are. */
  ballots(board: BoardId, vote: string): Promise<readonly Ballot[]>;
  /** The notes of a board's desks that have been put on its canvas, by log entries that said so. They may be gone from there. */
  revealed(board: BoardId): Promise<readonly RecordId[]>;
};

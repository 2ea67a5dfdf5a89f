/** What is going on on boards, in SQLite. Each method is a part of a transaction that the caller has begun, or a single read. */
import {
  OPEN_STAGE,
  stageOf,
  type Ballot,
  type BoardId,
  type Millis,
  type ParticipantId,
  type RecordId,
  type Stage,
} from '@samtavla/protocol';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { PersonsBallot } from '../stage-storage.ts';
import type { RevealedNotes } from '../storage.ts';
import type { Row } from './rows.ts';

/** Boards from before it have had no stage but the first. */
export const STAGE_MIGRATION = `
  CREATE TABLE stage (
    board TEXT PRIMARY KEY REFERENCES board (id),
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    due_at INTEGER
  ) STRICT;
  CREATE INDEX stage_due ON stage (due_at) WHERE due_at IS NOT NULL;
  `;

/** Which notes of desks have been put on the canvas, so that each is once. */
export const REVEALED_MIGRATION = `
  CREATE TABLE revealed (
    board TEXT NOT NULL REFERENCES board (id),
    note TEXT NOT NULL,
    PRIMARY KEY (board, note)
  ) STRICT;
  `;

/** Who voted for what, until it is counted. */
export const BALLOT_MIGRATION = `
  CREATE TABLE ballot (
    board TEXT NOT NULL REFERENCES board (id),
    vote TEXT NOT NULL,
    person TEXT NOT NULL,
    revision INTEGER NOT NULL,
    votes TEXT NOT NULL,
    PRIMARY KEY (board, vote, person)
  ) STRICT;
  `;

const SQL = {
  stage: 'SELECT state FROM stage WHERE board = ?',
  first: `
    INSERT INTO stage (board, version, state, due_at) SELECT id, ?2, ?3, ?4 FROM board WHERE id = ?1
    ON CONFLICT (board) DO NOTHING`,
  next: 'UPDATE stage SET version = ?2, state = ?3, due_at = ?4 WHERE board = ?1 AND version = ?2 - 1',
  due: `
    SELECT board FROM stage
    WHERE due_at <= ? AND NOT EXISTS (SELECT 1 FROM deletion WHERE deletion.board = stage.board)`,
  reveal: 'INSERT INTO revealed (board, note) VALUES (?, ?) ON CONFLICT DO NOTHING',
  revealed: 'SELECT note FROM revealed WHERE board = ?',
  putBallot: `
    INSERT INTO ballot (board, vote, person, revision, votes)
    SELECT ?1, ?2, ?3, ?4, ?5 FROM stage WHERE board = ?1 AND version = ?6
    ON CONFLICT (board, vote, person) DO UPDATE SET revision = excluded.revision, votes = excluded.votes
    WHERE excluded.revision > ballot.revision`,
  isOfVersion: 'SELECT 1 FROM stage WHERE board = ? AND version = ?',
  ballot: 'SELECT revision, votes FROM ballot WHERE board = ? AND vote = ? AND person = ?',
  ballots: 'SELECT revision, votes FROM ballot WHERE board = ? AND vote = ?',
  forgetBallots: 'DELETE FROM ballot WHERE board = ? AND vote = ?',
} as const;

export class SqliteStages {
  readonly #sql: Record<keyof typeof SQL, StatementSync>;

  constructor(database: DatabaseSync) {
    const prepared = Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)]);
    this.#sql = Object.fromEntries(prepared) as Record<keyof typeof SQL, StatementSync>;
  }

  stage(board: BoardId): Stage | null {
    const row = this.#sql.stage.get(board);
    return row === undefined ? null : stageOf(JSON.parse(row['state'] as string));
  }

  put(board: BoardId, stage: Stage, dueAt: Millis | null, counted?: string): boolean {
    const statement = stage.version - 1 === OPEN_STAGE.version ? this.#sql.first : this.#sql.next;
    const isPut = statement.run(board, stage.version, JSON.stringify(stage), dueAt).changes === 1;
    if (isPut && counted !== undefined) this.#sql.forgetBallots.run(board, counted);
    return isPut;
  }

  putBallot({ board, vote, person, revision, votes }: PersonsBallot, version: number): 'stored' | 'older' | 'stale' {
    const put = this.#sql.putBallot.run(board, vote, person, revision, JSON.stringify(votes), version);
    if (put.changes === 1) return 'stored';
    return this.#sql.isOfVersion.get(board, version) === undefined ? 'stale' : 'older';
  }

  ballot(board: BoardId, vote: string, person: ParticipantId): Ballot | null {
    const row = this.#sql.ballot.get(board, vote, person);
    return row === undefined ? null : ballotOf(row);
  }

  ballots(board: BoardId, vote: string): Ballot[] {
    return this.#sql.ballots.all(board, vote).map(ballotOf);
  }

  reveal({ board, notes }: RevealedNotes): void {
    for (const note of notes) this.#sql.reveal.run(board, note);
  }

  revealed(board: BoardId): RecordId[] {
    return this.#sql.revealed.all(board).map((row) => row['note'] as RecordId);
  }

  due(by: Millis): BoardId[] {
    return this.#sql.due.all(by).map((row) => row['board'] as BoardId);
  }
}

const ballotOf = (row: Row): Ballot => ({
  revision: row['revision'] as number,
  votes: JSON.parse(row['votes'] as string) as Ballot['votes'],
});

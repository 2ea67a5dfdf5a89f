/** What is going on on boards, in SQLite. Each method is a part of a transaction that the caller has begun, or a single read. */
import { OPEN_STAGE, type BoardId, type Millis, type Stage } from '@samtavla/protocol';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

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

const SQL = {
  stage: 'SELECT state FROM stage WHERE board = ?',
  first: `
    INSERT INTO stage (board, version, state, due_at) SELECT id, ?2, ?3, ?4 FROM board WHERE id = ?1
    ON CONFLICT (board) DO NOTHING`,
  next: 'UPDATE stage SET version = ?2, state = ?3, due_at = ?4 WHERE board = ?1 AND version = ?2 - 1',
  due: `
    SELECT board FROM stage
    WHERE due_at <= ? AND NOT EXISTS (SELECT 1 FROM deletion WHERE deletion.board = stage.board)`,
} as const;

export class SqliteStages {
  readonly #sql: Record<keyof typeof SQL, StatementSync>;

  constructor(database: DatabaseSync) {
    const prepared = Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)]);
    this.#sql = Object.fromEntries(prepared) as Record<keyof typeof SQL, StatementSync>;
  }

  stage(board: BoardId): Stage | null {
    const row = this.#sql.stage.get(board);
    return row === undefined ? null : (JSON.parse(row['state'] as string) as Stage);
  }

  put(board: BoardId, stage: Stage, dueAt: Millis | null): boolean {
    const statement = stage.version - 1 === OPEN_STAGE.version ? this.#sql.first : this.#sql.next;
    return statement.run(board, stage.version, JSON.stringify(stage), dueAt).changes === 1;
  }

  due(by: Millis): BoardId[] {
    return this.#sql.due.all(by).map((row) => row['board'] as BoardId);
  }
}

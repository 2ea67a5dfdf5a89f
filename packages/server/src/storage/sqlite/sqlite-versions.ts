/** Versions, use and deletion in SQLite. Each method is a part of a transaction that the caller has begun, or a single read. */
import type { BoardId, Millis, VersionId, VersionKind } from '@samtavla/protocol';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Deletion, UnusedBoard } from '../deletion-storage.ts';
import type { ChangedBoard, Use, Version, VersionState } from '../version-storage.ts';
import type { Row } from './rows.ts';

const SQL = {
  add: 'INSERT INTO version (id, board, kind, name, taken_at, plan, canvas) VALUES (?, ?, ?, ?, ?, ?, ?)',
  list: 'SELECT id, board, kind, name, taken_at FROM version WHERE board = ? ORDER BY taken_at, rowid',
  state: 'SELECT plan, canvas FROM version WHERE board = ? AND id = ?',
  remove: 'DELETE FROM version WHERE board = ? AND id = ?',
  // A board that is gone meanwhile has no use any more.
  markUse: `
    INSERT INTO board_use (board, used_at, changed_at) SELECT id, ?2, ?3 FROM board WHERE id = ?1
    ON CONFLICT (board) DO UPDATE SET
      used_at = max(used_at, excluded.used_at),
      changed_at = coalesce(max(changed_at, excluded.changed_at), changed_at, excluded.changed_at),
      warned_at = NULL`,
  changed: `
    SELECT * FROM (
      SELECT board, changed_at, (SELECT max(taken_at) FROM version WHERE version.board = board_use.board) AS version_at
      FROM board_use WHERE changed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deletion WHERE deletion.board = board_use.board)
    ) WHERE version_at IS NULL OR version_at <= changed_at`,
  markDeleted: `
    INSERT INTO deletion (board, deleted_at, gone_at) VALUES (?, ?, ?)
    ON CONFLICT (board) DO UPDATE SET gone_at = excluded.gone_at`,
  takeBack: 'DELETE FROM deletion WHERE board = ?',
  deletion: 'SELECT deleted_at, gone_at FROM deletion WHERE board = ?',
  gone: 'SELECT board FROM deletion WHERE gone_at <= ?',
  unused: `
    SELECT id AS board, coalesce(used_at, created_at) AS used_at, warned_at
    FROM board LEFT JOIN board_use ON board_use.board = board.id
    WHERE coalesce(used_at, created_at) < ? AND NOT EXISTS (SELECT 1 FROM deletion WHERE deletion.board = board.id)`,
  lastUse: `
    SELECT id AS board, coalesce(used_at, created_at) AS used_at, warned_at
    FROM board LEFT JOIN board_use ON board_use.board = board.id WHERE id = ?`,
  warn: `
    INSERT INTO board_use (board, used_at, warned_at) SELECT id, created_at, ?2 FROM board WHERE id = ?1
    ON CONFLICT (board) DO UPDATE SET warned_at = excluded.warned_at`,
} as const;

/** What is about a board, in an order that the references between them allow. `/` and `0` are neighbours. */
const PURGE = [
  "DELETE FROM log WHERE document >= ?1 || '/' AND document < ?1 || '0'",
  "DELETE FROM snapshot WHERE document >= ?1 || '/' AND document < ?1 || '0'",
  "DELETE FROM span WHERE document >= ?1 || '/' AND document < ?1 || '0'",
  'DELETE FROM version WHERE board = ?1',
  'DELETE FROM code WHERE board = ?1',
  'DELETE FROM session WHERE participant IN (SELECT id FROM participant WHERE board = ?1)',
  'DELETE FROM participant WHERE board = ?1',
  'DELETE FROM link WHERE board = ?1',
  'DELETE FROM stage WHERE board = ?1',
  'DELETE FROM revealed WHERE board = ?1',
  'DELETE FROM ballot WHERE board = ?1',
  'DELETE FROM board_use WHERE board = ?1',
  'DELETE FROM deletion WHERE board = ?1',
  'DELETE FROM board WHERE id = ?1',
] as const;

export class SqliteVersions {
  readonly #sql: Record<keyof typeof SQL, StatementSync>;
  readonly #purge: readonly StatementSync[];

  constructor(database: DatabaseSync) {
    const prepared = Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)]);
    this.#sql = Object.fromEntries(prepared) as Record<keyof typeof SQL, StatementSync>;
    this.#purge = PURGE.map((sql) => database.prepare(sql));
  }

  add({ id, board, kind, name, takenAt }: Version, { plan, canvas }: VersionState): void {
    this.#sql.add.run(id, board, kind, name, takenAt, plan, canvas);
  }

  list(board: BoardId): Version[] {
    return this.#sql.list.all(board).map(versionOf);
  }

  state(board: BoardId, id: VersionId): VersionState | null {
    const row = this.#sql.state.get(board, id);
    return row === undefined ? null : { plan: row['plan'] as Uint8Array, canvas: row['canvas'] as Uint8Array };
  }

  remove(board: BoardId, ids: readonly VersionId[]): void {
    for (const id of ids) this.#sql.remove.run(board, id);
  }

  markUse(uses: readonly Use[]): void {
    for (const { board, usedAt, changedAt } of uses) this.#sql.markUse.run(board, usedAt, changedAt);
  }

  changed(): ChangedBoard[] {
    return this.#sql.changed.all().map((row) => ({
      board: row['board'] as BoardId,
      changedAt: row['changed_at'] as Millis,
      versionAt: row['version_at'] as Millis | null,
    }));
  }

  markDeleted(board: BoardId, { deletedAt, goneAt }: Deletion): void {
    this.#sql.markDeleted.run(board, deletedAt, goneAt);
  }

  takeBack(board: BoardId, at: Millis): void {
    this.#sql.takeBack.run(board);
    this.#sql.markUse.run(board, at, null);
  }

  deletion(board: BoardId): Deletion | null {
    const row = this.#sql.deletion.get(board);
    return row === undefined ? null : { deletedAt: row['deleted_at'] as Millis, goneAt: row['gone_at'] as Millis };
  }

  gone(by: Millis): BoardId[] {
    return this.#sql.gone.all(by).map((row) => row['board'] as BoardId);
  }

  purge(board: BoardId): void {
    for (const statement of this.#purge) statement.run(board);
  }

  unused(since: Millis): UnusedBoard[] {
    return this.#sql.unused.all(since).map(unusedOf);
  }

  lastUse(board: BoardId): UnusedBoard | null {
    const row = this.#sql.lastUse.get(board);
    return row === undefined ? null : unusedOf(row);
  }

  warn(boards: readonly BoardId[], at: Millis): void {
    for (const board of boards) this.#sql.warn.run(board, at);
  }
}

const versionOf = (row: Row): Version => ({
  id: row['id'] as VersionId,
  board: row['board'] as BoardId,
  kind: row['kind'] as VersionKind,
  name: row['name'] as string | null,
  takenAt: row['taken_at'] as Millis,
});

const unusedOf = (row: Row): UnusedBoard => ({
  board: row['board'] as BoardId,
  usedAt: row['used_at'] as Millis,
  warnedAt: row['warned_at'] as Millis | null,
});

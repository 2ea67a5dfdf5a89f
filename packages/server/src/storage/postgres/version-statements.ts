/** Versions, use and deletion, as statements of Postgres. */
export const VERSION_SQL = {
  addVersion: 'INSERT INTO version (id, board, kind, name, taken_at, plan, canvas) VALUES ($1, $2, $3, $4, $5, $6, $7)',
  versions: 'SELECT id, board, kind, name, taken_at FROM version WHERE board = $1 ORDER BY taken_at, id',
  versionState: 'SELECT plan, canvas FROM version WHERE board = $1 AND id = $2',
  deleteVersions: 'DELETE FROM version WHERE board = $1 AND id = ANY ($2::text[])',
  /** A board that is gone meanwhile has no use any more. `greatest` passes over nulls. */
  markUse: `
    INSERT INTO board_use (board, used_at, changed_at)
    SELECT board.id, use.used_at, use.changed_at
    FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS use (board, used_at, changed_at) JOIN board ON board.id = use.board
    ON CONFLICT (board) DO UPDATE SET
      used_at = greatest(board_use.used_at, excluded.used_at),
      changed_at = greatest(board_use.changed_at, excluded.changed_at),
      warned_at = NULL`,
  boardsChanged: `
    SELECT * FROM (
      SELECT board, changed_at, (SELECT max(taken_at) FROM version WHERE version.board = board_use.board) AS version_at
      FROM board_use WHERE changed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deletion WHERE deletion.board = board_use.board)
    ) AS changed WHERE version_at IS NULL OR version_at <= changed_at`,
  markDeleted: `
    INSERT INTO deletion (board, deleted_at, gone_at) VALUES ($1, $2, $3)
    ON CONFLICT (board) DO UPDATE SET gone_at = excluded.gone_at`,
  takeBackDeletion: 'DELETE FROM deletion WHERE board = $1',
  deletion: 'SELECT deleted_at, gone_at FROM deletion WHERE board = $1',
  boardsGone: 'SELECT board FROM deletion WHERE gone_at <= $1',
  boardsUnused: `
    SELECT id AS board, coalesce(used_at, created_at) AS used_at, warned_at
    FROM board LEFT JOIN board_use ON board_use.board = board.id
    WHERE coalesce(used_at, created_at) < $1 AND NOT EXISTS (SELECT 1 FROM deletion WHERE deletion.board = board.id)`,
  lastUse: `
    SELECT id AS board, coalesce(used_at, created_at) AS used_at, warned_at
    FROM board LEFT JOIN board_use ON board_use.board = board.id WHERE id = $1`,
  warn: `
    INSERT INTO board_use (board, used_at, warned_at) SELECT id, created_at, $2::bigint FROM board WHERE id = ANY ($1::text[])
    ON CONFLICT (board) DO UPDATE SET warned_at = excluded.warned_at`,
  /** `/` and `0` are neighbours, and the collation is by bytes. */
  purgeLog: "DELETE FROM log WHERE document >= $1 || '/' AND document < $1 || '0'",
  purgeSnapshots: "DELETE FROM snapshot WHERE document >= $1 || '/' AND document < $1 || '0'",
  purgeSpans: "DELETE FROM span WHERE document >= $1 || '/' AND document < $1 || '0'",
  purgeVersions: 'DELETE FROM version WHERE board = $1',
  purgeCode: 'DELETE FROM code WHERE board = $1',
  purgeSessions: 'DELETE FROM session WHERE participant IN (SELECT id FROM participant WHERE board = $1)',
  purgeParticipants: 'DELETE FROM participant WHERE board = $1',
  purgeLinks: 'DELETE FROM link WHERE board = $1',
  purgeStage: 'DELETE FROM stage WHERE board = $1',
  purgeRevealed: 'DELETE FROM revealed WHERE board = $1',
  purgeBallots: 'DELETE FROM ballot WHERE board = $1',
  purgeUse: 'DELETE FROM board_use WHERE board = $1',
  purgeDeletion: 'DELETE FROM deletion WHERE board = $1',
  purgeBoard: 'DELETE FROM board WHERE id = $1',
} as const;

/** In an order that the references between them allow. */
export const PURGE = [
  'purgeLog',
  'purgeSnapshots',
  'purgeSpans',
  'purgeVersions',
  'purgeCode',
  'purgeSessions',
  'purgeParticipants',
  'purgeLinks',
  'purgeStage',
  'purgeRevealed',
  'purgeBallots',
  'purgeUse',
  'purgeDeletion',
  'purgeBoard',
] as const;

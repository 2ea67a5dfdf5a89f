/** Versions of boards, when a board was used, and which are deleted. Boards from before it count as used now. */
export const VERSIONS_MIGRATION = `
  CREATE TABLE version (
    id TEXT PRIMARY KEY,
    board TEXT NOT NULL REFERENCES board (id),
    kind TEXT NOT NULL,
    name TEXT,
    taken_at INTEGER NOT NULL,
    plan BLOB NOT NULL,
    canvas BLOB NOT NULL
  ) STRICT;
  CREATE INDEX version_of_board ON version (board, taken_at);

  CREATE TABLE board_use (
    board TEXT PRIMARY KEY REFERENCES board (id),
    used_at INTEGER NOT NULL,
    changed_at INTEGER,
    warned_at INTEGER
  ) STRICT;
  INSERT INTO board_use SELECT id, CAST(unixepoch('subsec') * 1000 AS INTEGER), NULL, NULL FROM board;

  CREATE TABLE deletion (
    board TEXT PRIMARY KEY REFERENCES board (id),
    deleted_at INTEGER NOT NULL,
    gone_at INTEGER NOT NULL
  ) STRICT;
  `;

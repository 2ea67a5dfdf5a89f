/** Versions of boards, when a board was used, and which are deleted. Boards from before it count as used now. */
export const VERSIONS_MIGRATION = `
  CREATE TABLE version (
    id TEXT COLLATE "C" PRIMARY KEY,
    board TEXT COLLATE "C" NOT NULL REFERENCES board (id),
    kind TEXT NOT NULL,
    name TEXT,
    taken_at BIGINT NOT NULL,
    plan BYTEA NOT NULL,
    canvas BYTEA NOT NULL
  );
  CREATE INDEX version_of_board ON version (board, taken_at);

  CREATE TABLE board_use (
    board TEXT COLLATE "C" PRIMARY KEY REFERENCES board (id),
    used_at BIGINT NOT NULL,
    changed_at BIGINT,
    warned_at BIGINT
  );
  INSERT INTO board_use SELECT id, (extract(epoch FROM now()) * 1000)::bigint, NULL, NULL FROM board;

  CREATE TABLE deletion (
    board TEXT COLLATE "C" PRIMARY KEY REFERENCES board (id),
    deleted_at BIGINT NOT NULL,
    gone_at BIGINT NOT NULL
  );
  `;

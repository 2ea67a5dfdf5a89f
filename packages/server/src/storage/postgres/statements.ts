import { VERSION_SQL } from './version-statements.ts';

/** Each is prepared once a connection, under its name. */
const SQL = {
  insertBoard:
    'INSERT INTO board (id, title, template, preset, locale, anonymous, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
  board: 'SELECT * FROM board WHERE id = $1',
  insertLink: 'INSERT INTO link (board, role, hash, sealed, closed_at) VALUES ($1, $2, $3, $4, $5)',
  links: 'SELECT * FROM link WHERE board = $1',
  openLink: 'SELECT * FROM link WHERE board = $1 AND role = $2 AND closed_at IS NULL',
  closeLink: 'UPDATE link SET closed_at = $1, sealed = NULL WHERE board = $2 AND role = $3 AND closed_at IS NULL',
  moveSessions: 'UPDATE session SET link = $1 WHERE link = $2',
  moveSession: 'UPDATE session SET link = $1 WHERE link = $2 AND token_hash = $3',
  /** Held to the end of the transaction: two servers that admit to one board, or change its links, do it one after the other. */
  lockBoard: 'SELECT id FROM board WHERE id = $1 FOR NO KEY UPDATE',
  putCode: `
    INSERT INTO code (board, hash, link, expires_at)
    SELECT $1::text, $2::bytea, $3::bytea, $4::bigint
    WHERE NOT EXISTS (SELECT 1 FROM code WHERE hash = $2::bytea AND board <> $1::text)
    ON CONFLICT (board) DO UPDATE SET hash = excluded.hash, link = excluded.link, expires_at = excluded.expires_at`,
  code: 'SELECT * FROM code WHERE hash = $1',
  putParticipant: `
    INSERT INTO participant (id, board, name, sector, level, join_key_hash) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, sector = excluded.sector, level = excluded.level`,
  participantByJoinKey: 'SELECT * FROM participant WHERE board = $1 AND join_key_hash = $2',
  insertSession: `
    INSERT INTO session (token_hash, participant, role, link, created_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (token_hash) DO NOTHING`,
  session: `
    SELECT session.token_hash, session.role, session.link, link.closed_at, participant.*
    FROM session JOIN participant ON participant.id = session.participant JOIN link ON link.hash = session.link
    WHERE session.token_hash = $1`,
  /** A whole batch, the ids in its order. */
  append: `
    INSERT INTO log (document, entry)
    SELECT document, entry FROM unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS batch (document, entry, place) ORDER BY place`,
  isStored: `
    SELECT 1 FROM log WHERE document = $1 UNION ALL SELECT 1 FROM snapshot WHERE document = $1 LIMIT 1`,
  /** Snapshot and rows in one statement, which sees one moment: between two, a compaction could come. */
  document: `
    SELECT NULL AS id, version, state AS bytes FROM snapshot WHERE document = $1
    UNION ALL SELECT id, NULL, entry FROM log WHERE document = $1
    ORDER BY id NULLS FIRST`,
  /** The two that store a snapshot change one row, or none when it is not the one that was read. */
  firstSnapshot:
    'INSERT INTO snapshot (document, version, state) VALUES ($1, $2 + 1, $3) ON CONFLICT (document) DO NOTHING',
  nextSnapshot: 'UPDATE snapshot SET version = $2 + 1, state = $3 WHERE document = $1 AND version = $2',
  deleteRows: 'DELETE FROM log WHERE document = $1 AND id = ANY ($2::bigint[])',
  probe: 'UPDATE probe SET writes = writes + 1',
  ...VERSION_SQL,
} as const;

export type Statement = keyof typeof SQL;

export const prepared = (name: Statement, values: unknown[]) => ({ name, text: SQL[name], values });

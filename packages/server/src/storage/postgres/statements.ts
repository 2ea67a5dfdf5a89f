import { STAGE_SQL } from './stage-statements.ts';
import { TEMPLATE_SQL } from './template-statements.ts';
import { VERSION_SQL } from './version-statements.ts';

/** Each is prepared once a connection, under its name. */
const SQL = {
  insertBoard:
    'INSERT INTO board (id, title, template, preset, locale, anonymous, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
  board: 'SELECT * FROM board WHERE id = $1',
  insertLink: 'INSERT INTO link (board, role, hash, sealed, closed_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)',
  links: 'SELECT * FROM link WHERE board = $1',
  openLink: 'SELECT * FROM link WHERE board = $1 AND role = $2 AND closed_at IS NULL',
  closeLink: 'UPDATE link SET closed_at = $1, sealed = NULL WHERE board = $2 AND role = $3 AND closed_at IS NULL',
  endLink: 'UPDATE link SET ends_at = $1 WHERE board = $2 AND role = $3 AND closed_at IS NULL',
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
  people: `
    SELECT participant.*, min(session.created_at) AS joined_at, string_agg(DISTINCT session.role, ',') AS roles
    FROM participant JOIN session ON session.participant = participant.id
    WHERE participant.board = $1 GROUP BY participant.id ORDER BY joined_at, participant.id`,
  isPresent: 'SELECT 1 FROM participant WHERE id = $1 AND board = $2 AND removed_at IS NULL',
  removePerson: `
    UPDATE participant SET removed_at = $1, join_key_hash = NULL WHERE id = $2 AND board = $3 AND removed_at IS NULL`,
  insertSpan: 'INSERT INTO span (document, client, start, person) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
  spans: 'SELECT client, start, person FROM span WHERE document = $1',
  session: `
    SELECT session.token_hash, session.role, session.link, link.closed_at, link.ends_at, participant.*
    FROM session JOIN participant ON participant.id = session.participant JOIN link ON link.hash = session.link
    WHERE session.token_hash = $1`,
  /** A whole batch, the ids in its order. */
  append: `
    INSERT INTO log (document, entry, checksum)
    SELECT document, entry, checksum
    FROM unnest($1::text[], $2::bytea[], $3::bigint[]) WITH ORDINALITY AS batch (document, entry, checksum, place) ORDER BY place
    RETURNING id`,
  isStored: `
    SELECT 1 FROM log WHERE document = $1 UNION ALL SELECT 1 FROM snapshot WHERE document = $1 LIMIT 1`,
  /** Snapshot and rows in one statement, which sees one moment: between two, a compaction could come. */
  document: `
    SELECT NULL AS id, version, state AS bytes, checksum FROM snapshot WHERE document = $1
    UNION ALL SELECT id, NULL, entry, checksum FROM log WHERE document = $1
    ORDER BY id NULLS FIRST`,
  /** Of documents ($1) with the versions ($2) and rows of the log ($3, of all of them) that are known; in one statement too. */
  beyond: `
    WITH known AS (
      SELECT known.document, snapshot.state, snapshot.checksum, coalesce(snapshot.version, 0) AS version,
        coalesce(snapshot.version, 0) <> known.version AS is_other
      FROM unnest($1::text[], $2::bigint[]) AS known (document, version)
      LEFT JOIN snapshot ON snapshot.document = known.document)
    SELECT document, NULL AS id, version, state AS bytes, checksum FROM known WHERE is_other
    UNION ALL
    SELECT log.document, log.id, NULL, log.entry, log.checksum FROM known JOIN log ON log.document = known.document
    WHERE is_other OR NOT EXISTS (SELECT 1 FROM unnest($3::bigint[]) AS read (id) WHERE read.id = log.id)
    ORDER BY id NULLS FIRST`,
  /** The two that store a snapshot change one row, or none when it is not the one that was read. */
  firstSnapshot:
    'INSERT INTO snapshot (document, version, state, checksum) VALUES ($1, $2 + 1, $3, $4) ON CONFLICT (document) DO NOTHING',
  nextSnapshot: 'UPDATE snapshot SET version = $2 + 1, state = $3, checksum = $4 WHERE document = $1 AND version = $2',
  deleteRows: 'DELETE FROM log WHERE document = $1 AND id = ANY ($2::bigint[])',
  /** Held by a connection until it ends, and not waited for. */
  holdName: 'SELECT pg_try_advisory_lock($1, hashtext($2)) AS held',
  probe: 'UPDATE probe SET writes = writes + 1',
  ...TEMPLATE_SQL,
  ...VERSION_SQL,
  ...STAGE_SQL,
} as const;

export type Statement = keyof typeof SQL;

export const prepared = (name: Statement, values: unknown[]) => ({ name, text: SQL[name], values });

import type { DatabaseSync, StatementSync } from 'node:sqlite';

const SQL = {
  insertBoard:
    'INSERT INTO board (id, title, template, preset, locale, anonymous, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  board: 'SELECT * FROM board WHERE id = ?',
  insertLink: 'INSERT INTO link (board, role, hash, sealed, closed_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)',
  links: 'SELECT * FROM link WHERE board = ?',
  openLink: 'SELECT * FROM link WHERE board = ? AND role = ? AND closed_at IS NULL',
  closeLink: 'UPDATE link SET closed_at = ?, sealed = NULL WHERE board = ? AND role = ? AND closed_at IS NULL',
  endLink: 'UPDATE link SET ends_at = ? WHERE board = ? AND role = ? AND closed_at IS NULL',
  moveSessions: 'UPDATE session SET link = ? WHERE link = ?',
  moveSession: 'UPDATE session SET link = ? WHERE link = ? AND token_hash = ?',
  putCode: `
    INSERT INTO code (board, hash, link, expires_at)
    SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM code WHERE hash = ?2 AND board <> ?1)
    ON CONFLICT (board) DO UPDATE SET hash = excluded.hash, link = excluded.link, expires_at = excluded.expires_at`,
  code: 'SELECT * FROM code WHERE hash = ?',
  putParticipant: `
    INSERT INTO participant (id, board, name, sector, level, join_key_hash) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, sector = excluded.sector, level = excluded.level`,
  participantByJoinKey: 'SELECT * FROM participant WHERE board = ? AND join_key_hash = ?',
  insertSession: `
    INSERT INTO session (token_hash, participant, role, link, created_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (token_hash) DO NOTHING`,
  people: `
    SELECT participant.*, min(session.created_at) AS joined_at, group_concat(DISTINCT session.role) AS roles
    FROM participant JOIN session ON session.participant = participant.id
    WHERE participant.board = ?1 GROUP BY participant.id ORDER BY joined_at, participant.id`,
  isPresent: 'SELECT 1 FROM participant WHERE id = ?1 AND board = ?2 AND removed_at IS NULL',
  removePerson: `
    UPDATE participant SET removed_at = ?1, join_key_hash = NULL WHERE id = ?2 AND board = ?3 AND removed_at IS NULL`,
  insertSpan: 'INSERT INTO span (document, client, start, person) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING',
  spans: 'SELECT client, start, person FROM span WHERE document = ?1',
  session: `
    SELECT session.token_hash, session.role, session.link, link.closed_at, link.ends_at, participant.*
    FROM session JOIN participant ON participant.id = session.participant JOIN link ON link.hash = session.link
    WHERE session.token_hash = ?`,
  append: 'INSERT INTO log (document, entry, checksum) VALUES (?, ?, ?)',
  tail: 'SELECT id, entry, checksum FROM log WHERE document = ? ORDER BY id',
  snapshot: 'SELECT version, state, checksum FROM snapshot WHERE document = ?',
  putSnapshot: `
    INSERT INTO snapshot (document, version, state, checksum) VALUES (?, ?, ?, ?)
    ON CONFLICT (document) DO UPDATE SET version = excluded.version, state = excluded.state, checksum = excluded.checksum`,
  deleteRow: 'DELETE FROM log WHERE id = ?',
  probe: 'UPDATE probe SET writes = writes + 1',
} as const;

export type Statements = Record<keyof typeof SQL, StatementSync>;

export function prepareStatements(database: DatabaseSync): Statements {
  return Object.fromEntries(Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)])) as Statements;
}

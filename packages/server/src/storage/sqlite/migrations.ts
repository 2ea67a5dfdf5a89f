import type { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../start-error.ts';
import { BALLOT_MIGRATION, REVEALED_MIGRATION, STAGE_MIGRATION } from './sqlite-stages.ts';
import { TEMPLATE_MIGRATION } from './sqlite-templates.ts';
import { VERSIONS_MIGRATION } from './versions-migration.ts';

/**
 * Forward only. A migration is never changed once it has shipped: what comes later is a new one. The database's
 * `user_version` is how many of them it has had.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE board (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    template TEXT NOT NULL,
    preset TEXT NOT NULL,
    locale TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE link (
    board TEXT NOT NULL REFERENCES board (id),
    role TEXT NOT NULL,
    hash BLOB NOT NULL,
    sealed BLOB,
    closed_at INTEGER,
    PRIMARY KEY (board, role)
  ) STRICT;

  CREATE TABLE participant (
    id TEXT PRIMARY KEY,
    board TEXT NOT NULL REFERENCES board (id),
    name TEXT,
    sector TEXT,
    level TEXT,
    join_key_hash BLOB,
    UNIQUE (board, join_key_hash)
  ) STRICT;

  CREATE TABLE session (
    token_hash BLOB PRIMARY KEY,
    participant TEXT NOT NULL REFERENCES participant (id),
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  -- AUTOINCREMENT: a row's id is never used again, so that a compaction deletes what it read and nothing that came later.
  CREATE TABLE log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL,
    entry BLOB NOT NULL
  ) STRICT;
  CREATE INDEX log_of_document ON log (document, id);

  CREATE TABLE snapshot (
    document TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    state BLOB NOT NULL
  ) STRICT;

  CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), writes INTEGER NOT NULL) STRICT;
  INSERT INTO probe VALUES (1, 0);
  `,
  // A board keeps its closed links, to tell them from wrong ones, and a session knows by which link it came.
  `
  CREATE TABLE any_link (
    hash BLOB PRIMARY KEY,
    board TEXT NOT NULL REFERENCES board (id),
    role TEXT NOT NULL,
    sealed BLOB,
    closed_at INTEGER
  ) STRICT;
  INSERT INTO any_link SELECT hash, board, role, iif(closed_at IS NULL, sealed, NULL), closed_at FROM link;
  DROP TABLE link;
  ALTER TABLE any_link RENAME TO link;
  CREATE INDEX link_of_board ON link (board);
  CREATE UNIQUE INDEX open_link ON link (board, role) WHERE closed_at IS NULL;

  ALTER TABLE session ADD COLUMN link BLOB REFERENCES link (hash);
  UPDATE session SET link = (
    SELECT link.hash FROM link JOIN participant ON participant.board = link.board
    WHERE participant.id = session.participant AND link.role = session.role
  );
  CREATE INDEX session_by_link ON session (link);
  `,
  // A short code is one at a time for a board, and its link's.
  `
  CREATE TABLE code (
    board TEXT PRIMARY KEY REFERENCES board (id),
    hash BLOB NOT NULL UNIQUE,
    link BLOB NOT NULL REFERENCES link (hash),
    expires_at INTEGER NOT NULL
  ) STRICT;
  `,
  // A link may end by itself.
  'ALTER TABLE link ADD COLUMN ends_at INTEGER',
  // A person may be removed.
  'ALTER TABLE participant ADD COLUMN removed_at INTEGER; CREATE INDEX session_of_person ON session (participant);',
  // Who wrote what of a document.
  `
  CREATE TABLE span (
    document TEXT NOT NULL,
    client INTEGER NOT NULL,
    start INTEGER NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (document, client, start)
  ) STRICT;
  `,
  VERSIONS_MIGRATION,
  // What is stored is known again by its checksum; what was there before has none.
  'ALTER TABLE log ADD COLUMN checksum INTEGER; ALTER TABLE snapshot ADD COLUMN checksum INTEGER;',
  STAGE_MIGRATION,
  REVEALED_MIGRATION,
  BALLOT_MIGRATION,
  TEMPLATE_MIGRATION,
];

export function migrate(database: DatabaseSync, path: string, migrations: readonly string[]): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > migrations.length) {
    throw new StartError(
      `${path} is of version ${version}, from a newer Samtavla; this one knows up to ${migrations.length}. Start the newer one.`,
    );
  }
  for (const [index, sql] of migrations.entries()) {
    if (index >= version) database.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}

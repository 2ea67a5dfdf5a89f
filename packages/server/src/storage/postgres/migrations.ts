import type { Client } from 'pg';
import { StartError } from '../../start-error.ts';
import { BALLOT_MIGRATION, REVEALED_MIGRATION, STAGE_MIGRATION } from './stage-statements.ts';
import { TEMPLATE_MIGRATION } from './template-statements.ts';
import { VERSIONS_MIGRATION } from './versions-migration.ts';

/**
 * Forward only. A migration is never changed once it has shipped: what comes later is a new one. `schema_version` says how many of
 * them the database has had.
 *
 * Text that is a key has the collation "C": the order of others changes with the operating system, and breaks their indexes.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE board (
    id TEXT COLLATE "C" PRIMARY KEY,
    title TEXT NOT NULL,
    template TEXT NOT NULL,
    preset TEXT NOT NULL,
    locale TEXT NOT NULL,
    anonymous BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
  );

  CREATE TABLE link (
    board TEXT COLLATE "C" NOT NULL REFERENCES board (id),
    role TEXT COLLATE "C" NOT NULL,
    hash BYTEA NOT NULL,
    sealed BYTEA,
    closed_at BIGINT,
    PRIMARY KEY (board, role)
  );

  CREATE TABLE participant (
    id TEXT COLLATE "C" PRIMARY KEY,
    board TEXT COLLATE "C" NOT NULL REFERENCES board (id),
    name TEXT,
    sector TEXT,
    level TEXT,
    join_key_hash BYTEA,
    UNIQUE (board, join_key_hash)
  );

  CREATE TABLE session (
    token_hash BYTEA PRIMARY KEY,
    participant TEXT COLLATE "C" NOT NULL REFERENCES participant (id),
    role TEXT NOT NULL,
    created_at BIGINT NOT NULL
  );

  -- A row's id is never used again, so that a compaction deletes what it read and nothing that came later.
  CREATE TABLE log (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document TEXT COLLATE "C" NOT NULL,
    entry BYTEA NOT NULL
  );
  CREATE INDEX log_of_document ON log (document, id);

  CREATE TABLE snapshot (
    document TEXT COLLATE "C" PRIMARY KEY,
    version BIGINT NOT NULL,
    state BYTEA NOT NULL
  );

  CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), writes BIGINT NOT NULL);
  INSERT INTO probe VALUES (1, 0);
  `,
  // A board keeps its closed links, to tell them from wrong ones, and a session knows by which link it came.
  `
  ALTER TABLE link DROP CONSTRAINT link_pkey;
  ALTER TABLE link ADD PRIMARY KEY (hash);
  UPDATE link SET sealed = NULL WHERE closed_at IS NOT NULL;
  CREATE INDEX link_of_board ON link (board);
  CREATE UNIQUE INDEX open_link ON link (board, role) WHERE closed_at IS NULL;

  ALTER TABLE session ADD COLUMN link BYTEA REFERENCES link (hash);
  UPDATE session SET link = (
    SELECT link.hash FROM link JOIN participant ON participant.board = link.board
    WHERE participant.id = session.participant AND link.role = session.role
  );
  ALTER TABLE session ALTER COLUMN link SET NOT NULL;
  CREATE INDEX session_by_link ON session (link);
  `,
  // A short code is one at a time for a board, and its link's.
  `
  CREATE TABLE code (
    board TEXT COLLATE "C" PRIMARY KEY REFERENCES board (id),
    hash BYTEA NOT NULL UNIQUE,
    link BYTEA NOT NULL REFERENCES link (hash),
    expires_at BIGINT NOT NULL
  );
  `,
  // A link may end by itself.
  'ALTER TABLE link ADD COLUMN ends_at BIGINT',
  // A person may be removed.
  'ALTER TABLE participant ADD COLUMN removed_at BIGINT; CREATE INDEX session_of_person ON session (participant);',
  // Who wrote what of a document.
  `
  CREATE TABLE span (
    document TEXT COLLATE "C" NOT NULL,
    client BIGINT NOT NULL,
    start BIGINT NOT NULL,
    person TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (document, client, start)
  );
  `,
  VERSIONS_MIGRATION,
  // What is stored is known again by its checksum; what was there before has none.
  'ALTER TABLE log ADD COLUMN checksum BIGINT; ALTER TABLE snapshot ADD COLUMN checksum BIGINT;',
  STAGE_MIGRATION,
  REVEALED_MIGRATION,
  BALLOT_MIGRATION,
  TEMPLATE_MIGRATION,
];

/** Whose turn it is to migrate: any number that no other program locks in this database. */
const MIGRATING = 7_268_282_185;

/** All in one transaction, which also holds the lock: two servers that start at once migrate once, and a start that breaks leaves nothing. */
export async function migrate(client: Client, place: string): Promise<void> {
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING]);
  await client.query('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
  const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
  const version = rows[0]?.version ?? 0;
  if (version > MIGRATIONS.length) {
    throw new StartError(
      `${place} is of version ${version}, from a newer Samtavla; this one knows up to ${MIGRATIONS.length}. Start the newer one.`,
    );
  }
  for (const sql of MIGRATIONS.slice(version)) await client.query(sql);
  await client.query('DELETE FROM schema_version');
  await client.query('INSERT INTO schema_version VALUES ($1)', [MIGRATIONS.length]);
  await client.query('COMMIT');
}

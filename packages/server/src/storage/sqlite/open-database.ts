import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../start-error.ts';
import { holdDataDirectory } from './data-directory.ts';
import { migrate, MIGRATIONS } from './migrations.ts';
import { isCorrupt } from './sqlite-error.ts';

export type OpenDatabase = { readonly database: DatabaseSync; close(): void };

/**
 * Opens the data directory's database and holds the directory until `close`. Throws a `StartError` when it cannot.
 * @param migrations for tests: those of an earlier version
 */
export function openDatabase(dataDir: string, migrations = MIGRATIONS): OpenDatabase {
  const held = holdDataDirectory(dataDir);
  try {
    const database = connect(join(dataDir, 'samtavla.db'), migrations);
    return {
      database,
      close() {
        database.close();
        held.close();
      },
    };
  } catch (error) {
    held.close();
    throw error;
  }
}

function connect(path: string, migrations: readonly string[]): DatabaseSync {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { timeout: 5_000, enableForeignKeyConstraints: true });
    // FULL: a commit returns when the disk has it. WAL's default, NORMAL, returns before, and a power cut would take
    // what was acknowledged.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    // What is deleted is overwritten: else it stays in the file for whoever reads that.
    database.exec('PRAGMA secure_delete = ON;');
    chmodSync(path, 0o600);
    migrate(database, path, migrations);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof StartError) throw error;
    if (isCorrupt(error))
      throw new StartError(`${path} is damaged, or no Samtavla database. Put a backup in its place.`);
    throw new StartError(`${path} cannot be opened (${reasonOf(error)}).`);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);

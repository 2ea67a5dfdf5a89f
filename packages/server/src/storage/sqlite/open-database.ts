import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../start-error.ts';
import { migrate } from './migrations.ts';
import { isBusy, isCorrupt } from './sqlite-error.ts';

export type OpenDatabase = { readonly database: DatabaseSync; close(): void };

/** Opens the data directory's database and holds the directory until `close`. Throws a `StartError` when it cannot. */
export function openDatabase(dataDir: string): OpenDatabase {
  makeDirectory(dataDir);
  const lock = lockDirectory(dataDir);
  try {
    const database = connect(join(dataDir, 'samtavla.db'));
    return {
      database,
      close() {
        database.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

function makeDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `DATA_DIR is ${JSON.stringify(dataDir)}, but must be a directory that the server can write to (${reasonOf(error)}).`,
    );
  }
}

/**
 * Two servers on one database would each hold documents in memory that the other changes on disk. The lock is SQLite's own,
 * on a file beside the database: the operating system lets go of it with the process, however that ends, and the database
 * itself stays open to a backup.
 */
function lockDirectory(dataDir: string): DatabaseSync {
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(join(dataDir, 'samtavla.lock'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (isBusy(error))
      throw new StartError(
        `DATA_DIR is ${JSON.stringify(dataDir)}, and another Samtavla is running on it. Stop that one first.`,
      );
    throw new StartError(
      `DATA_DIR is ${JSON.stringify(dataDir)}, but must be a directory that the server can write to (${reasonOf(error)}).`,
    );
  }
}

function connect(path: string): DatabaseSync {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { timeout: 5_000, enableForeignKeyConstraints: true });
    // FULL: a commit returns when the disk has it. WAL's default, NORMAL, returns before, and a power cut would take
    // what was acknowledged.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    chmodSync(path, 0o600);
    migrate(database, path);
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

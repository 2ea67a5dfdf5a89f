import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../start-error.ts';
import { isBusy } from './sqlite-error.ts';

/** Let go of by `close`, or with the process. */
export type HeldDirectory = { close(): void };

/** Makes the data directory if need be and holds it, for this process alone. Throws a `StartError` when it cannot. */
export function holdDataDirectory(dataDir: string): HeldDirectory {
  makeDirectory(dataDir);
  return lock(dataDir);
}

/** The same without holding it: several nodes keep images in it, and no database. */
export function shareDataDirectory(dataDir: string): HeldDirectory {
  makeDirectory(dataDir);
  return { close: () => {} };
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
 * Two servers on one database would each hold documents in memory that the other changes on disk, and clear away each other's
 * images on their way in. The lock is SQLite's own, on a file beside the database: the operating system lets go of it with the
 * process, however that ends, and the database itself stays open to a backup.
 */
function lock(dataDir: string): DatabaseSync {
  let file: DatabaseSync | null = null;
  try {
    file = new DatabaseSync(join(dataDir, 'samtavla.lock'), { timeout: 0 });
    file.exec('BEGIN EXCLUSIVE');
    return file;
  } catch (error) {
    file?.close();
    if (isBusy(error))
      throw new StartError(
        `DATA_DIR is ${JSON.stringify(dataDir)}, and another Samtavla is running on it. Stop that one first.`,
      );
    throw new StartError(
      `DATA_DIR is ${JSON.stringify(dataDir)}, but must be a directory that the server can write to (${reasonOf(error)}).`,
    );
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);

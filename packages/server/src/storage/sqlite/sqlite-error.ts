import { StorageCorrupt, StorageUnavailable } from '../storage-error.ts';

/** SQLite's primary result codes; node:sqlite gives the extended one, whose low byte is the primary. */
const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_CONSTRAINT = 19;
const SQLITE_NOTADB = 26;

function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

export const isBusy = (error: unknown): boolean => resultCode(error) === SQLITE_BUSY;
export const isCorrupt = (error: unknown): boolean => [SQLITE_CORRUPT, SQLITE_NOTADB].includes(resultCode(error) ?? 0);

/** What the port promises to throw. A broken constraint is a mistake of ours and stays what it is. */
export function storageError(error: unknown): unknown {
  const code = resultCode(error);
  if (code === null || code === SQLITE_CONSTRAINT) return error;
  if (isCorrupt(error)) return new StorageCorrupt('The database is damaged.', { cause: error });
  return new StorageUnavailable('The database cannot be used now.', { cause: error });
}

import { DatabaseError } from 'pg';
import { StorageCorrupt, StorageUnavailable } from '../storage-error.ts';

/** SQLSTATEs: https://www.postgresql.org/docs/current/errcodes-appendix.html. A class is the first two characters. */
const DATA_CORRUPTED = 'XX001';
const INDEX_CORRUPTED = 'XX002';
/** Mistakes of ours, which no trying again mends: data exception, integrity constraint violation, syntax error or access rule. */
const OURS = ['22', '23', '42'];
const INSUFFICIENT_PRIVILEGE = '42501';

/** Not there yet, or full: what a start waits for. */
const STARTING = ['57P01', '57P02', '57P03', '53300'];
const NETWORK = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
];

/** What the port promises to throw, for anything that a connection or a query of `pg` threw. */
export function storageError(error: unknown): unknown {
  if (error instanceof TypeError) return error;
  const sqlState = error instanceof DatabaseError ? (error.code ?? '') : null;
  if (sqlState === DATA_CORRUPTED || sqlState === INDEX_CORRUPTED)
    return new StorageCorrupt('The database is damaged.', { cause: error });
  if (sqlState !== null && OURS.includes(sqlState.slice(0, 2)) && sqlState !== INSUFFICIENT_PRIVILEGE) return error;
  // Disk full (53100), shutting down (57P01), read-only (25006), a time that ran out (57014, 55P03), or, with no SQLSTATE, a
  // connection that broke, never came, or says nothing.
  return new StorageUnavailable('The database cannot be used now.', { cause: error });
}

/** Whether a database that could not be connected to may be on its way up. */
export function mayComeYet(error: unknown): boolean {
  if (error instanceof DatabaseError) return STARTING.includes(error.code ?? '');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // `pg` itself ends a connection that takes too long, with no code.
  return typeof code === 'string' ? NETWORK.includes(code) : error instanceof Error;
}

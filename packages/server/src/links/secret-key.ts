import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';

/** The key that an installation without `SECRET_KEY` makes for itself, once, in its data directory. */
export function ownSecretKey(dataDir: string): string {
  const path = join(dataDir, 'secret.key');
  try {
    // `wx`: never over one that exists, for the links in the database are encrypted with it.
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw unreadable(path);
  }
  return read(path);
}

function read(path: string): string {
  try {
    const key = readFileSync(path, 'utf8').trim();
    if (key !== '') return key;
  } catch {
    // The sentence below says it.
  }
  throw unreadable(path);
}

const unreadable = (path: string) =>
  new StartError(`${path} cannot be read or written. It holds the key that the links are encrypted with.`);

import type { Config } from '../config/config.ts';
import { PostgresStorage } from './postgres/postgres-storage.ts';
import { holdDataDirectory, shareDataDirectory } from './sqlite/data-directory.ts';
import { ThreadedSqlite } from './sqlite/threaded-sqlite.ts';
import type { Storage } from './storage.ts';

/**
 * The storage that the configuration names. Throws a `StartError` when it cannot be used.
 * @param onWait told when the start waits for a database
 */
export async function openStorage(
  { dataDir, databaseUrl, redisUrl }: Pick<Config, 'dataDir' | 'databaseUrl' | 'redisUrl'>,
  onWait: (line: string) => void,
): Promise<Storage> {
  if (databaseUrl === null) return ThreadedSqlite.open(dataDir);
  // The images are there all the same, and the key; several nodes share it.
  const directory = redisUrl === null ? holdDataDirectory(dataDir) : shareDataDirectory(dataDir);
  try {
    return await PostgresStorage.open(databaseUrl, { onWait, directory });
  } catch (error) {
    directory.close();
    throw error;
  }
}

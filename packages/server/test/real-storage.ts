/** The two that keep what they are given, with a way to reach behind them. */
import { openDatabase } from '../src/storage/sqlite/open-database.ts';
import { PostgresStorage } from '../src/storage/postgres/postgres-storage.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import type { Storage } from '../src/storage/storage.ts';
import type { PostgresServer } from './postgres-server.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export type RealStorage = {
  readonly storage: Storage;
  /** Runs a statement behind the server's back. */
  readonly run: (sql: string) => Promise<void>;
  /** Bytes that are no update, as an SQL literal. */
  readonly nonsense: string;
  /** From here on nothing larger goes in, as on a disk that is full. */
  readonly fill: () => Promise<void>;
  readonly free: () => Promise<void>;
};

export async function sqliteStorage(): Promise<RealStorage> {
  const directory = temporaryDirectory();
  const open = openDatabase(directory);
  const run = async (sql: string) => open.database.exec(sql);
  return {
    storage: new SqliteStorage(directory, open),
    run,
    nonsense: "x'ffffffff'",
    // A limit below what there is becomes what there is.
    fill: () => run('PRAGMA max_page_count = 1'),
    free: () => run('PRAGMA max_page_count = 1000000'),
  };
}

export async function postgresStorage(server: PostgresServer): Promise<RealStorage> {
  const url = await server.newDatabase();
  const storage = await PostgresStorage.open(url);
  const run = async (sql: string) => void (await server.run(sql, url));
  return {
    storage,
    run,
    nonsense: "'\\xffffffff'",
    // Another's disk cannot be filled here: the database says what it says when it is.
    fill: () =>
      run(`
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql
          AS $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON log EXECUTE FUNCTION full_disk()`),
    free: () => run('DROP TRIGGER full_disk ON log; DROP FUNCTION full_disk'),
  };
}

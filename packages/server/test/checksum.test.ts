import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { MIGRATIONS } from '../src/storage/sqlite/migrations.ts';
import { openDatabase } from '../src/storage/sqlite/open-database.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { checksumContract, type Breakable } from './checksum.contract.ts';
import { PostgresServer } from './postgres-server.ts';
import { postgresStorage, sqliteStorage, type RealStorage } from './real-storage.ts';
import { temporaryDirectory } from './temporary-directory.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.remove());

/** As many zeros as there were bytes. */
const behind = ({ storage, run }: RealStorage, zeros: (column: string) => string): Breakable => ({
  storage,
  zero: async (document) => {
    await run(`UPDATE log SET entry = ${zeros('entry')} WHERE document = '${document}'`);
    await run(`UPDATE snapshot SET state = ${zeros('state')} WHERE document = '${document}'`);
  },
});

/** Memory keeps the very bytes it is given. */
async function memoryStorage(): Promise<Breakable> {
  const storage = new MemoryStorage();
  return {
    storage,
    zero: async (document) => {
      const stored = await storage.read(document);
      stored?.snapshot?.state.fill(0);
      for (const { update } of stored?.tail ?? []) update.fill(0);
    },
  };
}

checksumContract('memory', memoryStorage);
checksumContract('SQLite', async () => behind(await sqliteStorage(), (column) => `zeroblob(length(${column}))`));
checksumContract('Postgres', async () =>
  behind(await postgresStorage(server), (column) => `decode(repeat('00', length(${column})), 'hex')`),
);

test('[S71] what was stored before there were checksums is taken as it is, and gets one when it is compacted', async () => {
  const directory = temporaryDirectory();
  const before = openDatabase(directory, MIGRATIONS.slice(0, -1));
  before.database.exec(`
    INSERT INTO log (document, entry) VALUES ('b/canvas', x'0000');
    INSERT INTO snapshot (document, version, state) VALUES ('b/canvas', 1, x'0000');`);
  before.close();
  const open = openDatabase(directory);
  const storage = new SqliteStorage(directory, open);
  onTestFinished(() => storage.close());
  const read = await storage.read('b/canvas');
  expect(read).toMatchObject({ snapshot: { version: 1 }, tail: [{ update: new Uint8Array([0, 0]) }] });
  expect(read?.isDamaged).toBeUndefined();
  const foldedIn = read?.tail.map(({ row }) => row) ?? [];
  await storage.compact({ document: 'b/canvas', basedOn: 1, state: new Uint8Array([1, 2]), foldedIn });
  expect(open.database.prepare('SELECT version, checksum FROM snapshot').get()).toMatchObject({
    version: 2,
    checksum: expect.any(Number),
  });
});

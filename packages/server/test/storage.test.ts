import { afterAll, beforeAll } from 'vitest';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { PostgresStorage } from '../src/storage/postgres/postgres-storage.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { nodesStorageContract } from './nodes-storage.contract.ts';
import { ThreadedSqlite } from '../src/storage/sqlite/threaded-sqlite.ts';
import { PostgresServer } from './postgres-server.ts';
import { storageContract } from './storage.contract.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { stageStorageContract } from './stage-storage.contract.ts';
import { templateStorageContract } from './template-storage.contract.ts';
import { versionStorageContract } from './version-storage.contract.ts';

const memory = () => {
  const storage = new MemoryStorage();
  return async () => storage;
};

const sqlite = () => {
  const directory = temporaryDirectory();
  return async () => new SqliteStorage(directory);
};

const threadedSqlite = () => {
  const directory = temporaryDirectory();
  return () => ThreadedSqlite.open(directory);
};

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.remove());

const postgres = () => {
  const database = server.newDatabase();
  return async () => PostgresStorage.open(await database);
};

nodesStorageContract('memory', async () => memory()());
nodesStorageContract('SQLite', async () => sqlite()());
nodesStorageContract('SQLite on its thread', async () => threadedSqlite()());
nodesStorageContract('Postgres', async () => postgres()());
storageContract('memory', memory, false);
storageContract('SQLite', sqlite, true);
storageContract('SQLite on its thread', threadedSqlite, true);
storageContract('Postgres', postgres, true);

versionStorageContract('memory', memory);
versionStorageContract('SQLite', sqlite);
versionStorageContract('SQLite on its thread', threadedSqlite);
versionStorageContract('Postgres', postgres);

stageStorageContract('memory', memory);
templateStorageContract('memory', memory);
stageStorageContract('SQLite', sqlite);
templateStorageContract('SQLite', sqlite);
stageStorageContract('SQLite on its thread', threadedSqlite);
templateStorageContract('SQLite on its thread', threadedSqlite);
stageStorageContract('Postgres', postgres);
templateStorageContract('Postgres', postgres);

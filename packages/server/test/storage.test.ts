import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { storageContract } from './storage.contract.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const memory = () => {
  const storage = new MemoryStorage();
  return async () => storage;
};

const sqlite = () => {
  const directory = temporaryDirectory();
  return async () => new SqliteStorage(directory);
};

storageContract('memory', memory, false);
storageContract('SQLite', sqlite, true);

/**
 * The server, compacting all the time instead of every thousands of edits, so that a kill finds it at it. It writes a line before and
 * after each compaction: standard output to a pipe is written at once.
 */
import { MemoryAssets } from '../src/assets/memory/memory-assets.ts';
import { readConfig } from '../src/config/config.ts';
import { startServer } from '../src/server.ts';
import { openStorage } from '../src/storage/open-storage.ts';

const { dataDir, databaseUrl, redisUrl, host, port } = readConfig();
const say = (line: string) => process.stdout.write(`${line}\n`);
const storage = await openStorage({ dataDir, databaseUrl, redisUrl }, say);
const compact = storage.compact.bind(storage);
storage.compact = async (compaction) => {
  say('compacting');
  const isDone = await compact(compaction);
  say('compacted');
  return isDone;
};
const server = await startServer({
  storage,
  assets: new MemoryAssets(),
  secretKey: 'a secret key for tests, which is long enough',
  redisUrl,
  host,
  port,
  boardApp: '/nowhere',
  compactAt: { atRest: 5, open: 40 },
});
say(`localhost:${server.port}`);

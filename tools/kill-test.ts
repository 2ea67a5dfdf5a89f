/**
 * `npm run kill-test -- --kills 100 [--storage sqlite|postgres] [--nodes 2]`: the kill tests of the server, as often as one likes; those
 * of two nodes, of which one is killed at a time, are on Postgres. A run that failed is run again with the seed it printed:
 * `SEED=42 npm run kill-test`.
 */
import { parseArgs } from 'node:util';
import { findRedis, thisMachine } from './redis.ts';
import { run } from './run.ts';

const USAGE = 'npm run kill-test -- [--kills 100] [--storage sqlite|postgres] [--nodes 2]';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    storage: { type: 'string' },
    nodes: { type: 'string', default: '1' },
  },
});
const { kills, storage, nodes } = values;
const isKnown = storage === undefined || storage === 'sqlite' || storage === 'postgres';
const isTogether = nodes === '1' || (nodes === '2' && storage !== 'sqlite');
if (!isKnown || !isTogether || !/^[1-9]\d*$/.test(kills)) end(USAGE);

const env = { KILLS: kills, ...(storage !== undefined && { STORAGE: storage }) };
const isDone =
  nodes === '1'
    ? run('vitest', ['run', 'packages/server/test/kill.test.ts'], { env })
    : run('vitest', ['run', 'packages/server/test/nodes-kill.test.ts'], { env: { ...env, REDIS_SERVER: redis() } });
process.exitCode = isDone ? 0 : 1;

function redis(): string {
  const found = findRedis(thisMachine);
  return 'problem' in found ? end(found.problem) : found.redis;
}

function end(line: string): never {
  console.error(line);
  process.exit(2);
}

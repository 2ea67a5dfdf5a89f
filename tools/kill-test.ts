/**
 * `npm run kill-test -- --kills 100 [--storage sqlite|postgres]`: the kill tests of the server, as often as one likes. A run that failed
 * is run again with the seed it printed: `SEED=42 npm run kill-test`.
 */
import { parseArgs } from 'node:util';
import { run } from './run.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, storage: { type: 'string' } } });
const { kills, storage } = values;
const isKnown = storage === undefined || storage === 'sqlite' || storage === 'postgres';
if (!isKnown || !/^[1-9]\d*$/.test(kills)) {
  console.error('npm run kill-test -- [--kills 100] [--storage sqlite|postgres]');
  process.exit(2);
}
const env = { KILLS: kills, ...(storage !== undefined && { STORAGE: storage }) };
process.exitCode = run('vitest', ['run', 'packages/server/test/kill.test.ts'], { env }) ? 0 : 1;

/**
 * `npm run bench:server`: our server beside others, measured in the same run. With `-- --quick` in less than a minute; with
 * `-- --seed <number>` servers are killed where an earlier run killed them.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { circumstances, publish } from '../lib/publish.ts';
import { Samples } from '../lib/results.ts';
import { inRounds } from '../lib/rounds.ts';
import { seededRandom } from '../lib/seeded-random.ts';
import { endWhenInterrupted } from '../lib/subject-process.ts';
import { runAlone } from './scenario.ts';
import { join } from './scenarios/join.ts';
import { kill } from './scenarios/kill.ts';
import { latency } from './scenarios/latency.ts';
import { presence } from './scenarios/presence.ts';
import { rooms } from './scenarios/rooms.ts';
import { subjects } from './subjects/subjects.ts';

const { quick, seed } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(randomInt(2 ** 32)) },
  },
}).values;
const size = quick
  ? { rounds: 2, edits: 100, loadMillis: 1_500, kills: 1, joins: 3, crowds: [50] }
  : { rounds: 5, edits: 400, loadMillis: 10_000, kills: 3, joins: 5, crowds: [50, 300] };

endWhenInterrupted();
console.log(`seed ${seed}`);
const scenarios = [
  latency(size.edits),
  rooms(size.loadMillis),
  ...size.crowds.map((people) => presence(people, size.loadMillis)),
  kill(size.kills, seededRandom(Number(seed))),
  join(size.joins),
];
const samples = new Samples();
for (const scenario of scenarios) {
  const concerned = subjects.filter((subject) => scenario.concerns?.(subject) ?? true);
  await inRounds(size.rounds, concerned, async (subject, round) => {
    console.log(`${scenario.name}: ${subject.name}, round ${round + 1} of ${size.rounds}`);
    await runAlone(scenario, subject, samples);
  });
}

const rows = samples.rows(size.rounds);
publish({ bench: 'server', extent: quick ? 'quick' : 'full', ...circumstances(), rows });
console.table(rows);

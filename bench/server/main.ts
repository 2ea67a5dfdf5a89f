/**
 * `npm run bench:server`: our server beside others, measured in the same run. With `-- --quick` in less than a minute; with
 * `-- --only <words>` the scenarios with these words in their names, with `-- --subject <name>` one server, and with
 * `-- --rounds <number>` so many rounds: these figures are shown and kept nowhere. With
 * `-- --seed <number>` servers are killed where an earlier run killed them.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { circumstances, publish } from '../lib/publish.ts';
import { Samples } from '../lib/results.ts';
import { measure, type Scenario } from '../lib/scenario.ts';
import { seededRandom } from '../lib/seeded-random.ts';
import { endWhenInterrupted } from '../lib/subject-process.ts';
import { crowd } from './scenarios/crowd.ts';
import { idle } from './scenarios/idle.ts';
import { join } from './scenarios/join.ts';
import { kill } from './scenarios/kill.ts';
import { latency } from './scenarios/latency.ts';
import { reopen } from './scenarios/reopen.ts';
import { rooms } from './scenarios/rooms.ts';
import type { Subject } from './subject.ts';
import { crowdSubjects, subjects } from './subjects/subjects.ts';

const {
  quick,
  only,
  subject: wanted,
  seed,
  rounds,
} = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    subject: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: String(randomInt(2 ** 32)) },
  },
}).values;
const QUICK = {
  rounds: 1,
  edits: 100,
  loadMillis: 1_500,
  crowds: [[1, 50]],
  kills: 1,
  joins: 3,
  idle: [],
  reopened: 1_000,
} as const;
const FULL = {
  rounds: 3,
  edits: 400,
  loadMillis: 8_000,
  crowds: [
    [1, 10],
    [1, 50],
    [1, 100],
    [1, 300],
    [1, 1_000],
    [50, 10],
    [200, 10],
  ],
  kills: 3,
  joins: 5,
  idle: [5_000],
  reopened: 5_000,
} as const;
const size = quick ? QUICK : FULL;
const isWhole = only === undefined && wanted === undefined && rounds === undefined;
type Named = { readonly name: string };
const asked = <S extends Named>(scenarios: readonly S[]) => scenarios.filter(({ name }) => name.includes(only ?? ''));
const askedOf = <S extends Named>(all: readonly S[]) => all.filter(({ name }) => name === (wanted ?? name));

endWhenInterrupted();
console.log(`seed ${seed}`);
const onYjs: readonly Scenario<Subject>[] = [
  latency(size.edits),
  rooms(size.loadMillis),
  kill(size.kills, seededRandom(Number(seed))),
  join(size.joins),
  reopen(size.reopened),
  ...size.idle.map((people) => idle(people)),
];
const onAll = size.crowds.map(([places, people]) => crowd(places, people, size.loadMillis));

const samples = new Samples();
const extent = { rounds: rounds === undefined ? size.rounds : Number(rounds), samples };
const unfinished = [
  ...(await measure(asked(onAll), askedOf(crowdSubjects), extent)),
  ...(await measure(asked(onYjs), askedOf(subjects), extent)),
];
const rows = samples.rows(extent.rounds);
if (isWhole) publish({ bench: 'server', extent: quick ? 'quick' : 'full', ...circumstances(), rows, unfinished });
console.table(rows);
if (unfinished.length > 0) console.table(unfinished);
if (unfinished.some(({ subject }) => subject === 'samtavla')) process.exitCode = 1;

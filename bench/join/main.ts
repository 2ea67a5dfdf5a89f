/**
 * `npm run bench:join`: what it costs a phone to join our board and another's, in a real browser, measured in the same run. With
 * `-- --quick` in a minute; with `-- --rounds <number>` so many rounds, and with `-- --cpu <times>` on a phone so many times slower
 * than this machine: these figures are shown and kept nowhere.
 */
import { parseArgs } from 'node:util';
import { buildPages } from '../canvas/build-pages.ts';
import { outcomes } from '../lib/aims.ts';
import { openBrowser } from '../lib/browser.ts';
import { circumstances, publish } from '../lib/publish.ts';
import { finishedRows, Samples, type Unfinished } from '../lib/results.ts';
import { measure } from '../lib/scenario.ts';
import { endWhenInterrupted } from '../lib/subject-process.ts';
import { AIMS, BOARDS } from './aims.ts';
import { phoneJoins } from './phone-joins.ts';
import { joinSubjects } from './subjects.ts';

const { quick, rounds, cpu } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    cpu: { type: 'string' },
  },
}).values;
const isWhole = rounds === undefined && cpu === undefined;
const extent = { rounds: Number(rounds ?? (quick ? 2 : 20)), samples: new Samples() };

endWhenInterrupted();
await buildPages(['tldraw-sync']);
const subjects = await joinSubjects();
const browser = await openBrowser();
const scenarios = BOARDS.map((notes) => phoneJoins(notes, browser, Number(cpu ?? 1)));
const unfinished = await measured();

const rows = extent.samples.rows(extent.rounds);
const aims = outcomes(finishedRows(rows, unfinished), AIMS);
if (isWhole) publish({ bench: 'join', extent: quick ? 'quick' : 'full', ...circumstances(), rows, aims, unfinished });
console.table(rows);
console.table(aims);
if (unfinished.length > 0) console.table(unfinished);
if (unfinished.some(({ subject }) => subject === 'samtavla')) process.exitCode = 1;

async function measured(): Promise<Unfinished[]> {
  try {
    // A browser that was just started is slower than it is from then on.
    await measure(scenarios.slice(0, 1), subjects, { rounds: 1, samples: new Samples() });
    return await measure(scenarios, subjects, extent);
  } finally {
    await browser.close();
  }
}

/**
 * `npm run simulate -- --seeds 20000 --from 1`: runs that many seeds, and stops at the first that fails, made short.
 * `--all` goes on, and lists the seeds that fail; `--long` leaves out making it short.
 */
import { parseArgs } from 'node:util';
import { run } from './run.ts';
import { inWords, shrink } from './shrink.ts';

/** Seconds between two lines of progress. */
const PROGRESS_SECONDS = 10;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
  },
});
const [from, seeds] = [Number(values.from), Number(values.seeds)];
const started = performance.now();
const seconds = () => Math.round((performance.now() - started) / 1000);

let failed = 0;
let told = 0;
for (let seed = from; seed < from + seeds; seed += 1) {
  const { broken } = run({ seed });
  if (broken !== null) {
    failed += 1;
    console.log(values.all || values.long ? `Seed ${seed} fails: ${broken.slice(0, 160)}` : inWords(shrink(seed)));
    if (!values.all) break;
  }
  if (seconds() - told >= PROGRESS_SECONDS) {
    told = seconds();
    console.log(`${seed - from + 1} of ${seeds} seeds, ${told} s`);
  }
}
if (failed === 0) console.log(`${seeds} seeds from ${from}, all well, ${seconds()} s`);
process.exitCode = failed > 0 ? 1 : 0;

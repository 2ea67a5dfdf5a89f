import { checks, type Step, tests } from './steps.ts';
import { inWords, sum, type Tally } from './tally.ts';

/**
 * `npm test`: everything, one step after the other, up to the first that fails.
 * `npm test -- lint types` and the like: only those. `npm run check`: those that need no running.
 */
const everything = [...checks, ...tests];

function chosen(words: readonly string[]): readonly Step[] {
  if (words.length === 0) return everything;
  if (words.includes('--check')) return checks;
  const names = everything.map((step) => step.name);
  const unknown = words.find((word) => !names.includes(word));
  if (unknown === undefined) return everything.filter((step) => words.includes(step.name));
  console.error(`No step is called "${unknown}". There are: ${names.join(', ')}.`);
  process.exit(2);
}

/** Runs a step under a heading and says how long it took. */
function takes(step: Step): boolean {
  console.log(`\n━━ ${step.name} ${'━'.repeat(60 - step.name.length)}`);
  const started = performance.now();
  const well = step.run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(well ? `✓ ${step.name}, ${seconds} s` : `✗ ${step.name} failed after ${seconds} s`);
  return well;
}

/** What a step's tests came to. A runner that breaks down, with or without a report, is at least one failure. */
function tallyOf(step: Step, well: boolean): Tally[] {
  if (!step.tally) return [];
  try {
    const tally = step.tally();
    return [{ ...tally, failed: Math.max(tally.failed, well ? 0 : 1) }];
  } catch (error) {
    if (well) throw error;
    return [{ passed: 0, failed: 1, skipped: 0 }];
  }
}

const tallies: Tally[] = [];
let failed: string | undefined;
for (const step of chosen(process.argv.slice(2))) {
  const well = takes(step);
  tallies.push(...tallyOf(step, well));
  if (!well) {
    failed = step.name;
    break;
  }
}

const total = sum(tallies);
const mayNotSkip = process.env['CI'] === 'true' && total.skipped > 0;

console.log();
if (failed !== undefined) console.log(`Stopped at: ${failed}`);
if (mayNotSkip) console.log('A skipped test is a failure here: mend it or take it away.');
if (tallies.length > 0) console.log(inWords(total));
process.exitCode = failed !== undefined || mayNotSkip || total.failed > 0 ? 1 : 0;

import { expect, test } from 'vitest';
import { KEPT_SEEDS } from './kept-seeds.ts';
import { run } from './run.ts';
import { inWords, shrink } from './shrink.ts';

const isLong = process.env['VERIFY'] === '1';
const SEEDS = Number(process.env['SEEDS'] ?? (isLong ? 5000 : 300));
const FROM = Number(process.env['SEED'] ?? 1);
/** A whole chunk is one test, so that a failing run says how far it had come. */
const CHUNK = 25;

/** What broke, made short enough to follow; null when all is well. */
const brokenBy = (seed: number): string | null => (run({ seed }).broken === null ? null : inWords(shrink(seed)));

const chunks = Array.from({ length: Math.ceil(SEEDS / CHUNK) }, (_, at) => FROM + at * CHUNK);

test.each(chunks)('[B20] whatever people and lines do, all ends equal and nothing is lost, from seed %i', (from) => {
  for (let seed = from; seed < from + CHUNK; seed += 1) expect(brokenBy(seed)).toBeNull();
});

test.each(KEPT_SEEDS)('[B20] seed %i is well again, where %s', (seed) => {
  expect(brokenBy(seed)).toBeNull();
});

test('[B21] a run is its seed and nothing else', () => {
  expect(run({ seed: 7 })).toEqual(run({ seed: 7 }));
});

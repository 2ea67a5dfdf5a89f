import { expect, test } from 'vitest';
import { Sightings } from './sightings.ts';

const awaiting = (moves: readonly (readonly [note: string, mark: number])[]) => {
  const sightings = new Sightings();
  for (const [note, mark] of moves) sightings.expect(note, mark);
  return sightings;
};

test('[Q5] a move that a later one of the same note came together with is seen with it, once', () => {
  const sightings = awaiting([
    ['a', 1],
    ['a', 2],
    ['a', 3],
  ]);
  expect([sightings.saw('a', 2), sightings.saw('a', 2), sightings.awaited]).toEqual([[1, 2], [], 1]);
});

test("[Q5] another note's move says nothing of this one's", () => {
  const sightings = awaiting([
    ['a', 1],
    ['b', 2],
  ]);
  expect([sightings.saw('b', 2), sightings.awaited]).toEqual([[2], 1]);
});

test('[Q5] a move that nobody waits for counts as nothing', () => {
  expect(awaiting([]).saw('a', 1)).toEqual([]);
});

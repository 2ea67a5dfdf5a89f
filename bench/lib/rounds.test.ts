import { expect, test } from 'vitest';
import { inRounds, rotated } from './rounds.ts';

test('[Q3] each round begins with the next subject', () => {
  expect([0, 1, 2, 3].map((round) => rotated(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
});

test('[Q3] every subject runs once in every round, one at a time', async () => {
  const log: string[] = [];
  await inRounds(2, ['a', 'b'], async (subject, round) => {
    log.push(`${subject}${round} begins`);
    await Promise.resolve();
    log.push(`${subject}${round} ends`);
  });
  expect(log).toEqual(['a0', 'b0', 'b1', 'a1'].flatMap((run) => [`${run} begins`, `${run} ends`]));
});

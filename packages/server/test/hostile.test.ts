/** Attacks on a real server, while two honest people go on with their work on the same board. */
import { beforeAll, expect, test } from 'vitest';
import { ATTACKS, BRIEF } from './attacks.ts';
import { HostileTrial } from './hostile-world.ts';

/**
 * Above what the server held before, when all is over: garbage that nobody has been by to collect, and the megabytes that one
 * attacker may honestly have stored. What is kept for each of 17 000 documents or 100 000 people would be more.
 */
const MOST_LEFT_BEHIND = 160;

let trial: HostileTrial;
beforeAll(async () => {
  trial = await HostileTrial.begin();
  return () => trial.end();
});

test.each(ATTACKS)(
  '[H16] $name: the server goes on, the others work on, and nothing is kept of it',
  { timeout: 60_000 },
  async (attack) => {
    const { edits, memoryBefore, said } = await trial.undergo(attack, BRIEF);
    expect(said.length).toBeGreaterThan(0);
    expect(edits.length).toBeGreaterThan(0);
    expect(await trial.isReady()).toBe(true);
    await expect.poll(() => trial.memory(), { timeout: 20_000 }).toBeLessThan(memoryBefore + MOST_LEFT_BEHIND);
  },
);

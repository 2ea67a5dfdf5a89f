import { expect, test } from 'vitest';
import { faults, plantAll } from './faults.ts';

/** `npm run verify` plants all of them; otherwise some that are found at once, and show that planting works. */
const QUICK = ['undo-of-everybody.patch', 'whole-record-writes.patch', 'zone-leaves-notes.patch'];
const planted = process.env['VERIFY'] === '1' ? faults() : QUICK;

test('[B22] planted faults are found', async () => {
  const missed = (await plantAll(planted)).filter(({ found }) => !found);
  expect(missed).toEqual([]);
});

test('every planted fault says what it is', () => {
  expect(faults().length).toBeGreaterThanOrEqual(10);
  expect(faults()).toEqual(expect.arrayContaining(QUICK));
});

import { expect, test } from 'vitest';
import { inWords, sum, tallyPlaywright, tallyVitest } from './tally.ts';

const vitest = { numPassedTests: 8, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };
const playwright = { stats: { expected: 5, unexpected: 1, flaky: 0, skipped: 0 }, errors: [] };

test('both runners are added up', () => {
  const total = sum([tallyVitest(vitest), tallyPlaywright(playwright)]);
  expect(total).toEqual({ passed: 13, failed: 2, skipped: 3 });
});

test('a file that cannot be loaded is a failure, though no test in it ran', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(tallyVitest({ ...vitest, testResults }).failed).toBe(2);
});

test('a test that passes at the second try has failed', () => {
  const stats = { ...playwright.stats, flaky: 2 };
  expect(tallyPlaywright({ ...playwright, stats }).failed).toBe(3);
});

test('an error outside any browser test is a failure', () => {
  expect(tallyPlaywright({ ...playwright, errors: [{}] }).failed).toBe(2);
});

test('the total is one plain line', () => {
  expect(inWords({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(inWords({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
});

import { expect, test } from 'vitest';
import type { Row } from '../lib/results.ts';
import { withTable } from '../lib/performance-table.ts';
import { AIMS, outcomes, type Aim } from './aims.ts';

const row = (subject: Row['subject'], median: number, p95 = median): Row => {
  return { subject, scenario: 'join', metric: 'painted', unit: 'ms', median, p95, rounds: 1 };
};
const value = (subject: Row['subject']) => ({ subject, scenario: 'join', metric: 'painted' });
const aim: Aim = {
  aim: 'painted sooner',
  statistic: 'median',
  ours: value('samtavla'),
  other: value('tldraw-sync'),
  atMost: 1 / 10,
};

test('[Q11] an aim is the ratio of its two rows, by the statistic it names', () => {
  const rows = [row('samtavla', 100, 900), row('tldraw-sync', 2_000, 3_000)];
  expect(outcomes(rows, [aim])).toEqual([{ aim: 'painted sooner', statistic: 'median', atMost: 0.1, measured: 0.05 }]);
  expect(outcomes(rows, [{ ...aim, statistic: 'p95' }])[0]?.measured).toBeCloseTo(0.3);
});

test('[Q11] an aim with a row that was not measured is left out', () => {
  expect(outcomes([row('samtavla', 100)], [aim])).toEqual([]);
});

test('[Q11] what is met and what is missed both stand under the table', () => {
  const rows = [row('samtavla', 100), row('tldraw-sync', 500)];
  const aims = outcomes(rows, [aim, { ...aim, aim: 'painted somewhat sooner', atMost: 0.5 }]);
  const page = withTable('', { bench: 'canvas', extent: 'full', date: '', machine: '', node: '', rows, aims });
  expect(page).toContain(`
| aim                     | by     | at most | measured |        |
| ----------------------- | ------ | ------: | -------: | -----: |
| painted sooner          | median |    1/10 |      1/5 | missed |
| painted somewhat sooner | median |     1/2 |      1/5 |    met |
`);
});

test('[Q11] no aim is named twice', () => {
  expect(new Set(AIMS.map((one) => one.aim)).size).toBe(AIMS.length);
});

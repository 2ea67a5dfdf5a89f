import { expect, test } from 'vitest';
import { aimBeside, outcomes, type Aim } from './aims.ts';
import { withTable } from './performance-table.ts';
import { finishedRows, type Row } from './results.ts';

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

test('[Q12] who did not come to the end has no part in an aim', () => {
  const rows = [row('samtavla', 100), row('tldraw-sync', 500)];
  const unfinished = [{ subject: 'tldraw-sync', scenario: 'join', why: 'no end after 60 s' }] as const;
  expect(outcomes(finishedRows(rows, unfinished), [aim])).toEqual([]);
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

test('[Q11] an aim beside another subject is of the same metric in the same scenario', () => {
  const rows = [row('samtavla', 100), row('tldraw-sync', 500)];
  const beside = aimBeside('tldraw-sync', { scenario: 'join', metric: 'painted' }, 1 / 3);
  expect(outcomes(rows, [beside])).toEqual([
    { aim: 'join: painted, of that of tldraw-sync', statistic: 'median', atMost: 1 / 3, measured: 0.2 },
  ]);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withTable } from './performance-table.ts';
import { publish } from './publish.ts';
import { Samples, type Series, type Results } from './results.ts';

const latency: Series = { subject: 'samtavla', scenario: 'one room', metric: 'edit to peer', unit: 'ms' };

function results(bench: string, values: readonly number[]): Results {
  const samples = new Samples();
  samples.add(latency, values);
  samples.add({ ...latency, subject: 'y-websocket' }, [2]);
  samples.add({ ...latency, metric: 'edit to acknowledged' }, [1234.5]);
  return { bench, extent: 'quick', date: '2026-11-01', machine: '2 × abacus', node: '24.0.0', rows: samples.rows(3) };
}

test('[Q1] samples of all rounds make one row', () => {
  const samples = new Samples();
  samples.add(latency, [1, 2]);
  samples.add(latency, [3]);
  expect(samples.rows(2)).toEqual([{ ...latency, median: 2, p95: 3, rounds: 2 }]);
});

test('[Q2] the table says when, where and how long, and has a column a subject and a line a metric', () => {
  expect(withTable('# Performance\n', results('server', [1, 2.346, 30]))).toBe(`# Performance

<!-- bench:server begins -->

2026-11-01, quick run of 3 rounds: 2 × abacus, Node 24.0.0. Each cell is median / 95th percentile.

| scenario | measured                 |    samtavla | y-websocket |
| -------- | ------------------------ | ----------: | ----------: |
| one room | edit to peer, ms         |   2.35 / 30 |       2 / 2 |
| one room | edit to acknowledged, ms | 1235 / 1235 |           – |

<!-- bench:server ends -->
`);
});

test('[Q2] a new table takes the place of the old one, and every other word stays', () => {
  const page = `before\n\n${withTable('', results('server', [1])).trim()}\n\nafter`;
  const withBoth = withTable(page, results('join', [5]));
  const replaced = withTable(withBoth, results('server', [9]));
  expect(replaced).toBe(withBoth.replace('1 / 1 ', '9 / 9 '));
  expect(withTable(replaced, results('server', [9]))).toBe(replaced);
});

test('[Q12] who did not come to an end is named where it was measured with others, and has no figures there', () => {
  const unfinished = [{ subject: 'y-websocket', scenario: 'one room', why: 'no end after 60 s' }] as const;
  const other = { subject: 'y-websocket', scenario: 'two rooms', metric: 'edit to peer', unit: 'ms' } as const;
  const { rows, ...rest } = results('server', [1]);
  const page = withTable('', { ...rest, rows: [...rows, { ...other, median: 3, p95: 4, rounds: 3 }], unfinished });
  const lines = page.replaceAll(/ +/g, ' ');
  expect(lines).toContain('| one room | edit to peer, ms | 1 / 1 | did not finish |');
  expect(lines).toContain('| two rooms | edit to peer, ms | – | 3 / 4 |');
});

test('[Q2] a page with half a pair of markers is left alone', () => {
  expect(() => withTable('<!-- bench:server begins -->', results('server', [1]))).toThrow('one marker');
});

test('[Q2] the file beside it holds the same rows with machine, date and Node', () => {
  const root = mkdtempSync(join(tmpdir(), 'samtavla-test-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(root, 'docs/performance.md'), '# Performance\n');
  publish(results('server', [1]), root);
  expect(JSON.parse(readFileSync(join(root, 'bench/results/server.json'), 'utf8'))).toEqual(results('server', [1]));
  expect(readFileSync(join(root, 'docs/performance.md'), 'utf8')).toContain('| one room | edit to peer, ms');
});

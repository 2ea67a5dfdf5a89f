import { array, assert, double, property } from 'fast-check';
import { expect, test } from 'vitest';
import { median, p95, percentile } from './stats.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

test('[Q1] of 1 to 100 the median is 50 and the 95th percentile 95', () => {
  expect([median(upTo(100)), p95(upTo(100))]).toEqual([50, 95]);
});

test('[Q1] the order of measuring does not matter, and numbers are not sorted as text', () => {
  expect(median([10, 9, 100])).toBe(10);
});

test('[Q1] a single value is both its own median and its own 95th percentile', () => {
  expect([median([7]), p95([7])]).toEqual([7, 7]);
});

test('[Q1] a percentile is a value that was measured, and no more than the rest lies above it', () => {
  const samples = array(double({ noNaN: true }), { minLength: 1 });
  assert(
    property(samples, double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const value = percentile(values, share);
      expect(values).toContain(value);
      const above = values.filter((other) => other > value).length;
      expect(above).toBeLessThanOrEqual(Math.floor(values.length * (1 - share) + 1e-9));
    }),
  );
});

test('[Q1] where nothing was measured there is no number', () => {
  expect(() => median([])).toThrow('Nothing was measured.');
});

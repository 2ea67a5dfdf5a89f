/** The value that a share of the samples do not exceed, by nearest rank: always one that was measured. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export const p95 = (samples: readonly number[]): number => percentile(samples, 0.95);

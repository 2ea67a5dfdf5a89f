/** What a bench came to: rows, and the circumstances without which they say nothing. */
import { median, p95 } from './stats.ts';

export const SUBJECTS = ['samtavla', 'tldraw-sync', 'hocuspocus', 'y-websocket', 'naive-yjs'] as const;
export type SubjectName = (typeof SUBJECTS)[number];

export type Row = {
  readonly subject: SubjectName;
  readonly scenario: string;
  readonly metric: string;
  readonly unit: string;
  readonly median: number;
  readonly p95: number;
  readonly rounds: number;
};

/** A ratio between two rows of one run, and what it was to be. */
export type AimOutcome = {
  readonly aim: string;
  readonly statistic: 'median' | 'p95';
  readonly atMost: number;
  readonly measured: number;
};

/** A subject that did not come to the end of a scenario: it has no rows there, and is named. */
export type Unfinished = { readonly subject: SubjectName; readonly scenario: string; readonly why: string };

/** The rows of those who came to the end. */
export function finishedRows(rows: readonly Row[], unfinished: readonly Unfinished[]): Row[] {
  return rows.filter((row) => !unfinished.some((one) => one.subject === row.subject && one.scenario === row.scenario));
}

export type Results = {
  readonly bench: string;
  readonly extent: 'full' | 'quick';
  /** ISO 8601, the day alone. */
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly rows: readonly Row[];
  readonly aims?: readonly AimOutcome[];
  readonly unfinished?: readonly Unfinished[];
};

/** What samples belong together: everything of a row but its numbers. */
export type Series = Pick<Row, 'subject' | 'scenario' | 'metric' | 'unit'>;

/** Collects samples from all rounds; a row is made of all samples of one series. */
export class Samples {
  readonly #samples = new Map<string, { series: Series; values: number[] }>();

  add({ subject, scenario, metric, unit }: Series, values: readonly number[]): void {
    const key = JSON.stringify([subject, scenario, metric, unit]);
    const entry = this.#samples.get(key) ?? { series: { subject, scenario, metric, unit }, values: [] };
    for (const value of values) entry.values.push(value);
    this.#samples.set(key, entry);
  }

  rows(rounds: number): Row[] {
    return [...this.#samples.values()].map(({ series, values }) => ({
      ...series,
      median: median(values),
      p95: p95(values),
      rounds,
    }));
  }
}

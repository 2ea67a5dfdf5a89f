/** What a bench is to show, as ratios between two rows of one run. */
import type { AimOutcome, Row, SubjectName } from './results.ts';

export type Value = { readonly subject: SubjectName; readonly scenario: string; readonly metric: string };

export type Aim = {
  readonly aim: string;
  readonly statistic: 'median' | 'p95';
  readonly ours: Value;
  readonly other: Value;
  /** Ours may be this many times the other. */
  readonly atMost: number;
};

/** That the median of ours is at most so large a part of another's. */
export function aimBeside(other: SubjectName, { scenario, metric }: Omit<Value, 'subject'>, atMost: number): Aim {
  return {
    aim: `${scenario}: ${metric}, of that of ${other}`,
    statistic: 'median',
    ours: { subject: 'samtavla', scenario, metric },
    other: { subject: other, scenario, metric },
    atMost,
  };
}

/** Of each aim whose two rows were measured. */
export function outcomes(rows: readonly Row[], aims: readonly Aim[]): AimOutcome[] {
  const find = ({ subject, scenario, metric }: Value) =>
    rows.find((row) => row.subject === subject && row.scenario === scenario && row.metric === metric);
  return aims.flatMap(({ aim, statistic, atMost, ...pair }) => {
    const [mine, other] = [find(pair.ours), find(pair.other)];
    if (mine === undefined || other === undefined) return [];
    return [{ aim, statistic, atMost, measured: mine[statistic] / other[statistic] }];
  });
}

/** What we want of the canvas, as ratios between two rows of one run. */
import type { AimOutcome, Row, SubjectName } from '../lib/results.ts';

type Value = { readonly subject: SubjectName; readonly scenario: string; readonly metric: string };

export type Aim = {
  readonly aim: string;
  readonly statistic: 'median' | 'p95';
  readonly ours: Value;
  readonly other: Value;
  /** Ours may be this many times the other. */
  readonly atMost: number;
};

const ours = (scenario: string, metric: string): Value => ({ subject: 'samtavla', scenario, metric });
const against = (subject: SubjectName, { scenario, metric }: Value): Value => ({ subject, scenario, metric });
const join = (notes: number, metric: string) => ours(`join a board of ${notes} notes`, metric);

const FRAMES = ['pan', 'zoom'].flatMap((act) =>
  ['zoom 1', 'between', 'fit'].map((view) => `frames of a ${act}, ${view}`),
);
const few = 'a board of 20 notes';
const many = 'a board of 5000 notes';

const comparisons = [
  { value: join(2000, 'click to painted'), other: 'tldraw-sync', atMost: 1 / 10 },
  { value: join(5000, 'click to painted'), other: 'tldraw-sync', atMost: 1 / 20 },
  { value: join(2000, 'received of the board'), other: 'tldraw-sync', atMost: 1 / 20 },
  { value: join(5000, 'received of the board'), other: 'tldraw-sync', atMost: 1 / 20 },
  { value: ours('two people', "a new note to the other's store"), other: 'tldraw-sync', atMost: 1 / 3 },
  { value: ours(many, 'heap'), other: 'tldraw-sync', atMost: 1 / 4 },
  { value: ours('a drag of 5 s, 20 notes', 'growth of the document'), other: 'naive-yjs', atMost: 1 / 50 },
] as const;

export const AIMS: readonly Aim[] = [
  ...comparisons.map(({ value, other, atMost }) => ({
    aim: `${value.scenario}: ${value.metric}, of that of ${other}`,
    statistic: 'median' as const,
    ours: value,
    other: against(other, value),
    atMost,
  })),
  ...[...FRAMES, 'frames of a drag, zoom 1'].map((metric) => ({
    aim: `${metric}: with 5000 notes, of that with 20`,
    statistic: 'p95' as const,
    ours: ours(many, metric),
    other: ours(few, metric),
    atMost: 1.5,
  })),
];

/** Of each aim whose two rows were measured. */
export function outcomes(rows: readonly Row[], aims: readonly Aim[] = AIMS): AimOutcome[] {
  const find = ({ subject, scenario, metric }: Value) =>
    rows.find((row) => row.subject === subject && row.scenario === scenario && row.metric === metric);
  return aims.flatMap(({ aim, statistic, atMost, ...pair }) => {
    const [mine, other] = [find(pair.ours), find(pair.other)];
    if (mine === undefined || other === undefined) return [];
    return [{ aim, statistic, atMost, measured: mine[statistic] / other[statistic] }];
  });
}

/** What we want of the canvas. */
import { aimBeside, type Aim } from '../lib/aims.ts';

const ours = (scenario: string, metric: string) => ({ subject: 'samtavla' as const, scenario, metric });
const join = (notes: number, metric: string) => ours(`join a board of ${notes} notes`, metric);

const FRAMES = ['pan', 'zoom'].flatMap((act) =>
  ['zoom 1', 'between', 'fit'].map((view) => `frames of a ${act}, ${view}`),
);
const few = 'a board of 20 notes';
const many = 'a board of 5000 notes';

export const AIMS: readonly Aim[] = [
  aimBeside('tldraw-sync', join(2000, 'click to painted'), 1 / 10),
  aimBeside('tldraw-sync', join(5000, 'click to painted'), 1 / 20),
  aimBeside('tldraw-sync', join(2000, 'received of the board'), 1 / 20),
  aimBeside('tldraw-sync', join(5000, 'received of the board'), 1 / 20),
  aimBeside('tldraw-sync', ours('two people', "a new note to the other's store"), 1 / 3),
  aimBeside('tldraw-sync', ours(many, 'heap'), 1 / 4),
  aimBeside('naive-yjs', ours('a drag of 5 s, 20 notes', 'growth of the document'), 1 / 50),
  ...[...FRAMES, 'frames of a drag, zoom 1'].map((metric) => ({
    aim: `${metric}: with 5000 notes, of that with 20`,
    statistic: 'p95' as const,
    ours: ours(many, metric),
    other: ours(few, metric),
    atMost: 1.5,
  })),
];

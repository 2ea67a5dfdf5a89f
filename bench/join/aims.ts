/** What we want of joining by phone. */
import { aimBeside, type Aim } from '../lib/aims.ts';
import { FIRST_NOTE, READY, scenarioOf } from './phone-joins.ts';

/** Boards with so many notes. */
export const BOARDS = [0, 200] as const;

export const AIMS: readonly Aim[] = BOARDS.flatMap((notes) =>
  [READY, FIRST_NOTE].map((metric) => aimBeside('tldraw-sync', { scenario: scenarioOf(notes), metric }, 1 / 3)),
);

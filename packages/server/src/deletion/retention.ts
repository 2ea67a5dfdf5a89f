/** When a board that nobody uses is deleted. Plain arithmetic: time is given. */
import type { Millis } from '@samtavla/protocol';
import type { UnusedBoard } from '../storage/deletion-storage.ts';

const DAY = 24 * 60 * 60_000;
/** A holiday: who is away for two weeks still sees it. */
const LEAST_WARNING_DAYS = 14;

/** A quarter of the time, and at least two weeks. */
export const warningDays = (retentionDays: number): number =>
  Math.max(LEAST_WARNING_DAYS, Math.ceil(retentionDays / 4));

type Unused = Pick<UnusedBoard, 'usedAt' | 'warnedAt'>;

/** A board that has not said it beforehand is not deleted, however long it lay: the operator may have set the time today. */
export function stepFor({ usedAt, warnedAt }: Unused, retentionDays: number, now: Millis): 'keep' | 'warn' | 'delete' {
  if (now < warnFrom(usedAt, retentionDays)) return 'keep';
  if (warnedAt === null) return 'warn';
  return now < deletedAt({ usedAt, warnedAt }, retentionDays) ? 'keep' : 'delete';
}

const warnFrom = (usedAt: Millis, retentionDays: number): Millis =>
  (usedAt + (retentionDays - warningDays(retentionDays)) * DAY) as Millis;

/** When a board that is warned of will be deleted. */
export const deletedAt = (
  { usedAt, warnedAt }: { readonly usedAt: Millis; readonly warnedAt: Millis },
  retentionDays: number,
): Millis => Math.max(usedAt + retentionDays * DAY, warnedAt + warningDays(retentionDays) * DAY) as Millis;

/** When the server takes a version by itself, and which of those it keeps. Plain arithmetic: time is given. */
import type { Millis, VersionId, VersionKind } from '@samtavla/protocol';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So long after the last change a stretch of work is over, and what it came to is kept. */
export const REST_MILLIS = 5 * MINUTE;
/** While people go on working, what is lost by going back is at most so much. */
export const LONGEST_MILLIS = 15 * MINUTE;

type Change = { readonly changedAt: Millis; readonly versionAt: Millis | null };

/**
 * @param workedSince when the changes since the newest version began, as far as is known
 */
export function isDue({ changedAt }: Change, workedSince: Millis, now: Millis): boolean {
  return now - changedAt >= REST_MILLIS || now - workedSince >= LONGEST_MILLIS;
}

/** Of versions older than `from`, the newest of each `width` is kept. Each width divides the next, so that thinning again changes nothing. */
const STEPS = [
  { from: 30 * DAY, width: 7 * DAY },
  { from: 7 * DAY, width: DAY },
  { from: DAY, width: HOUR },
] as const;
/** What a board was before somebody went back to another: found out too late to have been wrong, a month is enough. */
const BEFORE_CHANGE_MILLIS = 30 * DAY;

type Aged = { readonly id: VersionId; readonly kind: VersionKind; readonly takenAt: Millis };

/** Those that age has made too many. The newest of all stays, and so does every one with a name. */
export function thinnedOut(versions: readonly Aged[], now: Millis): VersionId[] {
  const oldestFirst = versions.toSorted((one, other) => one.takenAt - other.takenAt);
  const newest = oldestFirst.at(-1)?.id;
  const kept = new Set<string>();
  const out: VersionId[] = [];
  for (const { id, kind, takenAt } of oldestFirst.toReversed()) {
    const slot = slotOf(kind, takenAt, now);
    if (slot === null) continue;
    if (kept.has(slot) && id !== newest) out.push(id);
    kept.add(slot);
  }
  return out;
}

/** Null for one that stays whatever else there is. */
function slotOf(kind: VersionKind, takenAt: Millis, now: Millis): string | null {
  const age = now - takenAt;
  if (kind === 'named' || kind === 'gathering' || (kind !== 'automatic' && age < BEFORE_CHANGE_MILLIS)) return null;
  const step = STEPS.find(({ from }) => age >= from);
  return step === undefined ? null : `${step.width}/${Math.floor(takenAt / step.width)}`;
}

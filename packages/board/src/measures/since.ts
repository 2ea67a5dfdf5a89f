/** What has changed since a gathering, in the order in which a group asks: what was done, what came true, what is new. Pure. */
import type { BoardChange, EndedGathering } from '@samtavla/protocol';

export const CHANGE_GROUPS = [
  'done',
  'come-true',
  'measures',
  'new-measures',
  'moved',
  'reworded',
  'new-notes',
] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

export type GroupedChanges = { readonly group: ChangeGroup; readonly changes: readonly BoardChange[] };

/** Those groups that have something; each change is in one, with all that is said of it. */
export function grouped(changes: readonly BoardChange[]): GroupedChanges[] {
  const byGroup = Map.groupBy(changes, groupOf);
  return CHANGE_GROUPS.flatMap((group) => {
    const found = byGroup.get(group);
    return found === undefined ? [] : [{ group, changes: found }];
  });
}

function groupOf({ isMeasure, isNew, wasNote, isReworded, moved, fields }: BoardChange): ChangeGroup {
  if (fields.some(({ field, to }) => field === 'status' && to === 'done')) return 'done';
  if (moved?.from?.kind === 'desired' && moved.to?.kind === 'current') return 'come-true';
  if (isMeasure) return isNew || wasNote ? 'new-measures' : 'measures';
  if (isNew) return 'new-notes';
  return moved === null && isReworded ? 'reworded' : 'moved';
}

/** The number of the next gathering, where they are called by their numbers. */
export const nextNumber = (gatherings: readonly EndedGathering[]): number => gatherings.length + 1;

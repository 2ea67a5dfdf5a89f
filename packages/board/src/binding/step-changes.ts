/** What a step of the history made and took away, by client and clock. */
import * as Y from 'yjs';

export type StepChanges = Pick<Y.UndoManager['undoStack'][number], 'insertions' | 'deletions'>;

/**
 * The last of an item's values that stood before the step and was taken away by it, by its position; -1 when there is none.
 * Values that were given one after the other may have become one item, whose id is the first one's.
 */
export function lastTakenAway(
  { id: { client, clock }, length }: Y.Item,
  { insertions, deletions }: StepChanges,
): number {
  for (let at = length - 1; at >= 0; at -= 1) {
    const id = Y.createID(client, clock + at);
    if (Y.isDeleted(deletions, id) && !Y.isDeleted(insertions, id)) return at;
  }
  return -1;
}

/**
 * What a raw client can write and no canvas can bear. Such a record is not shown; it stays in the document, where whoever wrote it
 * can mend it and a script can take it out.
 */
import { parentOf, type RecordId, type RecordMap } from '@samtavla/protocol';
import type { StoreShape } from './store-port.ts';

/** A page this large holds every workshop; further out, the arithmetic of drawing loses its whole numbers. */
const FURTHEST = 1_000_000;
/** Groups in groups in groups; a person makes a handful. */
const DEEPEST = 16;
/** A text of the length of this is a book, and is measured at every letter. JSON, so marks count too. */
const LONGEST_TEXT = 100_000;

export function isShowable(shape: StoreShape): boolean {
  const isNear = Math.abs(shape.x) <= FURTHEST && Math.abs(shape.y) <= FURTHEST;
  return isNear && JSON.stringify(shape.props['richText'] ?? '').length <= LONGEST_TEXT;
}

/** Whether a record's parents end somewhere: shapes that are each other's parents would never. */
export function hasEnd(id: RecordId, find: (id: RecordId) => RecordMap | null): boolean {
  let parent = parentIn(id, find);
  for (let depth = 0; parent !== null; depth += 1) {
    if (parent === id || depth > DEEPEST) return false;
    parent = parentIn(parent, find);
  }
  return true;
}

function parentIn(id: RecordId, find: (id: RecordId) => RecordMap | null): RecordId | null {
  const record = find(id);
  return record === null ? null : parentOf(record);
}

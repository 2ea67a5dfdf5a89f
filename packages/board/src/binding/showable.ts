/**
 * What a raw client can write and no canvas can bear. Such a record is not shown; it stays in the document, where whoever wrote it
 * can mend it and a script can take it out.
 */
import { NOTE_TYPE } from './record-codec.ts';
import type { StoreRecord, StoreShape } from './store-port.ts';

/** A page this large holds every workshop; further out, the arithmetic of drawing loses its whole numbers. */
const FURTHEST = 1_000_000;
/** A text as long as this is a book, and is measured at every letter. JSON, so marks count too. */
const LONGEST_TEXT = 100_000;
/** tldraw's own props are a list of segments of lists of points. */
const DEEPEST_VALUE = 6;

export const isShowable = (record: StoreRecord): boolean =>
  hasShowableContent(record) && (record.typeName === 'binding' || isWithinReach(record));

/** Whether a shape stands where a page can have it. */
export const isWithinReach = ({ x, y }: Pick<StoreShape, 'x' | 'y'>): boolean => isNear([x, y]);

/** Whether all of a record but its place can be shown. */
export function hasShowableContent(record: StoreRecord): boolean {
  if (record.typeName === 'binding') return isNear(record.props);
  const { type, props } = record;
  if (!isShowableText(props['richText'])) return false;
  // A note holds no measure but the time it was made, which is a larger number.
  return type === NOTE_TYPE || isNear(props);
}

export const isShowableText = (richText: unknown): boolean => JSON.stringify(richText ?? '').length <= LONGEST_TEXT;

/** Whether every number in a value is one that a page can hold. */
function isNear(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Math.abs(value) <= FURTHEST;
  if (typeof value !== 'object' || value === null) return true;
  if (depth > DEEPEST_VALUE) return false;
  return Object.entries(value).every(([key, each]) => key === 'richText' || isNear(each, depth + 1));
}

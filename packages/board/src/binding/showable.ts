/**
 * What a raw client can write and no canvas can bear. Such a record is not shown; it stays in the document, where whoever wrote it
 * can mend it and a script can take it out.
 */
import type { StoreShape } from './store-port.ts';

/** A page this large holds every workshop; further out, the arithmetic of drawing loses its whole numbers. */
const FURTHEST = 1_000_000;
/** A text as long as this is a book, and is measured at every letter. JSON, so marks count too. */
const LONGEST_TEXT = 100_000;

export function isShowable({ x, y, props }: StoreShape): boolean {
  const measures = [x, y, props['w'] ?? 0, props['h'] ?? 0, props['scale'] ?? 0];
  const isNear = measures.every((measure) => typeof measure === 'number' && Math.abs(measure) <= FURTHEST);
  return isNear && JSON.stringify(props['richText'] ?? '').length <= LONGEST_TEXT;
}

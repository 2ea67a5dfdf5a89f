/** How things that lie about on a board are read: in rows from the top, each from the left. Page units. */
import { NOTE_SIDE } from '@samtavla/templates';

export type Point = { readonly x: number; readonly y: number };

/** Notes laid side by side by hand are rarely level; two that are half a note apart are seen as one below the other. */
const LEVEL = NOTE_SIDE / 2;

/**
 * The highest that is left begins a row, and all less than half a note below it are in that row. (That each two within half a note
 * of each other be in one row is no order: of a staircase every step is level with the next.) What is equal keeps the order it has.
 */
export function inReadingOrder<T>(things: readonly T[], pointOf: (thing: T) => Point): T[] {
  const placed = things.map((thing) => ({ thing, ...pointOf(thing) })).toSorted((a, b) => a.y - b.y);
  const order: T[] = [];
  for (let start = 0; start < placed.length;) {
    const top = placed[start]?.y ?? 0;
    let end = start;
    while ((placed[end]?.y ?? Number.POSITIVE_INFINITY) - top < LEVEL) end += 1;
    const row = placed.slice(start, end).toSorted((a, b) => a.x - b.x);
    order.push(...row.map(({ thing }) => thing));
    start = end;
  }
  return order;
}

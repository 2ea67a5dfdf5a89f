/** What a record lies in: a group, a frame, one in the other. */
import type { RecordId } from '@samtavla/protocol';

/** Groups in frames in groups; a person makes a handful. */
const DEEPEST = 16;

/**
 * The shapes that a record lies in, innermost first; none where it is shown on the page itself. Two people can honestly make it end
 * elsewhere than on the page: each drags a frame into the other's, or one drops a note into what another has just deleted. What
 * lies in itself then, or in what is gone, is shown on the page, with all that lies in it.
 *
 * @param holderOf the shape with this id, if it is shown and others may lie in it
 * @param parentOf what a shape is said to lie in
 */
export function holdersOf<Holder>(
  id: RecordId,
  parent: RecordId | null,
  holderOf: (id: RecordId) => Holder | null,
  parentOf: (holder: Holder) => RecordId | null,
): Holder[] {
  const passed = new Map<RecordId, Holder>();
  for (let next = parent; next !== null;) {
    const holder = holderOf(next);
    if (holder === null) break;
    if (next === id || passed.size >= DEEPEST) return [];
    // It goes in a circle further out: the first that is met again is shown on the page.
    if (passed.has(next)) return [...passed.values()].slice(0, [...passed.keys()].indexOf(next) + 1);
    passed.set(next, holder);
    next = parentOf(holder);
  }
  return [...passed.values()];
}

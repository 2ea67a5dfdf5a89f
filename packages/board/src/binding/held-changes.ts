/**
 * What a gesture of the user's has changed and nobody has written yet. Others go on changing the same records: what they change
 * is taken in, and of what the gesture changed nothing is lost.
 */
import { equal } from './equal.ts';
import type { StoreRecord, StoreShape, UserChange, Values } from './store-port.ts';

/** `first` is the record before the gesture, `prev` what the document shows without it. */
type Held = UserChange & { readonly first: StoreRecord | null };

export class HeldChanges {
  readonly #held = new Map<string, Held>();
  /** Taken away by others: what the gesture goes on doing to them counts for nothing. */
  readonly #lost = new Set<string>();
  /** What the gesture has put back as it was, by its form then: in the store it may not be the document's. */
  readonly #putBack = new Map<string, StoreRecord | null>();

  add(changes: readonly UserChange[]): void {
    for (const { id, prev, next } of changes) {
      if (this.#lost.has(id)) continue;
      const earlier = this.#held.get(id);
      if (earlier === undefined && equal(prev, next)) continue;
      const first = earlier ? earlier.first : (this.#putBack.get(id) ?? prev);
      if (equal(first, next)) this.#takeBack(id, first);
      else this.#held.set(id, { id, first, prev: earlier ? earlier.prev : prev, next });
    }
  }

  has(id: string): boolean {
    return this.#held.has(id);
  }

  get changes(): UserChange[] {
    return [...this.#held.values()];
  }

  /** The shape as the gesture has left it; null when it is none of the gesture's. */
  shape(id: string): StoreShape | null {
    const next = this.#held.get(id)?.next;
    return next?.typeName === 'shape' ? next : null;
  }

  /** What to show of a record that the document has anew: the document's, with what the gesture changed; null for nothing. */
  over(shown: StoreRecord): StoreRecord | null {
    this.#lost.delete(shown.id);
    const held = this.#held.get(shown.id);
    if (held === undefined) return shown;
    const next = held.next === null || held.prev === null ? held.next : merged(held.prev, held.next, shown);
    this.#held.set(shown.id, { ...held, prev: shown, next });
    return next;
  }

  /** The document has it no longer. True when the gesture was changing it. */
  lose(id: string): boolean {
    const held = this.#held.get(id);
    if (held === undefined) {
      if (this.#putBack.has(id)) this.#lost.add(id);
      return false;
    }
    if (held.prev === null) return false;
    this.#lost.add(id);
    this.#takeBack(id, held.first);
    return true;
  }

  /** Forgets everything; returns the ids that the store must show anew. */
  clear(): string[] {
    const astray = [...this.#putBack.keys()];
    for (const all of [this.#held, this.#lost, this.#putBack]) all.clear();
    return astray;
  }

  /** As before the gesture, but what others changed meanwhile may have been taken back with it. */
  #takeBack(id: string, first: StoreRecord | null): void {
    this.#held.delete(id);
    this.#putBack.set(id, first);
  }
}

/** What is between `prev` and `next`, done to `base`. A place is one thing: moved by the user, all of it is the user's. */
function merged(prev: StoreRecord, next: StoreRecord, base: StoreRecord): StoreRecord {
  const top = patched(prev, next, base) as StoreRecord;
  const props = patched(prev.props, next.props, base.props);
  const meta = patched(prev.meta, next.meta, base.meta);
  if (prev.typeName !== 'shape' || next.typeName !== 'shape' || !isMoved(prev, next)) {
    return { ...top, props, meta };
  }
  const { x, y, rotation, parentId } = next;
  const { zone: _theirs, ...others } = meta;
  const zone = next.meta['zone'];
  return {
    ...top,
    x,
    y,
    rotation,
    parentId,
    props,
    meta: { ...others, ...(zone !== undefined && { zone }) },
  } as StoreShape;
}

const isMoved = (prev: StoreShape, next: StoreShape): boolean =>
  prev.x !== next.x || prev.y !== next.y || prev.rotation !== next.rotation || prev.parentId !== next.parentId;

function patched(prev: object, next: object, base: object): Values {
  const [before, after] = [prev as Values, next as Values];
  const result: Record<string, unknown> = { ...base };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (equal(before[key], after[key])) continue;
    if (Object.hasOwn(after, key)) result[key] = after[key];
    else delete result[key];
  }
  return result;
}

/** Which records hang on which: on the zone they stand in, the shape they lie in, the theme that gathers them. */
import type { RecordId } from '@samtavla/protocol';

export class HangingOn {
  readonly #holders = new Map<RecordId, readonly RecordId[]>();
  readonly #held = new Map<RecordId, Set<RecordId>>();

  /** In the place of what was said of it before; the holders need not be there. */
  put(id: RecordId, holders: readonly RecordId[]): void {
    for (const holder of this.#holders.get(id) ?? []) {
      const held = this.#held.get(holder);
      held?.delete(id);
      if (held?.size === 0) this.#held.delete(holder);
    }
    if (holders.length === 0) this.#holders.delete(id);
    else this.#holders.set(id, holders);
    for (const holder of holders) {
      const held = this.#held.get(holder) ?? new Set();
      this.#held.set(holder, held.add(id));
    }
  }

  /** All that hangs on these, at whatever depth. */
  of(ids: Iterable<RecordId>): Set<RecordId> {
    const found = new Set<RecordId>();
    const add = (holder: RecordId) => {
      for (const id of this.#held.get(holder) ?? []) found.add(id);
    };
    for (const id of ids) add(id);
    // A set is walked in the order it grows: what was found is looked into in its turn.
    for (const id of found) add(id);
    return found;
  }
}

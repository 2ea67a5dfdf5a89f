/** How many shapes of each sort stand in each zone. */
import type { RecordId } from '@samtavla/protocol';
import type { ShapeCounts } from './outline-groups.ts';

type ZoneKey = RecordId | null;
type Counted = { readonly zone: ZoneKey; readonly sort: keyof ShapeCounts };

const NONE: ShapeCounts = { drawings: 0, images: 0, others: 0 };

export class ShapeTally {
  readonly #counted = new Map<RecordId, Counted>();
  readonly #counts = new Map<ZoneKey, ShapeCounts>();
  #touched = new Set<ZoneKey>();

  /** Null where it is not to be counted, or no longer. */
  put(id: RecordId, next: Counted | null): void {
    const before = this.#counted.get(id) ?? null;
    if (before?.zone === next?.zone && before?.sort === next?.sort) return;
    if (before !== null) this.#add(before, -1);
    if (next !== null) this.#add(next, 1);
    if (next === null) this.#counted.delete(id);
    else this.#counted.set(id, next);
  }

  of(zone: ZoneKey): ShapeCounts {
    return this.#counts.get(zone) ?? NONE;
  }

  takeTouched(): ReadonlySet<ZoneKey> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  #add({ zone, sort }: Counted, one: 1 | -1): void {
    const counts = this.of(zone);
    this.#counts.set(zone, { ...counts, [sort]: counts[sort] + one });
    this.#touched.add(zone);
  }
}

/** Things in lists, each in one at most; a list is sorted again only when something in it has come, gone or moved. */
import type { RecordId } from '@samtavla/protocol';
import type { Point } from './reading-order.ts';

/** A thing with all that it can be sorted by. */
export type Placed<Item> = { readonly item: Item; readonly point: Point; readonly madeAt: number | null };
export type Sort<Item> = (members: readonly (readonly [RecordId, Placed<Item>])[]) => readonly RecordId[];
type List<Item> = {
  readonly members: Map<RecordId, Placed<Item>>;
  order: readonly RecordId[] | null;
  items: readonly Item[];
};

const NOTHING: readonly never[] = [];

export class OrderedLists<Key, Item> {
  readonly #sort: Sort<Item>;
  readonly #lists = new Map<Key, List<Item>>();
  readonly #keys = new Map<RecordId, Key>();
  #touched = new Set<Key>();

  constructor(sort: Sort<Item>) {
    this.#sort = sort;
  }

  put(id: RecordId, key: Key, next: Placed<Item>): void {
    const former = this.#keys.get(id);
    if (this.#keys.has(id) && former !== key) this.remove(id);
    const list: List<Item> = this.#lists.get(key) ?? { members: new Map(), order: null, items: NOTHING };
    const before = list.members.get(id);
    const staysInPlace = before !== undefined && isLevel(before, next);
    if (staysInPlace && before.item === next.item) return;
    if (!staysInPlace) list.order = null;
    list.members.set(id, next);
    this.#lists.set(key, list);
    this.#keys.set(id, key);
    this.#touched.add(key);
  }

  remove(id: RecordId): void {
    if (!this.#keys.has(id)) return;
    const key = this.#keys.get(id) as Key;
    const list = this.#lists.get(key);
    this.#keys.delete(id);
    list?.members.delete(id);
    if (list !== undefined) list.order = null;
    if (list?.members.size === 0) this.#lists.delete(key);
    this.#touched.add(key);
  }

  get(id: RecordId): Item | undefined {
    return this.#lists.get(this.#keys.get(id) as Key)?.members.get(id)?.item;
  }

  /** The list that it is in; undefined where it is in none. */
  keyOf(id: RecordId): Key | undefined {
    return this.#keys.get(id);
  }

  /** In order. The same things in the same order are the same array. */
  of(key: Key): readonly Item[] {
    const list = this.#lists.get(key);
    if (list === undefined) return NOTHING;
    list.order ??= this.#sort([...list.members]);
    const items = list.order.map((id) => (list.members.get(id) as Placed<Item>).item);
    const isSame = items.length === list.items.length && items.every((item, place) => item === list.items[place]);
    if (!isSame) list.items = items;
    return list.items;
  }

  /** The lists that may be others than when this was last asked. */
  takeTouched(): ReadonlySet<Key> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }
}

const isLevel = <Item>(a: Placed<Item>, b: Placed<Item>): boolean =>
  a.point.x === b.point.x && a.point.y === b.point.y && a.madeAt === b.madeAt;

/**
 * How deep shared types lie in each other. Yjs takes a type away with all that lies in it by calling itself: some thousands deep,
 * whoever applies the deletion runs out of stack in the middle of a transaction, and the document never tells of an update again.
 * Depth can be built over several updates, so it is counted against the document, before anything is applied.
 */
import { LIMITS } from '@samtavla/protocol';
import * as Y from 'yjs';

type Structs = ReturnType<typeof Y.decodeUpdate>['structs'];
type Place = { readonly client: number; readonly clock: number };

/** Whether an update (V1) would put a type deeper into others than anything of ours lies. What it waits for counts as nothing. */
export function nestsTooDeep(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs } = Y.decodeUpdate(update);
  if (!structs.some(isType)) return false;
  const own = itemsByPlace(structs);
  const depths = new Map<Y.Item, number>();
  return structs.some((struct) => isType(struct) && depthOf(struct) > LIMITS.nestedTypes);

  function depthOf(item: Y.Item): number {
    // Down a chain of any length without a call a link: a chain is what is to be found out.
    const chain: Y.Item[] = [];
    let depth = 0;
    for (let each: Y.Item | null = item; each !== null; each = holderOf(each)) {
      const known = depths.get(each);
      if (known !== undefined) {
        depth = known;
        break;
      }
      chain.push(each);
      if (chain.length > LIMITS.nestedTypes) break;
    }
    for (const each of chain.toReversed()) depths.set(each, (depth += 1));
    return depth;
  }

  /** The item whose type holds this one; null at the root, and where it is not known yet. */
  function holderOf(item: Y.Item): Y.Item | null {
    const parent: unknown = item.parent;
    if (parent instanceof Y.ID) return find(parent);
    if (parent instanceof Y.AbstractType) return parent._item;
    // An item beside another says only which, and lies where that one lies.
    const beside = item.origin ?? item.rightOrigin;
    const neighbour = beside === null ? null : find(beside);
    return neighbour === null || neighbour === item ? null : holderOfNeighbour(neighbour);
  }

  function holderOfNeighbour(first: Y.Item): Y.Item | null {
    const seen = new Set<Y.Item>();
    for (let each: Y.Item | null = first; each !== null && !seen.has(each); each = neighbourOf(each)) {
      seen.add(each);
      if (each.parent !== null) return holderOf(each);
    }
    return null;
  }

  function neighbourOf(item: Y.Item): Y.Item | null {
    const beside = item.origin ?? item.rightOrigin;
    return beside === null ? null : find(beside);
  }

  function find(place: Place): Y.Item | null {
    const inUpdate = own(place);
    if (inUpdate !== null) return inUpdate;
    if (Y.getState(doc.store, place.client) <= place.clock) return null;
    const known: unknown = Y.getItem(doc.store, place);
    return known instanceof Y.Item ? known : null;
  }
}

const isType = (struct: Structs[number]): struct is Y.Item =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentType;

/** Finds an update's own items by any place they cover; they come sorted by client and clock. */
function itemsByPlace(structs: Structs): (place: Place) => Y.Item | null {
  const byClient = new Map<number, Y.Item[]>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const items = byClient.get(struct.id.client) ?? [];
    byClient.set(struct.id.client, items);
    items.push(struct);
  }
  return ({ client, clock }) => {
    const items = byClient.get(client) ?? [];
    let [low, high] = [0, items.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const item = items[middle];
      if (item === undefined) return null;
      if (clock < item.id.clock) high = middle - 1;
      else if (clock >= item.id.clock + item.length) low = middle + 1;
      else return item;
    }
    return null;
  };
}

/**
 * How deep shared types lie in each other. Yjs takes a type away with all that lies in it by calling itself: some thousands deep,
 * whoever applies the deletion runs out of stack in the middle of a transaction, and the document never tells of an update again.
 *
 *     an update arrives ─▶ nestsTooDeep ─▶ applied ─▶ waits ─▶ waitTooDeep        the sender is refused
 *                                            └──────▶ is in ─▶ hasNestedTooDeep   the copy in memory is thrown away
 *
 * Depth can be built over several updates, so what arrives is counted with what the document has. What waits for a holder that has not come is counted
 * from there: when it comes the two depths add up, and so twice the limit may stand in a document. More takes several updates of
 * several sockets in one moment, each counted before the others are applied; that is seen before it is logged.
 */
import { LIMITS } from '@samtavla/protocol';
import * as Y from 'yjs';

type Structs = ReturnType<typeof Y.decodeUpdate>['structs'];
type Place = { readonly client: number; readonly clock: number };
type Find = (place: Place) => Y.Item | null;

/** Whether an update (V1) would put a type deeper into others than anything of ours lies. */
export function nestsTooDeep(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs } = Y.decodeUpdate(update);
  if (!structs.some(isType)) return false;
  const own = finderIn(structs);
  return reachTooDeep(structs, (place) => integrated(doc, place) ?? own(place));
}

/** The same for all that waits in a document, counted from what it waits for. */
export function waitTooDeep({ pendingStructs }: Y.Doc['store']): boolean {
  if (pendingStructs === null) return false;
  const { structs } = Y.decodeUpdateV2(pendingStructs.update);
  return reachTooDeep(structs, finderIn(structs));
}

/** Whether a transaction brought a type into its document that lies deeper than one update and what waited can come to. */
export function hasNestedTooDeep({ doc, beforeState, afterState }: Y.Transaction): boolean {
  for (const [client, clock] of afterState) {
    const before = beforeState.get(client) ?? 0;
    const structs = before === clock ? [] : (doc.store.clients.get(client) ?? []);
    for (let at = structs.length - 1; at >= 0; at -= 1) {
      const struct = structs[at];
      if (struct === undefined || struct.id.clock + struct.length <= before) break;
      if (isType(struct) && isDeeper(struct, 2 * LIMITS.nestedTypes)) return true;
    }
  }
  return false;
}

/** Of an item that stands in a document. */
function isDeeper(item: Y.Item, levels: number): boolean {
  let holder: Y.Item | null = item;
  for (let left = levels; left > 0 && holder !== null; left -= 1) holder = holderIn(holder);
  return holder !== null;
}

const holderIn = ({ parent }: Y.Item): Y.Item | null => (parent instanceof Y.AbstractType ? parent._item : null);

function reachTooDeep(structs: Structs, find: Find): boolean {
  const depths = new Map<Y.Item, number>();
  return structs.some((struct) => isType(struct) && depthOf(struct, find, depths) > LIMITS.nestedTypes);
}

/** Without a call a link: a long chain is what is to be found out. Each link is followed once, whoever asks. */
function depthOf(item: Y.Item, find: Find, depths: Map<Y.Item, number>): number {
  const chain: { readonly item: Y.Item; readonly levels: 0 | 1 }[] = [];
  let depth = 0;
  for (let each: Y.Item | null = item; each !== null;) {
    const known = depths.get(each);
    if (known !== undefined) {
      depth = known;
      break;
    }
    // Until its depth is known: whoever comes by here again has gone in a circle.
    depths.set(each, Number.POSITIVE_INFINITY);
    const next = nextUp(each, find);
    chain.push({ item: each, levels: next.levels });
    each = next.item;
  }
  for (const link of chain.toReversed()) depths.set(link.item, (depth += link.levels));
  return depth;
}

/** What an item lies in, a level further up; or, of an item that says only what it stands beside, that, on the same level. */
function nextUp(item: Y.Item, find: Find): { readonly item: Y.Item | null; readonly levels: 0 | 1 } {
  const { parent }: { parent: unknown } = item;
  if (parent instanceof Y.ID) return { item: find(parent), levels: 1 };
  if (parent instanceof Y.AbstractType) return { item: parent._item, levels: 1 };
  const beside = parent === null ? (item.origin ?? item.rightOrigin) : null;
  const neighbour = beside === null ? null : find(beside);
  return { item: neighbour, levels: neighbour === null ? 1 : 0 };
}

export const isType = (struct: Structs[number]): struct is Y.Item =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentType;

function integrated({ store }: Y.Doc, place: Place): Y.Item | null {
  if (Y.getState(store, place.client) <= place.clock) return null;
  const known: unknown = Y.getItem(store, place);
  return known instanceof Y.Item ? known : null;
}

/** Finds items by any place they cover; an update has them sorted by clock. */
function finderIn(structs: Structs): Find {
  const byClient = Map.groupBy(
    structs.filter((struct) => struct instanceof Y.Item),
    ({ id }) => id.client,
  );
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

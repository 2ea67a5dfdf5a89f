import * as Y from 'yjs';

/** Values deeper than this are no whiteboard's; somewhere beyond ten thousand, whoever reads them runs out of stack. */
const DEPTH = 64;

/** A client counts its letters: two thousand million of them are no person's. */
const LAST_CLOCK = 2 ** 31;

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Range = { readonly clock: number; readonly length: number };

/**
 * Whether Yjs can decode an update (V1) to its end and apply it, and everyone who gets it can. Subdocuments are refused: nothing
 * here uses them, and each would be a document in memory.
 */
export function isReadableUpdate(update: Uint8Array): boolean {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    const deleted = [...ds.clients.values()].flat().map(({ clock, len }) => ({ clock, length: len }));
    return structs.every(isSound) && standInOrder(structs) && deleted.every(isRange);
  } catch {
    return false;
  }
}

/** Yjs makes no empty range, and fails at some. Nor does anybody write this much: beyond it Yjs' own encoding loses digits. */
const isRange = ({ clock, length }: Range): boolean => length > 0 && clock + length <= LAST_CLOCK;

function isSound(struct: Struct): boolean {
  if (!isRange({ clock: struct.id.clock, length: struct.length })) return false;
  return !(struct instanceof Y.Item) || (buildsOnEarlier(struct) && isReadableContent(struct.content));
}

/**
 * What a client's item builds on was there before it. Yjs relies on that for the client's own items, and throws otherwise: perhaps
 * not before what the update waits for has come, and then for everybody who loads the document.
 */
function buildsOnEarlier({ id, origin, rightOrigin, parent }: Y.Item): boolean {
  return [origin, rightOrigin, parent].every(
    (place: unknown) => !(place instanceof Y.ID) || place.client !== id.client || place.clock < id.clock,
  );
}

/** Each client's structs without a gap, and each client once: Yjs takes the last list of a client, whoever looks takes them all. */
function standInOrder(structs: readonly Struct[]): boolean {
  const ends = new Map<number, number>();
  let last: number | null = null;
  for (const { id, length } of structs) {
    const isFirst = !ends.has(id.client);
    if (!isFirst && (last !== id.client || ends.get(id.client) !== id.clock)) return false;
    ends.set(id.client, id.clock + length);
    last = id.client;
  }
  return true;
}

function isReadableContent(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return !isTooDeep(content.arr);
  if (content instanceof Y.ContentFormat) return !isTooDeep(content.value);
  if (content instanceof Y.ContentEmbed) return !isTooDeep(content.embed);
  return !(content instanceof Y.ContentDoc);
}

/** Whether a value (one of JSON's, or bytes) has values in it so deep that reading it may run out of stack. */
const isTooDeep = (value: unknown): boolean => isDeeper(value, DEPTH);

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

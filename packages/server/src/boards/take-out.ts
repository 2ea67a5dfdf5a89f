/**
 * Takes a person's writing out of a document: the records they made, but for those that others have written in, and what they
 * typed in the others' texts. What they moved, coloured or deleted stays: Yjs keeps no earlier values to go back to.
 */
import { fragmentOf, isNoteKind, kindOf, recordsOf, type ParticipantId } from '@samtavla/protocol';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Range, WrittenBy } from '../sync/written-by.ts';

/** How much there is of it. */
export type Writing = {
  /** Measures too. */
  readonly notes: number;
  /** Other records: drawings, arrows, images, themes. */
  readonly things: number;
  /** Texts of others, or that others have written in, of which some goes. */
  readonly texts: number;
};

type Found = Writing & { readonly deletions: ReadonlyMap<number, readonly Range[]> };

export function findWriting(doc: Y.Doc, written: WrittenBy, person: ParticipantId): Found {
  const deletions = new Map<number, Range[]>();
  const rangesOf = (item: Y.Item) => written.rangesOf(person, item.id, item.length);
  const isTheirs = (item: Y.Item) => rangesOf(item).length > 0;
  const take = (item: Y.Item, ranges = rangesOf(item)) =>
    deletions.set(item.id.client, [...(deletions.get(item.id.client) ?? []), ...ranges]);
  const counts = { notes: 0, things: 0, texts: 0 };
  const takeText = (type: Type) => {
    let found = false;
    for (const item of childrenOf(type)) {
      const inner = typeIn(item);
      if (inner === null) {
        if (!isTheirs(item)) continue;
        take(item);
        found = found || item.countable;
      } else if (isTheirs(item) && !hasOthers(inner, written, person) && !isAlone(item)) {
        take(item);
        found = true;
      } else if (takeText(inner)) found = true;
    }
    return found;
  };
  for (const [id, record] of recordsOf(doc)) {
    const item = recordsOf(doc)._map.get(id);
    if (!(record instanceof Y.Map) || item === undefined) continue;
    const text = fragmentOf(record);
    if (isTheirs(item) && (text === null || !hasOthers(text, written, person))) {
      take(item);
      if (isNoteKind(kindOf(record))) counts.notes += 1;
      else counts.things += 1;
    } else if (text !== null && takeText(text)) counts.texts += 1;
  }
  return { ...counts, deletions };
}

/** An update (V1) that deletes, and does nothing else. Yjs itself parts what a person wrote from what stands beside it. */
export function deletionUpdate(deletions: Found['deletions']): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, deletions.size);
  for (const [client, ranges] of deletions) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, len);
    }
  }
  return encoding.toUint8Array(encoder);
}

// oxlint-disable-next-line typescript/no-explicit-any -- as Yjs declares a type whose events are not asked about
type Type = Y.AbstractType<any>;

function* childrenOf(type: Type): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) yield item;
}

const typeIn = ({ content }: Y.Item): Type | null => (content instanceof Y.ContentType ? (content.type as Type) : null);

/** Whether anybody else has written in a text: letters, not the paragraphs around them. */
function hasOthers(type: Type, written: WrittenBy, person: ParticipantId): boolean {
  return [...childrenOf(type)].some((item) => {
    const inner = typeIn(item);
    if (inner !== null) return hasOthers(inner, written, person);
    const own = written.rangesOf(person, item.id, item.length).reduce((sum, { len }) => sum + len, 0);
    return item.countable && own < item.length;
  });
}

/** The last paragraph of a text stays, empty: bound to nothing, two editors would each make their own. */
function isAlone(item: Y.Item): boolean {
  const parent = item.parent as Type;
  return [...childrenOf(parent)].length === 1;
}

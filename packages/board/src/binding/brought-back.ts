/**
 * What Yjs leaves out when it brings a record back: each key that another has written meanwhile, in what was deleted and is gone for
 * good. A note that I deleted while another moved it would come back without a place, and nobody would see it.
 */
import { recordsOf, type RecordMap } from '@samtavla/protocol';
import * as Y from 'yjs';

/** What a step made and what it took away, by client and clock. */
type Changes = Pick<Y.UndoManager['undoStack'][number], 'insertions' | 'deletions'>;

/** Gives records that were brought back the keys they lack, with the values that the step took away. */
export function completeBroughtBack(doc: Y.Doc, changes: Changes, origin: unknown): void {
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, changes.deletions, (original) => {
      const [before, now] = original instanceof Y.Item ? [mapIn(original), mapNow(original)] : [null, null];
      if (before === null || now === null || now.parent !== recordsOf(doc)) return;
      for (const [key, last] of before._map) {
        const value = now.has(key) ? undefined : valueIn(last, changes);
        if (value !== undefined) now.set(key, value);
      }
    });
  }, origin);
}

const mapIn = ({ content }: Y.Item): RecordMap | null =>
  content instanceof Y.ContentType && content.type instanceof Y.Map ? (content.type as RecordMap) : null;

/** What stands for it now; null when it was not brought back, or has been taken away again. */
function mapNow(original: Y.Item): RecordMap | null {
  const store = original.parent instanceof Y.AbstractType ? original.parent.doc?.store : undefined;
  if (store === undefined || original.redone === null) return null;
  let now = original;
  while (now.redone !== null) now = Y.getItem(store, now.redone);
  return now.deleted ? null : mapIn(now);
}

/** The value that its key had before the step; what the step itself gave it on the way to taking it away is not that. */
function valueIn(last: Y.Item, { insertions, deletions }: Changes): unknown {
  for (let item: Y.Item | null = last; item !== null; item = item.left) {
    if (!(item.content instanceof Y.ContentAny)) continue;
    // Values that were given one after the other may have become one item, whose id is the first one's.
    const { client, clock } = item.id;
    const value = item.content.getContent().findLast((_value, at) => {
      const id = Y.createID(client, clock + at);
      return Y.isDeleted(deletions, id) && !Y.isDeleted(insertions, id);
    }) as unknown;
    if (value !== undefined) return value;
  }
  return undefined;
}

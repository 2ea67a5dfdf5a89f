/**
 * What Yjs leaves out when it brings a record back: each key that another has written meanwhile, in what was deleted and is gone for
 * good. A note that I deleted while another moved it would come back without a place, and nobody would see it.
 */
import { recordsOf, type RecordMap } from '@samtavla/protocol';
import * as Y from 'yjs';
import { lastTakenAway, type StepChanges } from './step-changes.ts';

/** Gives records that a transaction has brought back the keys they lack, with the values that the step took away. */
export function completeBroughtBack(transaction: Y.Transaction, changes: StepChanges): void {
  Y.iterateDeletedStructs(transaction, changes.deletions, (original) => {
    const [before, now] = original instanceof Y.Item ? [mapIn(original), mapNow(original)] : [null, null];
    if (before === null || now === null || now.parent !== recordsOf(transaction.doc)) return;
    for (const [key, last] of before._map) {
      const value = now.has(key) ? undefined : valueIn(last, changes);
      if (value !== undefined) now.set(key, value);
    }
  });
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
function valueIn(last: Y.Item, changes: StepChanges): unknown {
  for (let item: Y.Item | null = last; item !== null; item = item.left) {
    const at = item.content instanceof Y.ContentAny ? lastTakenAway(item, changes) : -1;
    if (at >= 0) return item.content.getContent()[at];
  }
  return undefined;
}

/** Who writes in the outline, and how: in steps that undo takes back one by one. */
import {
  kindOf,
  recordsOf,
  type Author,
  type Perspective,
  type RecordId,
  type RecordKind,
  type RecordMap,
} from '@samtavla/protocol';
import type * as Y from 'yjs';
import type { BoundDocument } from '../binding/bind.ts';
import { findRecord } from '../binding/find-record.ts';
import type { History } from '../binding/history.ts';

/** The origin of every transaction that writes what the user did in the outline; undo goes by it. */
export const FROM_OUTLINE = Symbol('from the outline');

export type Hand = {
  readonly plan: BoundDocument;
  readonly canvas: BoundDocument;
  readonly history: Pick<History, 'mark'>;
  /** What a note is signed with. Null on an anonymous board. */
  readonly author: Author | null;
  readonly perspective: Perspective;
};

/** A record in the document that it is to be changed in. */
export type Held = { readonly doc: Y.Doc; readonly id: RecordId; readonly record: RecordMap };

export function inOneStep<T>({ plan, canvas, history }: Hand, write: () => T): T {
  history.mark();
  return plan.doc.transact(() => canvas.doc.transact(write, FROM_OUTLINE), FROM_OUTLINE);
}

/** Those of them that are of this kind and that the user may write, each once, in the order given. */
export function writable({ plan, canvas }: Hand, ids: Iterable<RecordId>, kind: RecordKind): Held[] {
  const [inPlan, inCanvas] = [recordsOf(plan.doc), recordsOf(canvas.doc)];
  return [...new Set(ids)].flatMap((id) => {
    const record = findRecord(inPlan, inCanvas, id);
    const home = record !== null && inPlan.get(id) === record ? plan : canvas;
    return record !== null && home.writable && kindOf(record) === kind ? [{ doc: home.doc, id, record }] : [];
  });
}

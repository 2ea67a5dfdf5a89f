/** Who writes in the outline, and how: in steps that undo takes back one by one. */
import {
  kindOf,
  type Author,
  type Perspective,
  type RecordId,
  type RecordKind,
  type RecordMap,
} from '@samtavla/protocol';
import type * as Y from 'yjs';
import type { BoundDesk, BoundDocument } from '../binding/bind.ts';
import { findRecord, type RecordDocs } from '../binding/find-record.ts';
import type { History } from '../binding/history.ts';

/** The origin of every transaction that writes what the user did in the outline; undo goes by it. */
export const FROM_OUTLINE = Symbol('from the outline');

export type Hand = {
  readonly plan: BoundDocument;
  readonly canvas: BoundDocument;
  /** The person's own, which a viewer has none of. */
  readonly desk?: BoundDesk | null;
  readonly history: Pick<History, 'mark'>;
  /** What a note is signed with. Null on an anonymous board. */
  readonly author: Author | null;
  readonly perspective: Perspective;
};

/** A record in the document that it is to be changed in. */
export type Held = { readonly doc: Y.Doc; readonly id: RecordId; readonly record: RecordMap };

export function inOneStep<T>({ plan, canvas, desk, history }: Hand, write: () => T): T {
  history.mark();
  const inAll = [plan, canvas, ...(desk ? [desk] : [])].reduce(
    (inner, { doc }) =>
      () =>
        doc.transact(inner, FROM_OUTLINE),
    write,
  );
  return inAll();
}

export const docsOf = ({ plan, canvas, desk }: Hand): RecordDocs => ({
  plan: plan.doc,
  canvas: canvas.doc,
  desk: desk?.doc ?? null,
});

/** Those of them that are of these kinds and that the user may write, each once, in the order given. */
export function writable(hand: Hand, ids: Iterable<RecordId>, kinds: readonly RecordKind[]): Held[] {
  const docs = docsOf(hand);
  return [...new Set(ids)].flatMap((id) => {
    const found = findRecord(docs, id);
    const home = found && hand[found.home];
    const kind = found && kindOf(found.record);
    if (found === null || kind === null || home?.writable !== true || !kinds.includes(kind)) return [];
    return [{ doc: home.doc, id, record: found.record }];
  });
}

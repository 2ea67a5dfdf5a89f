/** A person's own desk: what they write privately, until its round is revealed and the server has put it on the canvas. */
import {
  fragmentOf,
  isZoneOpen,
  linesOf,
  recordsOf,
  replaceText,
  richTextOf,
  type RecordId,
  type RecordMap,
  type Stage,
} from '@samtavla/protocol';
import * as Y from 'yjs';
import type { BoundDesk } from '../binding/bind.ts';
import type { ConnectedDocument } from './open-document.ts';
import type { Readable } from './signal.ts';

export type Desk = BoundDesk & { readonly everWritable: boolean };

/** @param mayBegin whether this person may write on the canvas besides: then only what is in a zone of the round is private */
export function deskOf(document: ConnectedDocument, stage: Readable<Stage>, mayBegin: (stage: Stage) => boolean): Desk {
  return {
    doc: document.doc,
    everWritable: document.everWritable,
    /** What stands there is its writer's to change at any time: what was held back may be let go long after its round. */
    writable: document.everWritable,
    /** While its round closes, what is half written still counts. */
    roundIn(zone) {
      const now = stage.get();
      const isOn = now.round !== null && now.desk !== 'closed';
      return isOn && (!mayBegin(now) || isZoneOpen(now, zone)) ? now.round : null;
    },
  };
}

/** What was revealed goes from the desk when it is seen on the canvas; what was typed since goes along with it. Returns the way to stop. */
export function clearRevealed(desk: Y.Doc, canvas: Y.Doc): () => void {
  const [own, shared] = [recordsOf(desk), recordsOf(canvas)];
  const look = (): void => {
    const both = [...own.keys()].filter((id) => shared.has(id)) as RecordId[];
    if (both.length === 0) return;
    canvas.transact(() => {
      for (const id of both) carryOver(own.get(id), shared.get(id));
    });
    desk.transact(() => {
      for (const id of both) own.delete(id);
    });
  };
  // Not in the middle of the change that brought it: who else hears of that must see what it says.
  let isLooking = false;
  const lookSoon = () => {
    if (isLooking) return;
    isLooking = true;
    queueMicrotask(() => {
      isLooking = false;
      look();
    });
  };
  own.observe(lookSoon);
  shared.observe(lookSoon);
  lookSoon();
  return () => {
    own.unobserve(lookSoon);
    shared.unobserve(lookSoon);
  };
}

/** Only what was added to it: where others have changed it meanwhile, or it was cut, the canvas' text stands. */
function carryOver(from: RecordMap | undefined, to: RecordMap | undefined): void {
  const [own, shared] = [from, to].map((record) => (record instanceof Y.Map ? fragmentOf(record) : null));
  if (!own || !shared) return;
  const [typed, shown] = [linesOf(own), linesOf(shared)];
  if (typed !== shown && typed.startsWith(shown)) replaceText(shared, richTextOf(own));
}

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { History } from '../../binding/history.ts';
import type { Connection, Writable } from '../../session/connection.ts';
import { useSignal } from '../../session/use-signal.ts';
import { followOutline, type FollowedOutline } from '../follow-outline.ts';
import { FROM_OUTLINE, type Hand } from '../hand.ts';
import type { NoteOrder, Outline } from '../outline-groups.ts';
import { handOf } from './hand-of.ts';
import { FROM_FIELD } from './text-field.tsx';

/** What a person has in hand who works in the outline. */
export type Desk = {
  readonly hand: Hand;
  readonly history: History;
  /** As it is at the moment of asking. */
  readonly now: () => Outline;
};

export type OpenOutline = Desk & {
  readonly outline: Outline;
  /** Which documents may be written: what would be refused is not offered, and nothing is when the server has said no for good. */
  readonly writable: Writable;
};

type Parts = Desk & { readonly followed: FollowedOutline };

/** The board's outline as it is at each moment, and what writes it; null until it has been read. */
export function useOutline(connection: Connection, order: NoteOrder): OpenOutline | null {
  const [parts, setParts] = useState<Parts | null>(null);
  useEffect(() => {
    const made = openParts(connection, order);
    const show = () => setParts(made);
    show();
    return () => made.followed.close();
  }, [connection, order]);
  const writable = useSignal(connection.writable);
  const outline = useSyncExternalStore(
    (listener) => parts?.followed.subscribe(listener) ?? (() => {}),
    () => parts?.followed.get() ?? null,
  );
  return parts === null || outline === null ? null : { ...parts, outline, writable };
}

function openParts(connection: Connection, order: NoteOrder): Parts {
  const { plan, canvas, desk, history } = connection;
  const followed = followOutline({ plan: plan.doc, canvas: canvas.doc, desk: desk?.doc ?? null }, order);
  history.track(FROM_OUTLINE);
  history.track(FROM_FIELD, 'letter by letter');
  return { followed, history, hand: handOf(connection), now: () => followed.get() };
}

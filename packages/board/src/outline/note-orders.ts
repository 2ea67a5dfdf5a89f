import type { RecordId } from '@samtavla/protocol';
import type { NoteOrder, OutlineNote } from './outline-groups.ts';
import type { Placed, Sort } from './ordered-lists.ts';
import { inReadingOrder } from './reading-order.ts';

/** What is made or lies at the same place comes in the same order on every screen. */
const byId = <Item>(members: readonly (readonly [RecordId, Placed<Item>])[]) =>
  members.toSorted(([a], [b]) => (a < b ? -1 : 1));

export const byPlace = <Item>(members: readonly (readonly [RecordId, Placed<Item>])[]): RecordId[] =>
  inReadingOrder(byId(members), ([, { point }]) => point).map(([id]) => id);

/** The oldest first; what does not say when it was made comes last. */
const byTime: Sort<OutlineNote> = (members) =>
  byId(members)
    .toSorted(([, a], [, b]) => madeAt(a) - madeAt(b))
    .map(([id]) => id);

const madeAt = ({ madeAt: time }: Placed<OutlineNote>): number => time ?? Number.MAX_VALUE;

export const NOTE_ORDERS: Readonly<Record<NoteOrder, Sort<OutlineNote>>> = { place: byPlace, time: byTime };

/**
 * Locking is moving: what stands in the plan is for facilitators to change, and the server holds everybody else to it. There is no other
 * lock.
 */
import { kindOf, parentOf, recordsOf, type RecordId, zoneIdOf, type RecordMap } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { BoundDocument } from '../binding/bind.ts';
import { inOneStep, type Hand } from './hand.ts';

/** With all that lies in them. Answers with what was locked now. */
export const lockRecords = (hand: Hand, ids: Iterable<RecordId>): RecordId[] => move(hand, hand.canvas, hand.plan, ids);

/** Zones are the plan's for good. Answers with what was unlocked now. */
export const unlockRecords = (hand: Hand, ids: Iterable<RecordId>): RecordId[] =>
  move(hand, hand.plan, hand.canvas, ids);

/** What can be locked, or is locked, and stands in this zone; on the whole board where none is named. */
export const lockableIn = (doc: Y.Doc, zone: RecordId | null): RecordId[] =>
  [...recordsOf(doc)].flatMap(([id, record]): RecordId[] => {
    const kind = record instanceof Y.Map ? kindOf(record) : null;
    const isIt = kind !== null && kind !== 'zone' && kind !== 'binding';
    return isIt && (zone === null || zoneIdOf(record) === zone) ? [id as RecordId] : [];
  });

/** It stands in both for a moment, and the plan wins: nobody sees it gone. */
function move(hand: Hand, from: BoundDocument, to: BoundDocument, ids: Iterable<RecordId>): RecordId[] {
  if (!from.writable || !to.writable) return [];
  const moving = withAllInside(recordsOf(from.doc), ids);
  if (moving.length === 0) return [];
  return inOneStep(hand, () => {
    for (const [id, record] of moving) recordsOf(to.doc).set(id, record.clone());
    for (const [id] of moving) recordsOf(from.doc).delete(id);
    return moving.map(([id]) => id);
  });
}

function withAllInside(records: Y.Map<RecordMap>, ids: Iterable<RecordId>): [RecordId, RecordMap][] {
  const found = new Set(ids);
  const inside = [...records].flatMap(([id, record]): [RecordId, RecordId][] => {
    const parent = record instanceof Y.Map ? parentOf(record) : null;
    return parent === null ? [] : [[id as RecordId, parent]];
  });
  // A set is walked in the order it grows: what was found is looked into in its turn.
  for (const holder of found) for (const [id, parent] of inside) if (parent === holder) found.add(id);
  return [...found].flatMap((id): [RecordId, RecordMap][] => {
    const record = records.get(id);
    return record instanceof Y.Map && kindOf(record) !== 'zone' ? [[id, record]] : [];
  });
}

import {
  addZone,
  newZoneId,
  placeOf,
  readZones,
  recordsOf,
  zoneIdOf,
  zonePlace,
  type RecordId,
} from '@samtavla/protocol';
import { bounds, NOTE_SIDE, type Box, type Locale, type Zone } from '@samtavla/templates';
import * as Y from 'yjs';
import { inOneStep, type Hand } from './hand.ts';

/** Between what is there and what comes beside it: as between two zones of a template, and some air. */
const AIR = 200;

/**
 * Puts zones of a template on the board as they stand to each other there, to the right of all that is on it, last in reading order.
 * Answers with their ids; none where the plan may not be written.
 */
export function addZones(hand: Hand, zones: readonly Zone[], locale: Locale): RecordId[] {
  const { plan, canvas } = hand;
  const block = bounds({ zones });
  if (!plan.writable || block === null) return [];
  const there = readZones(plan.doc);
  const ground = bounds({ zones: [...there, ...[plan.doc, canvas.doc].flatMap((doc) => boxesIn(doc, plan.doc))] });
  const [dx, dy] = ground === null ? [0, 0] : [ground.x + ground.w + AIR - block.x, ground.y - block.y];
  const next = Math.max(-1, ...there.map(({ order }) => order)) + 1;
  return inOneStep(hand, () =>
    zones.map(({ kind, title, question, box, tint }, place) => {
      const order = next + place;
      const id = newZoneId(order);
      const moved = { ...box, x: Math.round(box.x + dx), y: Math.round(box.y + dy) };
      addZone(plan.doc, { id, kind, title: title[locale], question: question[locale], box: moved, tint, order });
      return id;
    }),
  );
}

/** About where other things stand: a drawing is as large as it says, all else as a note. */
function boxesIn(doc: Y.Doc, plan: Y.Doc): { readonly box: Box }[] {
  return [...recordsOf(doc).values()].flatMap((record) => {
    const at = record instanceof Y.Map && record.get('kind') !== 'zone' ? placeOf(record) : null;
    if (at === null) return [];
    const zone = zoneIdOf(record);
    const holder = zone === null ? undefined : recordsOf(plan).get(zone);
    const origin = (holder instanceof Y.Map ? zonePlace(holder) : null) ?? { x: 0, y: 0 };
    const box = {
      x: at[0] + origin.x,
      y: at[1] + origin.y,
      w: lengthIn(record.get('p.w')),
      h: lengthIn(record.get('p.h')),
    };
    return [{ box }];
  });
}

const lengthIn = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : NOTE_SIDE);

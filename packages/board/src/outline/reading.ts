/** What the outline knows of a record, read once when it changes. By the canvas' own measure of what can be shown, as far as that needs no canvas. */
import {
  fragmentOf,
  isHeld,
  kindOf,
  linesOf,
  measureFieldsOf,
  noteOf,
  parentOf,
  placeOf,
  zoneIdOf,
  zoneOf,
  zonePlace,
  type Place,
  type PlanZone,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import { findRecord, hasId, type RecordDocs } from '../binding/find-record.ts';
import { decode, NOTE_TYPE, THEME_TYPE, ZONE_TYPE } from '../binding/record-codec.ts';
import { hasShowableContent, isShowable } from '../binding/showable.ts';
import type { OutlineNote, OutlineTheme, ShapeCounts } from './outline-groups.ts';
import type { Point } from './reading-order.ts';
import { SHAPE_TYPES } from './shape-types.ts';

/** The place, and what it is relative to: the zone, else the shape it lies in, else the page. */
export type Spot = { readonly place: Place; readonly zone: RecordId | null; readonly parent: RecordId | null };

/** A zone that was taken away, or cannot be shown, is none, and still says where it stood. */
export type ZoneReading = {
  readonly what: 'zone';
  readonly origin: Point;
  readonly zone: PlanZone | null;
  readonly isGone: boolean;
};
export type NoteReading = {
  readonly what: 'note';
  readonly spot: Spot;
  readonly note: OutlineNote;
  readonly theme: RecordId | null;
};
export type ThemeReading = { readonly what: 'theme'; readonly spot: Spot; readonly theme: Omit<OutlineTheme, 'notes'> };
export type ShapeReading = { readonly what: 'shape'; readonly spot: Spot; readonly counts: keyof ShapeCounts | null };
/** It ties an arrow to a shape, and is nothing to read. */
type TieReading = { readonly what: 'tie' };

export type Reading = ZoneReading | NoteReading | ThemeReading | ShapeReading | TieReading;

const OWN_TYPES = new Set([NOTE_TYPE, THEME_TYPE, ZONE_TYPE]);
const asItIs = {
  origins: () => null,
  dragged: () => null,
  defaultProps: (type: string) => (OWN_TYPES.has(type) || Object.hasOwn(SHAPE_TYPES, type) ? {} : null),
};

/** @returns null where there is no record; `skipped` where there is one that nobody can show */
export function readRecord(docs: RecordDocs, id: RecordId): Reading | 'skipped' | null {
  const found = findRecord(docs, id);
  if (found === null) return hasId(docs, id) ? 'skipped' : null;
  const { record, home: document } = found;
  if (kindOf(record) === 'zone') return readZone(id, record);
  const decoded = decode(id, record, asItIs);
  if (decoded === null || !hasShowableContent(decoded)) return 'skipped';
  if (decoded.typeName === 'binding') return { what: 'tie' };
  const place = placeOf(record);
  if (place === null) return 'skipped';
  const spot = { place, zone: zoneIdOf(record), parent: parentOf(record) };
  const fragment = fragmentOf(record);
  const note = noteOf(id, record);
  if (note !== null) {
    const { zone: _zone, theme, ...rest } = note;
    const privately = document === 'desk' ? { isHeld: isHeld(record) } : null;
    return {
      what: 'note',
      spot,
      theme,
      note: { ...rest, fragment, document, privately, measure: measureFieldsOf(record) },
    };
  }
  if (kindOf(record) !== 'theme') return { what: 'shape', spot, counts: SHAPE_TYPES[decoded.type] ?? null };
  const title = fragment === null ? '' : linesOf(fragment);
  return { what: 'theme', spot, theme: { id, title, fragment, document: document === 'plan' ? 'plan' : 'canvas' } };
}

function readZone(id: RecordId, record: RecordMap): ZoneReading | 'skipped' {
  const origin = zonePlace(record);
  const decoded = decode(id, record, asItIs);
  if (origin === null) return 'skipped';
  const zone = decoded !== null && isShowable(decoded) ? zoneOf(id, record) : null;
  return { what: 'zone', origin, zone, isGone: record.get('gone') === true };
}

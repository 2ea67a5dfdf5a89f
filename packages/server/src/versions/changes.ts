/** What is other on a board than it was: its notes and measures at two moments, compared by their ids. Pure. */
import {
  isRecordId,
  MEASURE_FIELDS,
  NO_FIELDS,
  readMeasures,
  readNotes,
  readZones,
  type BoardChange,
  type Measure,
  type MeasureFields,
  type Note,
  type PlanZone,
  type RecordId,
} from '@samtavla/protocol';
import type * as Y from 'yjs';

/** What stands on a board at a moment. */
export type Standing = { readonly zones: readonly PlanZone[]; readonly notes: ReadonlyMap<RecordId, Stood> };

type Stood = {
  readonly note: Note;
  /** Null for what is no measure. */
  readonly measure: MeasureFields | null;
  readonly zone: PlanZone | null;
};

const LONGEST_TEXT = 500;

/** Of an id in both documents the plan's counts: it was locked. */
export function standingOn(plan: Y.Doc, canvas: Y.Doc): Standing {
  const zones = readZones(plan);
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const notes = new Map<RecordId, Stood>();
  for (const doc of [canvas, plan])
    for (const note of [...readNotes(doc), ...readMeasures(doc)]) {
      const zone = note.zone === null ? null : (byId.get(note.zone) ?? null);
      if (isRecordId(note.id)) notes.set(note.id, { note, measure: fieldsOf(note, zone), zone });
    }
  return { zones, notes };
}

/** Where a measure stands in a zone that is a cell, its level and domain are the zone's. */
const fieldsOf = (note: Note | Measure, zone: PlanZone | null): MeasureFields | null =>
  'measure' in note ? { ...note.measure, ...zone?.cell } : null;

/** In reading order: by zone, and from above. What has no words yet is not told of. */
export function changesBetween(before: Standing, now: Standing): BoardChange[] {
  const changes: { change: BoardChange; stood: Stood }[] = [];
  for (const [id, stood] of now.notes) {
    const change = changeOf(id, before.notes.get(id), stood);
    if (change !== null) changes.push({ change, stood });
  }
  return changes.toSorted((one, other) => inReadingOrder(one.stood, other.stood)).map(({ change }) => change);
}

function changeOf(id: RecordId, before: Stood | undefined, now: Stood): BoardChange | null {
  const text = now.note.text.trim();
  if (text === '') return null;
  const change: BoardChange = {
    id,
    text: text.slice(0, LONGEST_TEXT),
    isMeasure: now.measure !== null,
    isNew: before === undefined,
    wasNote: before !== undefined && before.measure === null && now.measure !== null,
    isReworded: before !== undefined && before.note.text.trim() !== text,
    moved: before === undefined ? null : moveOf(before, now),
    fields: now.measure === null ? [] : fieldsChanged(before?.measure ?? NO_FIELDS, now.measure),
  };
  const isSame =
    !change.isNew && !change.wasNote && !change.isReworded && change.moved === null && change.fields.length === 0;
  return isSame ? null : change;
}

/** By the zone's id: a zone that was taken away moved nothing out of itself. */
function moveOf(before: Stood, now: Stood): BoardChange['moved'] {
  if (before.note.zone === now.note.zone) return null;
  const placeOf = ({ zone }: Stood) => zone && { title: zone.title, kind: zone.kind };
  return { from: placeOf(before), to: placeOf(now) };
}

const fieldsChanged = (before: MeasureFields, now: MeasureFields): BoardChange['fields'] =>
  MEASURE_FIELDS.flatMap((field) =>
    before[field] === now[field] ? [] : [{ field, from: before[field], to: now[field] }],
  );

function inReadingOrder(one: Stood, other: Stood): number {
  const [ax, ay] = one.note.at;
  const [bx, by] = other.note.at;
  return orderOf(one) - orderOf(other) || ay - by || ax - bx || (one.note.id < other.note.id ? -1 : 1);
}

/** What stands outside every zone comes last. */
const orderOf = ({ zone }: Stood): number => zone?.order ?? Number.MAX_SAFE_INTEGER;

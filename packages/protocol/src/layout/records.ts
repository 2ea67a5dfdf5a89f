/**
 * Records: what stands on a board. `plan` and `canvas` (and each desk) have a root `Y.Map` named `records`: record id → flat
 * `Y.Map` with one key a property, so that two people changing different properties of one record both win.
 *
 * Keys that every record on the page shares:
 * - `kind`   see `RECORD_KINDS`
 * - `at`     `[x, y, rotation]`, page units and radians, under one key so that a move is one change; relative to the record's
 *            zone, else to its parent, else to the page
 * - `zone`   the id of the zone it stands in; null outside every zone
 * - `parent` the id of the shape it lies in; null on the page itself
 *            `at`, `zone` and `parent` mean nothing without each other: a move writes all three, null where there is none (a
 *            reader takes an absent one for null), so that of two moves at once one wins whole
 * - `index`  its place in the drawing order, a fractional index
 * - `p.…`    of a `shape`: tldraw's own properties. An image's `p.assetId` is `asset:` and the `AssetId` of what the server keeps
 * - `text`   a `Y.XmlFragment`, so that two people typing in one text both win (`text.ts`)
 */
import * as Y from 'yjs';
import type { RecordId } from '../ids.ts';

export const RECORD_KINDS = ['zone', 'note', 'theme', 'measure', 'shape', 'binding'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** `[x, y, rotation]`. */
export type Place = readonly [x: number, y: number, rotation: number];

export type RecordMap = Y.Map<unknown>;

export const recordsOf = (doc: Y.Doc): Y.Map<RecordMap> => doc.getMap<RecordMap>('records');

const isPlace = (value: unknown): value is Place =>
  Array.isArray(value) && value.length === 3 && value.every((part) => Number.isFinite(part));

/** The record's `at`; null where it is missing or not three finite numbers. */
export function placeOf(record: RecordMap): Place | null {
  const at = record.get('at');
  return isPlace(at) ? at : null;
}

/** A key's value when it is a string, else undefined: what another client wrote is never trusted to have the right type. */
export function stringOf(record: RecordMap, key: string): string | undefined {
  const value = record.get(key);
  return typeof value === 'string' ? value : undefined;
}

/** The shape that the record lies in (a group, a frame); null on the page itself. */
export const parentOf = (record: RecordMap): RecordId | null =>
  (stringOf(record, 'parent') as RecordId | undefined) ?? null;

export function kindOf(record: RecordMap): RecordKind | null {
  const kind = record.get('kind');
  return RECORD_KINDS.find((known) => known === kind) ?? null;
}

/** Every well-formed record of one kind, with its id; anything else in the map is passed over, and stays where it is. */
export function* recordsOfKind(doc: Y.Doc, kind: RecordKind): Generator<[RecordId, RecordMap]> {
  for (const [id, record] of recordsOf(doc)) {
    if (record instanceof Y.Map && record.get('kind') === kind) yield [id as RecordId, record];
  }
}

/** Adds a record in one go; call it inside a transaction when it belongs to a larger change. Absent values are not written. */
export function addRecord(doc: Y.Doc, id: RecordId, values: Readonly<Record<string, unknown>>): RecordMap {
  const record: RecordMap = new Y.Map();
  for (const [key, value] of Object.entries(values)) if (value !== undefined) record.set(key, value);
  recordsOf(doc).set(id, record);
  return record;
}

/**
 * Records: what stands on a board. `plan` and `canvas` (and each desk) have a root `Y.Map` named `records`: record id → flat
 * `Y.Map` with one key a property, so that two people changing different properties of one record both win.
 *
 * Keys that every record on the page shares:
 * - `kind`   see `RECORD_KINDS`
 * - `at`     `[x, y, rotation, zone, parent]`, page units, radians and ids: relative to the zone it stands in, else to the shape it
 *            lies in, else to the page. A place means nothing without what it is relative to, so all of it is under one key, and
 *            of two moves at once one wins whole. Null for no zone; the parent is left out where there is none
 * - `index`  its place in the drawing order, a fractional index
 * - `p.…`    of a `shape`: tldraw's own properties. An image's `p.assetId` is `asset:` and the `AssetId` of what the server keeps
 * - a `measure` has keys of its own (`measures.ts`)
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

/** What a place is relative to: a zone, a shape, or neither of them, which is the page. */
type Holder = { readonly zone?: string | null | undefined; readonly parent?: string | null };

/** The value of `at`. */
export function atOf([x, y, rotation]: Place, { zone = null, parent = null }: Holder = {}): readonly unknown[] {
  return parent === null ? [x, y, rotation, zone] : [x, y, rotation, null, parent];
}

/** The record's place; null where it is missing or its numbers are none. */
export function placeOf(record: RecordMap): Place | null {
  const at: unknown = record.get('at');
  if (!Array.isArray(at) || at.length < 3) return null;
  const [x, y, rotation] = at as [unknown, unknown, unknown];
  return isFinite(x) && isFinite(y) && isFinite(rotation) ? [x, y, rotation] : null;
}

const isFinite = (value: unknown): value is number => Number.isFinite(value);

/** The id of the zone that the record stands in; null outside every zone, and for what lies in a shape. */
export const zoneIdOf = (record: RecordMap): RecordId | null =>
  parentOf(record) === null ? (holderOf(record, 3, 'zone') as RecordId | null) : null;

/** The shape that the record lies in (a group, a frame); null on the page itself. */
export const parentOf = (record: RecordMap): RecordId | null => holderOf(record, 4, 'parent') as RecordId | null;

/** Layout 1 had zone and parent under keys of their own, beside three numbers. */
function holderOf(record: RecordMap, position: number, keyOfLayout1: string): string | null {
  const at: unknown = record.get('at');
  const holder: unknown = Array.isArray(at) && at.length > 3 ? at[position] : record.get(keyOfLayout1);
  return typeof holder === 'string' ? holder : null;
}

/** A key's value when it is a string, else undefined: what another client wrote is never trusted to have the right type. */
export function stringOf(record: RecordMap, key: string): string | undefined {
  const value = record.get(key);
  return typeof value === 'string' ? value : undefined;
}

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

/** From the documents to what a store should show. Nothing a document holds makes it throw. */
import {
  kindOf,
  parentOf,
  placeOf,
  recordsOf,
  zoneIdOf,
  zonePlace,
  type Place,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import * as Y from 'yjs';
import { equal } from './equal.ts';
import { findRecord, homesIn, type RecordDocs } from './find-record.ts';
import { holdersOf } from './holders.ts';
import {
  decode,
  PAGE,
  richTextPropOf,
  shownPlace,
  storedPlace,
  storeIdOf,
  withDerived,
  type Point,
  type ZoneOrigins,
} from './record-codec.ts';
import { isShowable } from './showable.ts';
import type { ShownPlace, StorePort, StoreRecord, StoreShape } from './store-port.ts';

export type RecordReader = {
  /** Where zones stand as of now: one that is being dragged takes its notes along. */
  readonly origins: ZoneOrigins;
  /** The record with this id, wherever it counts; null when there is none. */
  readonly find: (id: RecordId) => RecordMap | null;
  /** What the store should show of it now; null for nothing. Text that is open here stays as its editor has it. */
  readonly shown: (id: RecordId) => StoreRecord | null;
  /** The records that stand in one of these zones or lie in one of these shapes, at whatever depth. */
  readonly dependentsOf: (ids: ReadonlySet<string>) => Iterable<RecordId>;
  /** Where the store should show it now, and no more than that; null when the store does not show it. */
  readonly shownPlace: (id: RecordId) => ShownPlace | null;
  /** Where a shape has come, as its record would say it without changing zone or parent; null when it has changed parent. */
  readonly storedPlace: (shape: StoreShape, id: RecordId) => Place | null;
};

/** Where records are dragged while their documents have their old places; null when nobody does. */
type Dragging = {
  /** The zone as this person's own gesture has it. */
  readonly ownZone: (id: RecordId) => Point | null;
  readonly others: (id: RecordId) => Place | null;
};

export function recordReader(docs: RecordDocs, store: StorePort, { ownZone, others }: Dragging): RecordReader {
  const plan = recordsOf(docs.plan);

  const origins: ZoneOrigins = (zone) => {
    const record = plan.get(zone);
    const place = record instanceof Y.Map ? zonePlace(record) : null;
    if (place === null) return null;
    const at = others(zone as RecordId);
    return ownZone(zone as RecordId) ?? (at === null ? place : { x: at[0], y: at[1] });
  };
  const find = (id: RecordId) => findRecord(docs, id)?.record ?? null;
  const showable = (id: RecordId, record: RecordMap): StoreRecord | null => {
    const isLocked = plan.get(id) === record;
    const decoded = decode(id, record, { origins, dragged: others, defaultProps: store.defaultProps, isLocked });
    return decoded !== null && isShowable(decoded) ? decoded : null;
  };
  const holderOf = (id: RecordId): RecordMap | null => {
    const record = find(id);
    return record !== null && kindOf(record) === 'shape' && showable(id, record) !== null ? record : null;
  };
  const shown = (id: RecordId): StoreRecord | null => {
    const record = find(id);
    const decoded = record === null ? null : showable(id, record);
    if (record === null || decoded === null) return null;
    if (decoded.typeName === 'binding') return decoded;
    const placed = liesInShape(id, record, holderOf) ? decoded : { ...decoded, parentId: PAGE };
    const current = store.get(decoded.id);
    const text = current === null ? null : richTextPropOf(current);
    // The same text keeps its object: whoever renders or edits it compares by identity.
    const keep = text !== null && (store.openText() === decoded.id || equal(text, decoded.props['richText']));
    return withDerived(keep ? { ...placed, props: { ...placed.props, richText: text } } : placed, current);
  };
  const dependentsOf = (ids: ReadonlySet<string>): Set<RecordId> => {
    const heldBy = new Map<string, RecordId[]>();
    for (const [id, record] of homesIn(docs).flatMap(([, doc]) => [...recordsOf(doc)])) {
      const holders = record instanceof Y.Map ? [zoneIdOf(record), parentOf(record)] : [];
      for (const holder of holders) {
        if (holder === null) continue;
        const held = heldBy.get(holder) ?? [];
        heldBy.set(holder, held);
        held.push(id as RecordId);
      }
    }
    const dependents = new Set<RecordId>();
    for (const id of ids) for (const held of heldBy.get(id) ?? []) dependents.add(held);
    // A set is walked in the order it grows: what was found is looked into in its turn.
    for (const id of dependents) for (const held of heldBy.get(id) ?? []) dependents.add(held);
    return dependents;
  };
  return {
    origins,
    find,
    shown,
    shownPlace(id) {
      const record = find(id);
      const place = record && (others(id) ?? placeOf(record));
      const storeId = storeIdOf(id, 'shape');
      if (record === null || place === null || store.get(storeId) === null) return null;
      const [x, y, rotation] = shownPlace(record, place, origins);
      return { id: storeId, x, y, rotation };
    },
    storedPlace(shape, id) {
      const record = find(id);
      if (record === null) return null;
      const parent = parentOf(record);
      const isThere = shape.parentId === (parent === null ? PAGE : storeIdOf(parent, 'shape'));
      return isThere ? storedPlace(record, shape, origins) : null;
    },
    dependentsOf,
  };
}

/**
 * Whether the shape a record lies in is shown, and does not lie in the record itself.
 *
 * @param holderOf the record of a shape that is shown, and that others may lie in
 */
function liesInShape(id: RecordId, record: RecordMap, holderOf: (id: RecordId) => RecordMap | null): boolean {
  const parent = parentOf(record);
  return parent === null || holdersOf(id, parent, holderOf, parentOf).length > 0;
}

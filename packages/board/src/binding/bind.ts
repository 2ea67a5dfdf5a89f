/**
 * Keeps a canvas' store and a board's documents equal, both ways.
 *
 * - Where a record lives is where it is written: zones in `plan`, all else in `canvas`. What stands in `plan` wins over the
 *   same id in `canvas`, and a zone in `canvas` is none.
 * - The user's changes are written property by property, in one transaction an operation.
 * - The text of a shape that is open for typing is its editor's; here it is neither written nor read until it is closed.
 */
import {
  fragmentOf,
  fragmentOfRichText,
  kindOf,
  recordsOf,
  recordsOfKind,
  removeZone,
  replaceText,
  richTextOf,
  zonePlace,
  type RecordId,
  type RecordMap,
  type RichText,
} from '@samtavla/protocol';
import * as Y from 'yjs';
import { equal } from './equal.ts';
import { decode, encode, recordIdOf, richTextPropOf, storeIdOf, withDerived, ZONE_TYPE } from './record-codec.ts';
import { hasEnd, isShowable } from './showable.ts';
import type { StorePort, StoreRecord, UserChange, Values } from './store-port.ts';

export type BoundDocument = { readonly doc: Y.Doc; readonly writable: boolean };

export type Binding = {
  /** The text of a shape, for the editor that is about to open it; null when it has none. */
  textOf(storeId: string): Y.XmlFragment | null;
  close(): void;
};

/** The origin of every transaction that writes what the user did; undo goes by it. */
export const FROM_STORE = Symbol('from the store');

export function bind(store: StorePort, documents: { plan: BoundDocument; canvas: BoundDocument }): Binding {
  const plan = recordsOf(documents.plan.doc);
  const canvas = recordsOf(documents.canvas.doc);

  const origins = (zone: string) => {
    const record = plan.get(zone);
    return record instanceof Y.Map ? zonePlace(record) : null;
  };
  const find = (id: RecordId): RecordMap | null => {
    const inPlan = plan.get(id);
    if (inPlan instanceof Y.Map) return inPlan;
    const inCanvas = canvas.get(id);
    return inCanvas instanceof Y.Map && kindOf(inCanvas) !== 'zone' ? inCanvas : null;
  };

  /** The record as the store should show it now; text that is open here stays as its editor has it. */
  const shown = (id: RecordId, record: RecordMap): StoreRecord | null => {
    const decoded = decode(id, record, { origins, defaultProps: store.defaultProps });
    if (decoded?.typeName !== 'shape') return decoded;
    if (!isShowable(decoded) || !hasEnd(id, find)) return null;
    const current = store.get(decoded.id);
    const text = current === null ? null : richTextPropOf(current);
    // The same text keeps its object: whoever renders or edits it compares by identity.
    const keep = text !== null && (store.openText() === decoded.id || equal(text, decoded.props['richText']));
    return withDerived(keep ? { ...decoded, props: { ...decoded.props, richText: text } } : decoded, current);
  };

  const show = (ids: Iterable<RecordId>): void => {
    const put: StoreRecord[] = [];
    const remove: string[] = [];
    for (const id of ids) {
      const record = find(id);
      const next = record === null ? null : shown(id, record);
      if (next !== null) put.push(next);
      else remove.push(...[id, storeIdOf(id, 'shape')].filter((storeId) => store.get(storeId) !== null));
    }
    if (put.length > 0 || remove.length > 0) store.apply(put, remove);
  };

  const membersOf = function* (zones: ReadonlySet<string>): Generator<RecordId> {
    for (const [id, record] of canvas) {
      const zone = record instanceof Y.Map ? record.get('zone') : undefined;
      if (typeof zone === 'string' && zones.has(zone)) yield id as RecordId;
    }
  };

  const onDocument = (events: Y.YEvent<RecordMap | Y.Map<RecordMap>>[], transaction: Y.Transaction): void => {
    const changed = changedIn(events);
    const inPlan = events[0]?.currentTarget === plan;
    // The store is ahead of what it wrote itself; only what hangs on a zone that moved has yet to follow.
    const ids = new Set<RecordId>(transaction.origin === FROM_STORE ? [] : changed);
    if (inPlan) for (const id of membersOf(changed)) ids.add(id);
    if (ids.size > 0) show(ids);
  };
  plan.observeDeep(onDocument);
  canvas.observeDeep(onDocument);

  const write = (changes: readonly UserChange[]): void => {
    const isPlans = (change: UserChange) =>
      plan.has(recordIdOf(change.id)) ||
      ((change.next ?? change.prev)?.typeName === 'shape' && typeOf(change) === ZONE_TYPE);
    writeTo(documents.plan, plan, changes.filter(isPlans));
    writeTo(
      documents.canvas,
      canvas,
      changes.filter((change) => !isPlans(change)),
    );
  };
  const writeTo = (document: BoundDocument, records: Y.Map<RecordMap>, changes: readonly UserChange[]): void => {
    if (!document.writable || changes.length === 0) return;
    document.doc.transact(() => {
      for (const change of changes) writeChange(records, change, { origins, openText: store.openText() });
    }, FROM_STORE);
  };
  const stop = store.onUserChanges(write);

  show([...recordsOfKind(documents.plan.doc, 'zone')].map(([id]) => id));
  show([...canvas.keys()] as RecordId[]);

  return {
    textOf(storeId) {
      const record = find(recordIdOf(storeId));
      return record === null ? null : fragmentOf(record);
    },
    close() {
      stop();
      plan.unobserveDeep(onDocument);
      canvas.unobserveDeep(onDocument);
    },
  };
}

const typeOf = (change: UserChange): string | undefined => (change.next ?? change.prev)?.type;

/** The ids of the records that an observation of the root map touched, at whatever depth. */
function changedIn(events: readonly Y.YEvent<RecordMap | Y.Map<RecordMap>>[]): Set<RecordId> {
  const ids = new Set<RecordId>();
  for (const event of events) {
    const [id] = event.path;
    if (typeof id === 'string') ids.add(id as RecordId);
    else for (const key of event.keys.keys()) ids.add(key as RecordId);
  }
  return ids;
}

type WriteContext = {
  readonly origins: (zone: string) => { x: number; y: number } | null;
  readonly openText: string | null;
};

function writeChange(records: Y.Map<RecordMap>, { id, prev, next }: UserChange, context: WriteContext): void {
  const recordId = recordIdOf(id);
  const record = records.get(recordId);
  if (next === null) {
    if (record !== undefined && kindOf(record) === 'zone') removeZone(record);
    else records.delete(recordId);
    return;
  }
  const values = encode(next, context.origins);
  if (record === undefined) {
    records.set(recordId, made(values, next));
    return;
  }
  const before: Values = prev === null ? {} : encode(prev, context.origins);
  for (const [key, value] of changedValues(before, values)) {
    if (value === undefined) record.delete(key);
    else record.set(key, value);
  }
  if (id !== context.openText) writeText(record, prev, next);
}

function* changedValues(before: Values, after: Values): Generator<[string, unknown]> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!equal(before[key], after[key])) yield [key, after[key]];
  }
}

function made(values: Values, next: StoreRecord): RecordMap {
  const record: RecordMap = new Y.Map();
  for (const [key, value] of Object.entries(values)) if (value !== undefined) record.set(key, value);
  const text = richTextPropOf(next);
  if (text !== null) record.set('text', fragmentOfRichText(text as RichText));
  return record;
}

function writeText(record: RecordMap, prev: StoreRecord | null, next: StoreRecord): void {
  const text = richTextPropOf(next);
  if (text === null || (prev !== null && equal(richTextPropOf(prev), text))) return;
  const fragment = fragmentOf(record);
  if (fragment === null) record.set('text', fragmentOfRichText(text as RichText));
  else if (!equal(richTextOf(fragment), text)) replaceText(fragment, text as RichText);
}

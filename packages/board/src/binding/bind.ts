/**
 * Keeps a canvas' store and a board's documents equal, both ways.
 *
 * - Where a record lives is where it is written: zones in `plan`, all else in `canvas`. What stands in `plan` wins over the
 *   same id in `canvas`, and a zone in `canvas` is none.
 * - The user's changes are written property by property, in one transaction an operation.
 * - The text of a shape that is open for typing is its editor's; here it is neither written nor read until it is closed.
 */
import { fragmentOf, kindOf, recordsOf, recordsOfKind, type RecordId, type RecordMap } from '@samtavla/protocol';
import * as Y from 'yjs';
import { recordIdOf, storeIdOf, ZONE_TYPE } from './record-codec.ts';
import { recordReader, type RecordReader } from './record-reader.ts';
import { writeChange } from './record-writer.ts';
import type { StorePort, StoreRecord, UserChange } from './store-port.ts';

export type BoundDocument = { readonly doc: Y.Doc; readonly writable: boolean };

export type Binding = {
  /** The text of a shape, for the editor that is about to open it; null when it has none. */
  textOf(storeId: string): Y.XmlFragment | null;
  close(): void;
};

/** The origin of every transaction that writes what the user did; undo goes by it. */
export const FROM_STORE = Symbol('from the store');

type Documents = { readonly plan: BoundDocument; readonly canvas: BoundDocument };
type RecordEvent = Y.YEvent<RecordMap | Y.Map<RecordMap>>;

export function bind(store: StorePort, { plan, canvas }: Documents): Binding {
  const reader = recordReader(plan.doc, canvas.doc, store);
  const stopReading = follow(store, reader, [plan.doc, canvas.doc]);
  const stopWriting = store.onUserChanges((changes) => {
    const inPlan = recordsOf(plan.doc);
    const isPlans = (change: UserChange) => inPlan.has(recordIdOf(change.id)) || isZone(change);
    const toPlan = changes.filter(isPlans);
    write(plan, toPlan, reader, store.openText());
    write(
      canvas,
      toPlan.length === 0 ? changes : changes.filter((change) => !isPlans(change)),
      reader,
      store.openText(),
    );
  });

  const stopOpening = showBySlices(store, reader, inOrderOfNeed(plan.doc, canvas.doc));
  return {
    textOf(storeId) {
      const record = reader.find(recordIdOf(storeId));
      return record === null ? null : fragmentOf(record);
    },
    close() {
      stopOpening();
      stopReading();
      stopWriting();
    },
  };
}

/** The first slice is what a person sees at once; then as many as leave the page free to answer in between. */
const SLICE = 500;

/** Shows a large board piece by piece. What changes meanwhile is shown as it changes; a slice shows what is true when it comes. */
function showBySlices(store: StorePort, reader: RecordReader, ids: readonly RecordId[]): () => void {
  let isStopped = false;
  const showFrom = (start: number) => {
    if (isStopped) return;
    show(store, reader, ids.slice(start, start + SLICE));
    if (start + SLICE < ids.length) store.later(() => showFrom(start + SLICE));
  };
  showFrom(0);
  return () => {
    isStopped = true;
  };
}

/** The zones, what stands in the first of them, all else; at last what ties shapes together, when the shapes are there. */
function inOrderOfNeed(plan: Y.Doc, canvas: Y.Doc): RecordId[] {
  const zones = [...recordsOfKind(plan, 'zone')].map(([id]) => id);
  const [inFirst, elsewhere, ties]: [RecordId[], RecordId[], RecordId[]] = [[], [], []];
  for (const [id, record] of recordsOf(canvas)) {
    const isTie = record instanceof Y.Map && kindOf(record) === 'binding';
    const isInFirst = record instanceof Y.Map && record.get('zone') === zones[0];
    (isTie ? ties : isInFirst ? inFirst : elsewhere).push(id as RecordId);
  }
  return [...zones, ...inFirst, ...elsewhere, ...ties];
}

const isZone = ({ prev, next }: UserChange): boolean => {
  const record = next ?? prev;
  return record?.typeName === 'shape' && record.type === ZONE_TYPE;
};

function write(
  { doc, writable }: BoundDocument,
  changes: readonly UserChange[],
  { origins }: RecordReader,
  openText: string | null,
): void {
  if (!writable || changes.length === 0) return;
  doc.transact(() => {
    for (const change of changes) writeChange(recordsOf(doc), change, { origins, openText });
  }, FROM_STORE);
}

function show(store: StorePort, reader: RecordReader, ids: Iterable<RecordId>): void {
  const put: StoreRecord[] = [];
  const remove: string[] = [];
  for (const id of ids) {
    const next = reader.shown(id);
    if (next !== null) put.push(...missingParents(store, reader, next), next);
    else remove.push(...[id, storeIdOf(id, 'shape')].filter((storeId) => store.get(storeId) !== null));
  }
  if (put.length > 0 || remove.length > 0) store.apply(put, remove);
}

/** The canvas may have dissolved a group of one by itself, while the document still has it: then it comes back with its child. */
function missingParents(store: StorePort, reader: RecordReader, record: StoreRecord): StoreRecord[] {
  if (record.typeName !== 'shape' || !record.parentId.startsWith('shape:')) return [];
  const parent = store.get(record.parentId) === null ? reader.shown(recordIdOf(record.parentId)) : null;
  return parent === null ? [] : [...missingParents(store, reader, parent), parent];
}

function follow(store: StorePort, reader: RecordReader, docs: readonly Y.Doc[]): () => void {
  const onDocument = (events: RecordEvent[], transaction: Y.Transaction): void => {
    const { changed, moved } = changedIn(events);
    // The store is ahead of what it wrote itself; only what hangs on a record that moved, came or went has yet to follow.
    const ids = new Set<RecordId>(transaction.origin === FROM_STORE ? [] : changed);
    if (moved.size > 0) for (const id of reader.dependentsOf(moved)) if (!changed.has(id)) ids.add(id);
    if (ids.size > 0) show(store, reader, ids);
  };
  for (const doc of docs) recordsOf(doc).observeDeep(onDocument);
  return () => {
    for (const doc of docs) recordsOf(doc).unobserveDeep(onDocument);
  };
}

/** The ids of the records that an observation of the root map touched, and of those on which other records' places hang. */
function changedIn(events: readonly RecordEvent[]): { changed: Set<RecordId>; moved: Set<RecordId> } {
  const changed = new Set<RecordId>();
  const moved = new Set<RecordId>();
  for (const event of events) {
    const [id] = event.path;
    const isRecord = typeof id === 'string';
    for (const each of isRecord ? [id] : event.keys.keys()) changed.add(each as RecordId);
    if (!isRecord) for (const each of event.keys.keys()) moved.add(each as RecordId);
    else if (event.path.length === 1 && MOVING_KEYS.some((key) => event.keys.has(key))) moved.add(id as RecordId);
  }
  return { changed, moved };
}

/** A zone's place and whether it is there; a shape's parent. A shape's own place moves what lies in it without a word. */
const MOVING_KEYS = ['at', 'gone', 'parent'];

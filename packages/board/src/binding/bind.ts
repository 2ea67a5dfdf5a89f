/**
 * Keeps a canvas' store and a board's documents equal, both ways.
 *
 * - Where a record lives is where it is written: zones in `plan`, all else in `canvas`, but for notes that are written privately,
 *   on the person's own desk. Which of several counts is told in `find-record.ts`.
 * - The user's changes are written property by property, in one transaction an operation.
 * - While a gesture is under way, its changes are held: others see where its shapes are dragged (`drags`), the documents are
 *   written when it is over. What others change meanwhile is shown with it.
 * - The text of a shape that is open for typing is its editor's; here it is neither written nor read until it is closed.
 */
import { fragmentOf, recordsOf, type Place, type RecordId } from '@samtavla/protocol';
import type * as Y from 'yjs';
import { NO_DRAGS, type Drags } from './drags.ts';
import { equal } from './equal.ts';
import { HeldChanges } from './held-changes.ts';
import { findRecord, type Home } from './find-record.ts';
import { inOrderOfNeed, showPiecewise } from './opening.ts';
import { NOTE_TYPE, recordIdOf, storeIdOf, ZONE_TYPE } from './record-codec.ts';
import { changedIn, type RecordEvent } from './record-events.ts';
import { recordReader, type RecordReader } from './record-reader.ts';
import { writeChange, type WriteContext } from './record-writer.ts';
import type { StorePort, StoreRecord, StoreShape, UserChange } from './store-port.ts';

export type BoundDocument = { readonly doc: Y.Doc; readonly writable: boolean };

/** The person's own desk. */
export type BoundDesk = BoundDocument & {
  /** The round that a new note in this zone is written in; null where it belongs on the canvas. */
  readonly roundIn: (zone: RecordId | null) => string | null;
};

export type Binding = {
  /** The text of a shape, for the editor that is about to open it; null when it has none. */
  textOf(storeId: string): Y.XmlFragment | null;
  /** Whether another is dragging it: where it is shown is then nobody's choice yet. */
  isDraggedByOther(storeId: string): boolean;
  /** Whether everything has been shown: a large board comes piece by piece. */
  isWhole(): boolean;
  /** Writes what is held, and lets go. */
  close(): void;
};

/** The origin of every transaction that writes what the user did; undo goes by it. */
export const FROM_STORE = Symbol('from the store');

type Documents = { readonly plan: BoundDocument; readonly canvas: BoundDocument; readonly desk?: BoundDesk | null };

type DocumentDrags = { readonly plan: Drags; readonly canvas: Drags };
const NOBODY: DocumentDrags = { plan: NO_DRAGS, canvas: NO_DRAGS };

export function bind(
  store: StorePort,
  { plan, canvas, desk = null }: Documents,
  drags: DocumentDrags = NOBODY,
): Binding {
  const docs = { plan: plan.doc, canvas: canvas.doc, desk: desk?.doc ?? null };
  const held = new HeldChanges();
  const isInPlan = (id: RecordId) => recordsOf(plan.doc).has(id);
  const isInCanvas = (id: RecordId) => findRecord(docs, id)?.home === 'canvas';
  const othersPlace = (id: RecordId) =>
    held.has(storeIdOf(id, 'shape')) ? null : (isInPlan(id) ? drags.plan : drags.canvas).placeOf(id);
  const reader = recordReader(docs, store, {
    ownZone: (id) => held.shape(storeIdOf(id, 'zone')),
    others: othersPlace,
  });
  const view: View = { store, reader, held, isInPlan };
  const roundOf = ({ next }: UserChange): string | null => {
    const isNote = next?.typeName === 'shape' && next.type === NOTE_TYPE;
    return isNote && desk !== null ? desk.roundIn(zoneIn(next)) : null;
  };
  const homeOf = (change: UserChange): Home => {
    const id = recordIdOf(change.id);
    if (isInPlan(id) || isZone(change)) return 'plan';
    const home = findRecord(docs, id)?.home;
    return home ?? (change.prev === null && roundOf(change) !== null ? 'desk' : 'canvas');
  };

  // What was dropped into a shape that has been deleted meanwhile is shown on the page, as everybody else shows it.
  const isLost = ({ next }: UserChange): boolean =>
    next?.typeName === 'shape' && next.parentId.startsWith('shape:') && store.get(next.parentId) === null;
  const writeHeld = (): void => {
    const { changes } = held;
    const byHome = Map.groupBy(changes, homeOf);
    const places = draggedPlaces(changes, reader);
    drags.plan.end(only(places, isInPlan));
    drags.canvas.end(only(places, isInCanvas));
    const writeTo = (document: BoundDocument | null, home: Home, inRound?: typeof roundOf) =>
      write(document, byHome.get(home) ?? [], { origins: reader.origins, openText: store.openText() }, inRound);
    writeTo(plan, 'plan');
    writeTo(canvas, 'canvas');
    writeTo(desk, 'desk', roundOf);
    const astray = [...held.clear(), ...changes.filter(isLost).map(({ id }) => id)].map(recordIdOf);
    if (astray.length > 0) show(view, astray);
    takeNotesAlong(astray);
  };
  const takeNotesAlong = (ids: readonly RecordId[]): void => {
    const zones = ids.filter(isInPlan);
    if (zones.length > 0) replace(view, reader.dependentsOf(new Set(zones)));
  };
  const tellHeld = (changed: readonly UserChange[]): void => {
    const { changes } = held;
    const places = draggedPlaces(changes, reader);
    if (plan.writable) drags.plan.tell(only(places, isInPlan));
    if (canvas.writable) drags.canvas.tell(only(places, isInCanvas));
    // Of a zone that is put back nothing is held, and its notes go back with it.
    takeNotesAlong(changed.map(({ id }) => recordIdOf(id)));
  };
  const stops = [
    follow(view, plan.doc, drags.plan),
    follow(view, canvas.doc, drags.canvas),
    ...(desk === null ? [] : [follow(view, desk.doc, NO_DRAGS)]),
    drags.plan.subscribe((ids) => replace(view, [...ids].filter(isInPlan))),
    drags.canvas.subscribe((ids) => replace(view, [...ids].filter(isInCanvas))),
    store.onUserChanges((changes) => {
      held.add(changes);
      if (store.isInGesture()) tellHeld(changes);
      else writeHeld();
    }),
    store.onGestureEnd(writeHeld),
  ];

  const ids = inOrderOfNeed(docs);
  const pieces = showPiecewise(store, ids, (some) => show(view, some));
  stops.push(pieces.stop);
  return {
    textOf(storeId) {
      const record = reader.find(recordIdOf(storeId));
      return record === null ? null : fragmentOf(record);
    },
    isDraggedByOther: (storeId) => othersPlace(recordIdOf(storeId)) !== null,
    isWhole: pieces.areShown,
    close() {
      writeHeld();
      for (const stop of stops) stop();
    },
  };
}

type View = {
  readonly store: StorePort;
  readonly reader: RecordReader;
  readonly held: HeldChanges;
  readonly isInPlan: (id: RecordId) => boolean;
};
type Places = ReadonlyMap<RecordId, Place>;

const only = (places: Places, is: (id: RecordId) => boolean): Places => new Map([...places].filter(([id]) => is(id)));

/**
 * Where a gesture has brought the shapes that it moves. One that changes otherwise too (in size, say, or an arrow's ends) is not
 * among them: at its new place in its old form it would be seen as it never was. It is seen when it is written.
 */
function draggedPlaces(changes: readonly UserChange[], reader: RecordReader): Places {
  const places = new Map<RecordId, Place>();
  for (const { id, prev, next } of changes) {
    if (prev?.typeName !== 'shape' || next?.typeName !== 'shape' || !equal(prev.props, next.props)) continue;
    const place = reader.storedPlace(next, recordIdOf(id));
    if (place !== null) places.set(recordIdOf(id), place);
  }
  return places;
}

/** The zone that a shape on the page stands in. */
const zoneIn = ({ meta }: StoreShape): RecordId | null =>
  typeof meta['zone'] === 'string' ? (meta['zone'] as RecordId) : null;

const isZone = ({ prev, next }: UserChange): boolean => {
  const record = next ?? prev;
  return record?.typeName === 'shape' && record.type === ZONE_TYPE;
};

/** @param roundOf of what is made, on a desk */
function write(
  document: BoundDocument | null,
  changes: readonly UserChange[],
  context: WriteContext,
  roundOf?: (change: UserChange) => string | null,
): void {
  if (document?.writable !== true || changes.length === 0) return;
  const records = recordsOf(document.doc);
  document.doc.transact(() => {
    for (const change of changes) {
      const round = records.has(recordIdOf(change.id)) ? null : (roundOf?.(change) ?? null);
      writeChange(records, change, context);
      if (round === null) continue;
      const made = records.get(recordIdOf(change.id));
      made?.set('round', round);
      // Measures are not written privately: what is pasted of one is its words.
      if (made?.get('kind') === 'measure') made.set('kind', 'note');
    }
  }, FROM_STORE);
}

function show(view: View, ids: Iterable<RecordId>): void {
  const { store, reader, held } = view;
  const put: StoreRecord[] = [];
  const remove: string[] = [];
  let isCalledOff = false;
  for (const id of ids) {
    const inDocument = reader.shown(id);
    const next = inDocument === null ? null : held.over(inDocument);
    if (next !== null) put.push(...missingParents(view, next), next);
    if (inDocument !== null) continue;
    const storeIds = [id, storeIdOf(id, 'shape')];
    if (storeIds.map((storeId) => held.lose(storeId)).includes(true)) isCalledOff = true;
    remove.push(...storeIds.filter((storeId) => store.get(storeId) !== null));
  }
  if (put.length > 0 || remove.length > 0) store.apply(put, remove);
  // A tool goes on with what it began with, and not every one bears that some of it is gone.
  if (isCalledOff) store.callOffGesture();
}

/** Shows records where they are now, and what stands in the zones among them. */
function replace(view: View, ids: Iterable<RecordId>): void {
  const { store, reader, held, isInPlan } = view;
  const all = new Set(ids);
  const zones = new Set([...all].filter(isInPlan));
  if (zones.size > 0) for (const id of reader.dependentsOf(zones)) all.add(id);
  const isHeld = (id: RecordId) => held.has(storeIdOf(id, 'shape'));
  const mine = [...all].filter(isHeld);
  if (mine.length > 0) show(view, mine);
  const places = [...all].flatMap((id) => (isHeld(id) ? [] : (reader.shownPlace(id) ?? [])));
  if (places.length > 0) store.move(places);
}

/**
 * The canvas may have dissolved a group of one by itself, while the document still has it: then it comes back with its child. Not
 * so when the gesture that is under way has taken it away.
 */
function missingParents(view: View, record: StoreRecord): StoreRecord[] {
  const { store, reader, held } = view;
  if (record.typeName !== 'shape' || !record.parentId.startsWith('shape:')) return [];
  const inDocument = store.get(record.parentId) === null ? reader.shown(recordIdOf(record.parentId)) : null;
  const parent = inDocument === null ? null : held.over(inDocument);
  return parent === null ? [] : [...missingParents(view, parent), parent];
}

function follow(view: View, doc: Y.Doc, drags: Drags): () => void {
  const onDocument = (events: RecordEvent[], transaction: Y.Transaction): void => {
    const { changed, moved, replaced } = changedIn(events);
    closeIfReplaced(view.store, replaced);
    for (const id of moved) drags.placed(id);
    // The store is ahead of what it wrote itself; only what hangs on a record that moved, came or went has yet to follow.
    const ids = new Set<RecordId>(transaction.origin === FROM_STORE ? [] : changed);
    if (moved.size > 0) for (const id of view.reader.dependentsOf(moved)) if (!changed.has(id)) ids.add(id);
    if (ids.size > 0) show(view, ids);
  };
  recordsOf(doc).observeDeep(onDocument);
  return () => recordsOf(doc).unobserveDeep(onDocument);
}

/**
 * A removal and its undo may come as one, while the text is open: the shape never leaves the store, and its editor would go on
 * with a text that is no more. It goes for a moment, and the editor with it.
 */
function closeIfReplaced(store: StorePort, replaced: ReadonlySet<string>): void {
  const open = store.openText();
  if (open !== null && replaced.has(recordIdOf(open))) store.apply([], [open]);
}

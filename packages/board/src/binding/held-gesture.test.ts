import { addZone, placeOf, readZones, recordsOf, type Place, type PlanZone, type RecordId } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bind, FROM_STORE } from './bind.ts';
import { NO_DRAGS, type Drags } from './drags.ts';
import { historyOver } from './history.ts';
import { plainStore } from './plain-store.ts';
import { NOTE_TYPE, ZONE_TYPE } from './record-codec.ts';
import type { StoreShape } from './store-port.ts';

const TYPES = {
  [NOTE_TYPE]: { colour: 'yellow', richText: { type: 'doc', content: [{ type: 'paragraph' }] } },
  [ZONE_TYPE]: { w: 1, h: 1, zoneKind: 'other', title: '', question: '', tint: 'grey', order: 0 },
  geo: { w: 100, h: 100, color: 'black' },
};
const ZONE: PlanZone = {
  id: 'today' as RecordId,
  kind: 'current',
  title: 'I dag',
  question: '',
  box: { x: 1000, y: 500, w: 900, h: 900 },
  tint: 'blue',
  order: 0,
};

/** What others drag, set by hand; and what this person has told of. */
function drags() {
  const told: (readonly [string, Place])[][] = [];
  const places = new Map<string, Place>();
  const ended: string[][] = [];
  let listener: Parameters<Drags['subscribe']>[0] = () => {};
  return {
    ...NO_DRAGS,
    told,
    ended,
    tell: (now: ReadonlyMap<RecordId, Place>) => void told.push([...now]),
    end: (now: ReadonlyMap<RecordId, Place>) => void ended.push([...now.keys()]),
    placeOf: (id: RecordId) => places.get(id) ?? null,
    placed: (id: RecordId) => void places.delete(id),
    subscribe(next: typeof listener) {
      listener = next;
      return () => {};
    },
    /** Another drags a record; null lets go. */
    put(id: string, place: Place | null) {
      if (place === null) places.delete(id);
      else places.set(id, place);
      listener(new Set([id as RecordId]));
    },
  };
}

function person() {
  const documents = {
    plan: { doc: new Y.Doc(), writable: true },
    canvas: { doc: new Y.Doc(), writable: true },
  };
  const [plan, canvas, store] = [drags(), drags(), plainStore(TYPES)];
  addZone(documents.plan.doc, ZONE);
  const binding = bind(store, documents, { plan, canvas });
  let updates = 0;
  for (const { doc } of Object.values(documents)) doc.on('update', () => (updates += 1));
  const shape = (id: string) => store.get(`shape:${id}`) as StoreShape;
  return {
    documents,
    store,
    drags: { plan, canvas },
    binding,
    shape,
    move: (id: string, x: number, y = 700) => store.put({ ...shape(id), x, y }),
    record: (id: string) => recordsOf(documents.canvas.doc).get(id),
    at: (id: string) => {
      const record = recordsOf(documents.canvas.doc).get(id);
      return record === undefined ? null : placeOf(record);
    },
    updates: () => updates,
  };
}

const note = (id: string, values: Partial<StoreShape> = {}): StoreShape => ({
  typeName: 'shape',
  id: `shape:${id}`,
  type: NOTE_TYPE,
  x: 1100,
  y: 700,
  rotation: 0,
  index: 'a1',
  parentId: 'page:page',
  isLocked: false,
  opacity: 1,
  props: TYPES[NOTE_TYPE],
  meta: { zone: 'today' },
  ...values,
});

function withNote() {
  const kari = person();
  kari.store.put(note('n1'));
  kari.store.gesture(true);
  return { ...kari, before: kari.updates() };
}

describe('a gesture', () => {
  test('[B30] writes nothing until it is over, and then once', () => {
    const { store, move, at, updates, before } = withNote();
    for (let x = 1100; x <= 1500; x += 10) move('n1', x);
    expect([updates() - before, at('n1')]).toEqual([0, [100, 200, 0]]);
    store.gesture(false);
    expect([updates() - before, at('n1')]).toEqual([1, [500, 200, 0]]);
  });

  test('[B30] is one step to undo, also when it was written once on its way', () => {
    const { documents, store, move, at, binding } = withNote();
    const history = historyOver([documents.canvas.doc], new Set([FROM_STORE]), null);
    history.mark();
    move('n1', 1300);
    store.gesture(false);
    store.gesture(true);
    move('n1', 1400);
    binding.close();
    expect(at('n1')).toEqual([400, 200, 0]);
    history.undo();
    expect([at('n1'), history.canUndo()]).toEqual([[100, 200, 0], false]);
  });

  test('[B30] that ends where it began changes nothing', () => {
    const { store, move, shape, updates, before } = withNote();
    const first = shape('n1');
    move('n1', 1300);
    store.put(first);
    store.gesture(false);
    expect(updates() - before).toBe(0);
  });

  test('[B30] is written when the canvas closes in the middle of it', () => {
    const { binding, move, at } = withNote();
    move('n1', 1300);
    binding.close();
    expect(at('n1')).toEqual([300, 200, 0]);
  });

  test('[B31] keeps its place while others change the shape, and both are there when it is over', () => {
    const { store, move, shape, record, at } = withNote();
    move('n1', 1300);
    record('n1')?.set('colour', 'pink');
    expect(shape('n1')).toMatchObject({ x: 1300, props: { colour: 'pink' } });
    move('n1', 1400);
    record('n1')?.set('colour', 'blue');
    store.gesture(false);
    expect([record('n1')?.get('colour'), at('n1')]).toEqual(['blue', [400, 200, 0]]);
    expect(shape('n1')).toMatchObject({ x: 1400, props: { colour: 'blue' } });
  });

  test('[B31] that is called off leaves what others changed meanwhile', () => {
    const { store, move, shape, record, at } = withNote();
    const first = shape('n1');
    move('n1', 1300);
    record('n1')?.set('colour', 'pink');
    store.put(first);
    store.gesture(false);
    expect([record('n1')?.get('colour'), at('n1')]).toEqual(['pink', [100, 200, 0]]);
    expect(shape('n1')).toMatchObject({ x: 1100, props: { colour: 'pink' } });
  });

  test('[B31] is called off when another deletes what it moves, which stays deleted', async () => {
    const { documents, store, move, shape } = withNote();
    const first = shape('n1');
    move('n1', 1300);
    recordsOf(documents.canvas.doc).delete('n1');
    expect(store.get('shape:n1')).toBeNull();
    store.put(first);
    await Promise.resolve();
    expect(store.isInGesture()).toBe(false);
    expect([store.get('shape:n1'), recordsOf(documents.canvas.doc).has('n1')]).toEqual([null, false]);
  });

  test('[B31] called off, it brings back nothing that was undone meanwhile, though it had touched it', async () => {
    const { documents, store, move, shape } = withNote();
    store.gesture(false);
    const history = historyOver([documents.canvas.doc], new Set([FROM_STORE]), null);
    store.put(note('n2'));
    store.gesture(true);
    move('n1', 1300);
    const first = shape('n2');
    store.put({ ...first, opacity: 0.5 });
    store.put(first);
    history.undo();
    expect(store.get('shape:n2')).toBeNull();
    store.put(first);
    store.gesture(false);
    expect([store.get('shape:n2'), recordsOf(documents.canvas.doc).has('n2')]).toEqual([null, false]);
  });

  test('[B32] tells where it moves shapes, relative to the zone that the document has them in', () => {
    const { drags: own, store, shape } = withNote();
    store.put({ ...shape('n1'), x: 3000, meta: {} });
    expect(own.canvas.told.at(-1)).toEqual([['n1', [2000, 200, 0]]]);
    store.gesture(false);
    expect(own.canvas.ended.at(-1)).toEqual(['n1']);
  });

  test('[B32] does not tell of a shape whose size it changes: that is seen whole, when it is written', () => {
    const { drags: own, store, shape, record } = withNote();
    store.gesture(false);
    store.put(note('g1', { type: 'geo', props: TYPES.geo, meta: {} }));
    store.gesture(true);
    store.put({ ...shape('g1'), x: 0, props: { ...TYPES.geo, w: 900 } });
    expect(own.canvas.told.at(-1)).toEqual([]);
    expect(record('g1')?.get('p.w')).toBe(100);
    store.gesture(false);
    expect(record('g1')?.get('p.w')).toBe(900);
  });

  test('[B32] takes a zone’s notes along while the zone is dragged', () => {
    const { drags: own, store, move, shape, updates, before } = withNote();
    move('today', 2000, 500);
    expect([shape('n1').x, updates() - before]).toEqual([2100, 0]);
    expect(own.plan.told.at(-1)).toEqual([['today', [2000, 500, 0]]]);
    store.gesture(false);
    expect([shape('n1').x, updates() - before]).toEqual([2100, 1]);
  });

  test('[B31] a zone that one drags while another renames it has its new place and its new name', () => {
    const { documents, store, move, shape } = withNote();
    move('today', 2000, 500);
    recordsOf(documents.plan.doc).get('today')?.set('title', 'Slik er det nå');
    expect([shape('today').x, shape('n1').x]).toEqual([2000, 2100]);
    store.gesture(false);
    expect(readZones(documents.plan.doc)).toMatchObject([{ title: 'Slik er det nå', box: { x: 2000 } }]);
  });

  test('[B33] another’s drag is shown, written by nobody, and ends at what the document says', () => {
    const { drags: others, store, shape, at, record, updates, before } = withNote();
    store.gesture(false);
    others.canvas.put('n1', [500, 600, 0]);
    expect(shape('n1')).toMatchObject({ x: 1500, y: 1100 });
    store.put({ ...shape('n1'), props: { ...shape('n1').props, colour: 'pink' } });
    expect([at('n1'), updates() - before]).toEqual([[100, 200, 0], 1]);
    others.canvas.put('n1', null);
    expect(shape('n1')).toMatchObject({ x: 1100, y: 700, props: { colour: 'pink' } });
    others.canvas.put('n1', [500, 600, 0]);
    record('n1')?.set('at', [7, 8, 0]);
    expect(shape('n1')).toMatchObject({ x: 1007, y: 508 });
  });

  test('[B33] another’s drag of a zone takes its notes along, and only who writes the plan can drag one', () => {
    const { drags: others, store, shape } = withNote();
    store.gesture(false);
    others.canvas.put('today', [0, 0, 0]);
    expect([shape('today').x, shape('n1').x]).toEqual([1000, 1100]);
    others.plan.put('today', [0, 0, 0]);
    expect([shape('today').x, shape('n1').x]).toEqual([0, 100]);
    others.plan.put('today', null);
    expect([shape('today').x, shape('n1').x]).toEqual([1000, 1100]);
  });

  test('[B33] of two who drag one shape, each sees their own hand', () => {
    const { drags: others, store, move, shape, at } = withNote();
    move('n1', 1300);
    others.canvas.put('n1', [500, 600, 0]);
    expect(shape('n1')).toMatchObject({ x: 1300, y: 700 });
    store.gesture(false);
    expect(at('n1')).toEqual([300, 200, 0]);
  });
});

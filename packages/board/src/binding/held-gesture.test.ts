import { atOf, readZones, recordsOf } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import { note, person, TYPES } from './a-person.ts';
import { FROM_STORE } from './bind.ts';
import { historyOver } from './history.ts';

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
    const history = historyOver([documents.canvas.doc]);
    history.track(FROM_STORE);
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
    const history = historyOver([documents.canvas.doc]);
    history.track(FROM_STORE);
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
    record('n1')?.set('at', atOf([7, 8, 0], { zone: 'today' }));
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

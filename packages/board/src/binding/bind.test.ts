import {
  addNote,
  addRecord,
  addZone,
  fragmentOf,
  fragmentOfLines,
  linesOf,
  placeOf,
  NO_FIELDS,
  readMeasures,
  addMeasure,
  setMeasureFields,
  readNotes,
  readZones,
  parentOf,
  recordsOf,
  type PlanZone,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bind } from './bind.ts';
import { plainStore } from './plain-store.ts';
import { NOTE_TYPE, storeIdOf, ZONE_TYPE } from './record-codec.ts';
import type { StoreShape } from './store-port.ts';

const EMPTY = { type: 'doc', content: [{ type: 'paragraph' }] };
const TYPES = {
  [NOTE_TYPE]: { colour: 'yellow', richText: EMPTY, author: null, perspective: {}, createdAt: null },
  [ZONE_TYPE]: {
    w: 1,
    h: 1,
    zoneKind: 'other',
    title: '',
    question: '',
    tint: 'grey',
    order: 0,
    level: null,
    domain: null,
  },
  geo: { w: 100, h: 100, color: 'black', growY: 0, richText: EMPTY },
};
const ZONE: PlanZone = {
  id: 'today' as RecordId,
  kind: 'current',
  title: 'I dag',
  question: 'Hvordan ser det ut i dag?',
  box: { x: 1000, y: 500, w: 900, h: 900 },
  tint: 'blue',
  order: 0,
};

type Writable = { plan?: boolean; canvas?: boolean };

/** A person with documents and a store of their own. */
function person({ plan = true, canvas = true }: Writable = {}) {
  const documents = { plan: { doc: new Y.Doc(), writable: plan }, canvas: { doc: new Y.Doc(), writable: canvas } };
  const store = plainStore(TYPES);
  return { documents, store, start: () => bind(store, documents) };
}
type Person = ReturnType<typeof person>;

/** Carries everything that either has to the other. */
function sync(a: Person, b: Person): void {
  for (const kind of ['plan', 'canvas'] as const) {
    const [left, right] = [a.documents[kind].doc, b.documents[kind].doc];
    Y.applyUpdate(right, Y.encodeStateAsUpdate(left, Y.encodeStateVector(right)));
    Y.applyUpdate(left, Y.encodeStateAsUpdate(right, Y.encodeStateVector(left)));
  }
}

function together(): [Person, Person] {
  const [a, b] = [person(), person()];
  addZone(a.documents.plan.doc, ZONE);
  sync(a, b);
  a.start();
  b.start();
  return [a, b];
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
  props: { ...TYPES[NOTE_TYPE], colour: 'yellow' },
  meta: { zone: 'today' },
  ...values,
});

const shape = (who: Person, id: string): StoreShape => who.store.all().get(`shape:${id}`) as StoreShape;
function record(who: Person, id: string): RecordMap {
  const found = recordsOf(who.documents.canvas.doc).get(id);
  if (found === undefined) throw new Error(`There is no record ${id}.`);
  return found;
}

function textOf(who: Person, id: string): Y.XmlFragment {
  const fragment = fragmentOf(record(who, id));
  if (fragment === null) throw new Error(`The record ${id} has no text.`);
  return fragment;
}

const text = (lines: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: lines }] }],
});

describe('the binding', () => {
  test('[B1] a note made on one canvas stands on the other, and is readable without either', () => {
    const [a, b] = together();
    a.store.put(note('n1', { props: { ...TYPES[NOTE_TYPE], richText: text('Kor i kirka') } }));
    sync(a, b);
    expect(shape(b, 'n1')).toEqual(shape(a, 'n1'));
    expect(readNotes(b.documents.canvas.doc)).toMatchObject([{ text: 'Kor i kirka', zone: 'today', at: [100, 200] }]);
  });

  test('[B40] a measure is a note with fields on every canvas, and two who change different ones both win', () => {
    const [a, b] = together();
    const id = addMeasure(a.documents.canvas.doc, { text: 'Lån ut', at: [1, 2] }, { owner: 'Kari' });
    sync(a, b);
    expect(shape(b, id)).toMatchObject({ type: NOTE_TYPE, props: { measure: { ...NO_FIELDS, owner: 'Kari' } } });
    const stored = (who: typeof a) => recordsOf(who.documents.canvas.doc).get(id) as RecordMap;
    setMeasureFields(stored(a), { due: '2027-03-12' });
    setMeasureFields(stored(b), { status: 'agreed' });
    sync(a, b);
    const measure = { ...NO_FIELDS, owner: 'Kari', due: '2027-03-12', status: 'agreed' };
    for (const who of [a, b]) expect(shape(who, id)).toMatchObject({ props: { measure } });
    a.store.put({ ...note('copy'), props: { ...note('copy').props, measure } });
    sync(a, b);
    expect(readMeasures(b.documents.canvas.doc).map((each) => each.measure)).toEqual([measure, measure]);
  });

  test('[B2] recolour, move and delete of different properties by two people at once all survive', () => {
    const [a, b] = together();
    a.store.put(note('n1'));
    sync(a, b);
    a.store.put({ ...shape(a, 'n1'), x: 1500, y: 800 });
    b.store.put({ ...shape(b, 'n1'), props: { ...shape(b, 'n1').props, colour: 'pink' }, opacity: 0.5 });
    sync(a, b);
    expect(shape(a, 'n1')).toMatchObject({ x: 1500, y: 800, opacity: 0.5, props: { colour: 'pink' } });
    expect(shape(b, 'n1')).toEqual(shape(a, 'n1'));
  });

  test('[B2] of two moves at once one wins whole: nobody’s place is read by the other’s zone', () => {
    const [a, b] = together();
    a.store.put(note('n1', { x: 10, y: 10, meta: {} }));
    sync(a, b);
    a.store.put({ ...shape(a, 'n1'), x: 20, y: 20 });
    b.store.put({ ...shape(b, 'n1'), x: 1300, y: 700, meta: { zone: 'today' } });
    sync(a, b);
    const { x, y, meta } = shape(a, 'n1');
    expect([
      { x: 20, y: 20, meta: {} },
      { x: 1300, y: 700, meta: { zone: 'today' } },
    ]).toContainEqual({ x, y, meta });
    expect(shape(b, 'n1')).toEqual(shape(a, 'n1'));
  });

  test('[B2] a note that one deletes while another changes it is gone for both', () => {
    const [a, b] = together();
    a.store.put(note('n1'));
    sync(a, b);
    a.store.remove('shape:n1');
    b.store.put({ ...shape(b, 'n1'), x: 1 });
    sync(a, b);
    expect([a.store.get('shape:n1'), b.store.get('shape:n1')]).toEqual([null, null]);
  });

  test('[B3] moving a zone is one change of the plan, and its notes follow on every canvas', () => {
    const [a, b] = together();
    a.store.put(note('n1'));
    sync(a, b);
    const before = Y.encodeStateVector(a.documents.canvas.doc);
    const zone = a.store.get(storeIdOf(ZONE.id, 'zone')) as StoreShape;
    a.store.put({ ...zone, x: 0, y: 0 });
    sync(a, b);
    expect(Y.encodeStateVector(a.documents.canvas.doc)).toEqual(before);
    expect([shape(a, 'n1'), shape(b, 'n1')]).toMatchObject([
      { x: 100, y: 200 },
      { x: 100, y: 200 },
    ]);
  });

  test('[B3] a note written offline lands in its zone where the zone is by then', () => {
    const [a, b] = together();
    const id = addNote(b.documents.canvas.doc, { text: 'skrevet på bussen', zone: ZONE });
    const zone = a.store.get(storeIdOf(ZONE.id, 'zone')) as StoreShape;
    a.store.put({ ...zone, x: -5000 });
    sync(a, b);
    const [x] = placeOf(record(a, id)) ?? [];
    expect(shape(a, id).x).toBe(-5000 + (x ?? Number.NaN));
  });

  test('[B4] taking a zone away takes no note with it, and the notes keep their place', () => {
    const [a, b] = together();
    a.store.put(note('n1'));
    sync(a, b);
    a.store.remove(storeIdOf(ZONE.id, 'zone'));
    sync(a, b);
    expect(readZones(b.documents.plan.doc)).toEqual([]);
    expect(b.store.get(storeIdOf(ZONE.id, 'zone'))).toBeNull();
    expect(shape(b, 'n1')).toMatchObject({ x: 1100, y: 700 });
  });

  test('[B5] what stands in the plan wins over the canvas, and a zone in the canvas is none', () => {
    const [a, b] = together();
    addZone(a.documents.canvas.doc, { ...ZONE, title: 'Falsk' });
    addZone(a.documents.canvas.doc, { ...ZONE, id: 'fake' as RecordId });
    sync(a, b);
    expect(b.store.get('shape:today')).toMatchObject({ props: { title: 'I dag' } });
    expect(b.store.get('shape:fake')).toBeNull();
  });

  test('[B5] a note that stands in the plan is shown, also by a canvas that opens later', () => {
    const [a, late] = [person(), person()];
    const locked = addNote(a.documents.plan.doc, { text: 'låst' });
    sync(a, late);
    for (const who of [a, late]) {
      who.start();
      expect(shape(who, locked)).toMatchObject({ props: { richText: text('låst') } });
    }
  });

  test.each([
    ['no place', { kind: 'note' }],
    ['a place that is no number', { kind: 'note', at: [Number.NaN, 0, 0] }],
    ['an unknown kind', { kind: 'hologram', at: [0, 0, 0] }],
    ['an unknown type', { kind: 'shape', type: 'hologram', at: [0, 0, 0] }],
    ['a type that is a kind', { kind: 'shape', type: ZONE_TYPE, at: [0, 0, 0], 'p.w': 900, 'p.h': 900 }],
    ['a place beyond any page', { kind: 'note', at: [1e300, 0, 0] }],
    ['a height beyond any page', { kind: 'shape', type: 'geo', at: [0, 0, 0], 'p.h': 1e300 }],
    ['two megabytes of text', { kind: 'note', at: [0, 0, 0], text: fragmentOfLines('å'.repeat(2e6)) }],
    ['a tie to nowhere', { kind: 'binding', type: 'arrow' }],
  ])('[B6] a record with %s is not shown, stays in the document, and disturbs no other', (_what, values) => {
    const [a, b] = together();
    const broken = 'broken' as RecordId;
    addRecord(a.documents.canvas.doc, broken, values);
    a.store.put(note('n1'));
    sync(a, b);
    expect(b.store.get(`shape:${broken}`)).toBeNull();
    expect(shape(b, 'n1')).toBeDefined();
    expect(recordsOf(b.documents.canvas.doc).has(broken)).toBe(true);
  });

  test('[B11] shapes that two people put into each other at once are shown on the page, and neither is lost', () => {
    const [a, b] = together();
    a.store.put(note('f1', { type: 'geo', meta: {} }));
    a.store.put(note('f2', { type: 'geo', meta: {} }));
    sync(a, b);
    a.store.put({ ...shape(a, 'f1'), parentId: 'shape:f2' });
    b.store.put({ ...shape(b, 'f2'), parentId: 'shape:f1' });
    sync(a, b);
    const late = person();
    sync(a, late);
    late.start();
    for (const who of [a, b, late]) {
      expect([shape(who, 'f1').parentId, shape(who, 'f2').parentId]).toEqual(['page:page', 'page:page']);
    }
    a.store.put({ ...shape(a, 'f1'), x: 5 });
    sync(a, b);
    expect([shape(b, 'f1').parentId, shape(b, 'f2').parentId]).toEqual(['page:page', 'shape:f1']);
  });

  test('[B11] a note dropped into what another has just deleted is shown on the page, and stays where it is moved', () => {
    const [a, b] = together();
    a.store.put(note('f1', { type: 'geo', meta: {} }));
    a.store.put(note('n1', { meta: {} }));
    sync(a, b);
    a.store.remove('shape:f1');
    b.store.put({ ...shape(b, 'n1'), parentId: 'shape:f1', x: 7, y: 8 });
    sync(a, b);
    expect(shape(a, 'n1')).toMatchObject({ parentId: 'page:page', x: 7, y: 8 });
    a.store.put({ ...shape(a, 'n1'), x: 100 });
    sync(a, b);
    expect(parentOf(record(b, 'n1'))).toBeNull();
    expect(shape(b, 'n1')).toMatchObject({ parentId: 'page:page', x: 100, y: 8 });
  });

  test('[B11] what lies in a shape stays in it when what that shape lies in is gone', () => {
    const [a, b] = together();
    a.store.put(note('f1', { type: 'geo', meta: {} }));
    a.store.put(note('f2', { type: 'geo', meta: {} }));
    sync(a, b);
    a.store.remove('shape:f1');
    b.store.put({ ...shape(b, 'f2'), parentId: 'shape:f1' });
    b.store.put(note('n1', { meta: {}, parentId: 'shape:f2', x: 7, y: 8 }));
    sync(a, b);
    for (const who of [a, b]) {
      expect([shape(who, 'f2').parentId, shape(who, 'n1').parentId]).toEqual(['page:page', 'shape:f2']);
    }
  });

  test('[B11] a note comes with the group it lies in, where this canvas has dissolved it by itself', () => {
    const [a, b] = together();
    a.store.put(note('g1', { type: 'geo', meta: {} }));
    a.store.put(note('n1', { meta: {}, parentId: 'shape:g1' }));
    sync(a, b);
    b.store.apply([{ ...shape(b, 'n1'), parentId: 'page:page' }], ['shape:g1']);
    a.store.put({ ...shape(a, 'n1'), opacity: 0.5 });
    sync(a, b);
    expect([shape(b, 'n1').parentId, b.store.get('shape:g1') !== null]).toEqual(['shape:g1', true]);
  });

  test('[B7] who may not write a document changes nothing in it', () => {
    const viewer = person({ plan: false, canvas: false });
    addZone(viewer.documents.plan.doc, ZONE);
    const id = addNote(viewer.documents.canvas.doc, { text: 'står fast', zone: ZONE });
    viewer.start();
    const before = Object.values(viewer.documents).map(({ doc }) => Y.encodeStateAsUpdate(doc));
    viewer.store.remove(`shape:${id}`);
    viewer.store.remove(storeIdOf(ZONE.id, 'zone'));
    viewer.store.put(note('n2'));
    expect(Object.values(viewer.documents).map(({ doc }) => Y.encodeStateAsUpdate(doc))).toEqual(before);
  });

  test('[B8] a text that is open here is left to its editor, and read from the document when it is closed', () => {
    const [a, b] = together();
    a.store.put(note('n1', { props: { ...TYPES[NOTE_TYPE], richText: text('først') } }));
    sync(a, b);
    b.store.open('shape:n1');
    const open = shape(b, 'n1').props['richText'];
    const fragment = textOf(a, 'n1');
    a.documents.canvas.doc.transact(() =>
      ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(5, ' og sist'),
    );
    sync(a, b);
    expect(shape(b, 'n1').props['richText']).toBe(open);
    b.store.put({ ...shape(b, 'n1'), props: { ...shape(b, 'n1').props, richText: text('utdatert') } });
    expect(linesOf(textOf(b, 'n1'))).toBe('først og sist');
    expect(shape(a, 'n1').props['richText']).toEqual(text('først og sist'));
  });

  test('[B9] what a client measures is neither stored nor lost when others change the shape', () => {
    const [a, b] = together();
    const geo = note('g1', { type: 'geo', props: { ...TYPES.geo, growY: 40 }, meta: {} });
    a.store.put(geo);
    sync(a, b);
    expect(shape(b, 'g1').props['growY']).toBe(0);
    b.store.put({ ...shape(b, 'g1'), props: { ...shape(b, 'g1').props, color: 'red' } });
    sync(a, b);
    expect(shape(a, 'g1').props).toMatchObject({ color: 'red', growY: 40 });
  });
});

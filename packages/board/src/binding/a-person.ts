/** For tests: a person with documents, a plain store bound to them, and others' drags set by hand. */
import { addZone, placeOf, recordsOf, type Place, type PlanZone, type RecordId } from '@samtavla/protocol';
import * as Y from 'yjs';
import { bind } from './bind.ts';
import { NO_DRAGS, type Drags } from './drags.ts';
import { plainStore } from './plain-store.ts';
import { NOTE_TYPE, ZONE_TYPE } from './record-codec.ts';
import type { StoreShape } from './store-port.ts';

export const TYPES = {
  [NOTE_TYPE]: { colour: 'yellow', richText: { type: 'doc', content: [{ type: 'paragraph' }] } },
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

export function person() {
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

export const note = (id: string, values: Partial<StoreShape> = {}): StoreShape => ({
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

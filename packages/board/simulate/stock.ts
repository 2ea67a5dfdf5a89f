/** What a run's canvases know and begin with: types of shapes, and zones. */
import type { PlanZone, RecordId } from '@samtavla/protocol';
import { NOTE_TYPE, PAGE, THEME_TYPE, ZONE_TYPE } from '../src/binding/record-codec.ts';
import type { StoreShape, Values } from '../src/binding/store-port.ts';

const EMPTY_TEXT = { type: 'doc', content: [{ type: 'paragraph' }] };

export const TYPES: Readonly<Record<string, Values>> = {
  [NOTE_TYPE]: {
    colour: 'yellow',
    richText: EMPTY_TEXT,
    author: null,
    perspective: {},
    createdAt: null,
    measure: null,
    answers: [],
    value: null,
  },
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
  [THEME_TYPE]: { richText: EMPTY_TEXT },
  geo: { w: 100, h: 100, color: 'black', growY: 0, richText: EMPTY_TEXT },
  group: {},
  arrow: { color: 'black' },
};

const zone = (id: string, order: number, x: number): PlanZone => ({
  id: id as RecordId,
  kind: 'other',
  title: id,
  question: '',
  box: { x, y: 0, w: 900, h: 900 },
  tint: 'grey',
  order,
});

export const ZONES: readonly PlanZone[] = [zone('today', 0, 1000), zone('desired', 1, 2000), zone('way', 2, 3000)];

export function newShape(type: string, id: string, values: Partial<StoreShape> = {}): StoreShape {
  return {
    typeName: 'shape',
    id: `shape:${id}`,
    type,
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: PAGE,
    isLocked: type === ZONE_TYPE,
    opacity: 1,
    props: TYPES[type] ?? {},
    meta: {},
    ...values,
  };
}

export const textOf = (letters: string): Values => ({
  type: 'doc',
  content: [{ type: 'paragraph', ...(letters !== '' && { content: [{ type: 'text', text: letters }] }) }],
});

/** Notes and other shapes: made, doubled, changed, taken away. */
import { NOTE_TYPE, PAGE, recordIdOf, ZONE_TYPE } from '../../src/binding/record-codec.ts';
import type { StoreRecord, StoreShape } from '../../src/binding/store-port.ts';
import type { Peer } from '../peer.ts';
import type { Random } from '../random.ts';
import { newShape, textOf } from '../stock.ts';
import type { Touch } from '../witness.ts';
import type { Act, Marker } from './act.ts';

/** On the page, in the zone that the point is over. */
export function onPage(peer: Peer, x: number, y: number): Pick<StoreShape, 'x' | 'y' | 'parentId' | 'meta'> {
  const over = peer.shapes(ZONE_TYPE).find((zone) => isOver(zone, x, y));
  return { x, y, parentId: PAGE, meta: over === undefined ? {} : { zone: recordIdOf(over.id) } };
}

/** A shape that is there already, put on the page: of what is kept on it only the zone changes. */
export function movedOnPage(peer: Peer, { meta }: StoreShape, x: number, y: number): ReturnType<typeof onPage> {
  const placed = onPage(peer, x, y);
  const { zone: _former, ...kept } = meta;
  return { ...placed, meta: { ...kept, ...placed.meta } };
}

function isOver({ x, y, props }: StoreShape, px: number, py: number): boolean {
  return px >= x && py >= y && px < x + (props['w'] as number) && py < y + (props['h'] as number);
}

export const somewhere = (peer: Peer, random: Random, marker: Marker): ReturnType<typeof onPage> =>
  onPage(peer, marker.coordinate(random, 5000), marker.coordinate(random, 1200));

export const movable = (peer: Peer): StoreShape[] => peer.shapes().filter(({ type }) => type !== ZONE_TYPE);

const make: Act = {
  name: 'make',
  weight: 10,
  isGesture: true,
  perform(peer, random, marker) {
    const isNote = random.chance(0.8);
    const id = marker.id(isNote ? 'note' : 'box', peer);
    const letters = random.chance(0.5) ? marker.letters(2) : '';
    const shape = newShape(isNote ? NOTE_TYPE : 'geo', id, somewhere(peer, random, marker));
    peer.store.put({ ...shape, props: { ...shape.props, richText: textOf(letters) } });
    return { words: `makes ${id} «${letters}»`, touches: [{ id, side: 'record' }], wrote: { id, letters } };
  },
};

const duplicate: Act = {
  name: 'duplicate',
  weight: 2,
  isGesture: true,
  perform(peer, random, marker) {
    const original = random.pick(peer.shapes(NOTE_TYPE, 'geo'));
    if (original === undefined) return null;
    const id = marker.id('copy', peer);
    const letters = marker.letters(2);
    const props = { ...original.props, richText: textOf(letters) };
    peer.store.put({ ...original, ...somewhere(peer, random, marker), id: `shape:${id}`, props });
    return { words: `copies ${original.id} as ${id}`, touches: [{ id, side: 'record' }], wrote: { id, letters } };
  },
};

const recolour: Act = {
  name: 'recolour',
  weight: 6,
  isGesture: true,
  isInDrag: true,
  perform(peer, random, marker) {
    const shape = random.pick(peer.shapes(NOTE_TYPE, 'geo', 'arrow'));
    if (shape === undefined) return null;
    const key = shape.type === NOTE_TYPE ? 'colour' : 'color';
    const colour = `colour ${marker.number()}`;
    peer.store.put({ ...shape, props: { ...shape.props, [key]: colour } });
    const side = shape.type === NOTE_TYPE ? key : `p.${key}`;
    return { words: `gives ${shape.id} ${colour}`, touches: [{ id: recordIdOf(shape.id), side }] };
  },
};

const fade: Act = {
  name: 'fade',
  weight: 3,
  isGesture: true,
  isInDrag: true,
  perform(peer, random, marker) {
    const shape = random.pick(movable(peer));
    if (shape === undefined) return null;
    const opacity = random.chance(0.2) ? 1 : marker.number() / 65_536;
    peer.store.put({ ...shape, opacity });
    return { words: `gives ${shape.id} opacity ${opacity}`, touches: [{ id: recordIdOf(shape.id), side: 'opacity' }] };
  },
};

const remove: Act = {
  name: 'remove',
  weight: 5,
  isGesture: true,
  isInDrag: true,
  perform(peer, random) {
    const shape = random.pick(movable(peer));
    if (shape === undefined) return null;
    const ids = withAllThatHangsOn(peer, shape.id);
    peer.store.operate([], ids);
    const touches: Touch[] = ids.map((id) => ({ id: recordIdOf(id), side: 'record' }));
    return { words: `removes ${ids.join(' ')}`, touches, takesText: true };
  },
};

/** A shape with what lies in it, and the ties of all of them: a canvas takes them away together. */
function withAllThatHangsOn(peer: Peer, id: string): string[] {
  const all = [...peer.store.all().values()];
  const ids = new Set([id]);
  // A set is walked in the order it grows.
  for (const each of ids) {
    const hangs = (record: StoreRecord) =>
      record.typeName === 'shape' ? record.parentId === each : record.fromId === each || record.toId === each;
    for (const record of all.filter(hangs)) ids.add(record.id);
  }
  return [...ids];
}

const arrow: Act = {
  name: 'arrow',
  weight: 3,
  isGesture: true,
  perform(peer, random, marker) {
    const [from, to] = [random.pick(movable(peer)), random.pick(movable(peer))];
    if (from === undefined || to === undefined) return null;
    const id = marker.id('arrow', peer);
    const shape = newShape('arrow', id, somewhere(peer, random, marker));
    const ties = [from, to].map((end, at): StoreRecord => ({
      typeName: 'binding',
      id: `binding:${id}-${at}`,
      type: 'arrow',
      fromId: shape.id,
      toId: end.id,
      props: { terminal: at === 0 ? 'start' : 'end' },
      meta: {},
    }));
    peer.store.operate([shape, ...ties], []);
    const made = [shape, ...ties].map((record): Touch => ({ id: recordIdOf(record.id), side: 'record' }));
    return { words: `ties ${from.id} to ${to.id} by ${id}`, touches: made };
  },
};

export const SHAPE_ACTS: readonly Act[] = [make, duplicate, recolour, fade, remove, arrow];

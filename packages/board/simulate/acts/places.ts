/** Where shapes stand: moved, put into each other, gathered and let go. */
import { PAGE, recordIdOf } from '../../src/binding/record-codec.ts';
import type { StoreShape } from '../../src/binding/store-port.ts';
import type { Peer } from '../peer.ts';
import { newShape } from '../stock.ts';
import type { Touch } from '../witness.ts';
import type { Act } from './act.ts';
import { movable, movedOnPage, onPage } from './shapes.ts';

const place = ({ id }: StoreShape): Touch => ({ id: recordIdOf(id), side: 'place' });

/** A canvas keeps no zone on what lies in another shape. */
export const outsideZones = ({ meta: { zone: _zone, ...meta } }: StoreShape) => meta;

const move: Act = {
  name: 'move',
  weight: 12,
  isGesture: true,
  perform(peer, random, marker) {
    const shape = random.pick(movable(peer));
    if (shape === undefined) return null;
    const [x, y] = [marker.coordinate(random, 5000), marker.coordinate(random, 1200)];
    const placed = shape.parentId === PAGE ? movedOnPage(peer, shape, x, y) : { x, y };
    peer.store.put({ ...shape, ...placed });
    return { words: `moves ${shape.id} to ${JSON.stringify(placed)}`, touches: [place(shape)] };
  },
};

const putInto: Act = {
  name: 'put into',
  weight: 3,
  isGesture: true,
  perform(peer, random, marker) {
    const shape = random.pick(movable(peer));
    const holder = random.pick(peer.shapes('geo', 'group').filter((other) => !liesIn(peer, other, shape?.id)));
    if (shape === undefined || holder === undefined) return null;
    const [x, y] = [marker.coordinate(random, 100), marker.coordinate(random, 100)];
    peer.store.put({ ...shape, x, y, parentId: holder.id, meta: outsideZones(shape) });
    return { words: `puts ${shape.id} into ${holder.id}`, touches: [place(shape)] };
  },
};

const takeOut: Act = {
  name: 'take out',
  weight: 2,
  isGesture: true,
  perform(peer, random, marker) {
    const shape = random.pick(movable(peer).filter(({ parentId }) => parentId !== PAGE));
    if (shape === undefined) return null;
    const [x, y] = [marker.coordinate(random, 5000), marker.coordinate(random, 1200)];
    peer.store.put({ ...shape, ...movedOnPage(peer, shape, x, y) });
    return { words: `takes ${shape.id} out of ${shape.parentId}`, touches: [place(shape)] };
  },
};

const group: Act = {
  name: 'group',
  weight: 3,
  isGesture: true,
  perform(peer, random, marker) {
    const loose = movable(peer).filter(({ parentId }) => parentId === PAGE);
    const [first, second] = [random.pick(loose), random.pick(loose)];
    if (first === undefined || second === undefined || first === second) return null;
    const id = marker.id('group', peer);
    const [x, y] = [Math.min(first.x, second.x), Math.min(first.y, second.y)];
    const holder = newShape('group', id, onPage(peer, x, y));
    const held = [first, second].map((shape) => ({
      ...shape,
      x: shape.x - x,
      y: shape.y - y,
      parentId: holder.id,
      meta: outsideZones(shape),
    }));
    peer.store.operate([holder, ...held], []);
    return { words: `groups ${first.id} ${second.id} in ${id}`, touches: [{ id, side: 'record' }, ...held.map(place)] };
  },
};

const ungroup: Act = {
  name: 'ungroup',
  weight: 2,
  isGesture: true,
  perform(peer, random) {
    const holder = random.pick(peer.shapes('group').filter(({ parentId }) => parentId === PAGE));
    if (holder === undefined) return null;
    const held = movable(peer)
      .filter(({ parentId }) => parentId === holder.id)
      .map((shape) => ({ ...shape, ...movedOnPage(peer, shape, shape.x + holder.x, shape.y + holder.y) }));
    peer.store.operate(held, [holder.id]);
    const touches: Touch[] = [{ id: recordIdOf(holder.id), side: 'record' }, ...held.map(place)];
    return { words: `ungroups ${holder.id}`, touches };
  },
};

export function liesIn(peer: Peer, shape: StoreShape, id: string | undefined): boolean {
  if (shape.id === id) return true;
  const holder = shape.parentId === PAGE ? null : peer.store.get(shape.parentId);
  return holder?.typeName === 'shape' && liesIn(peer, holder, id);
}

export const PLACE_ACTS: readonly Act[] = [move, putInto, takeOut, group, ungroup];

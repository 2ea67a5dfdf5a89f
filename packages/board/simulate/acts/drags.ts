/** Drags that last: begun, moved on, dropped, called off, and broken in two by a page that is hidden. */
import { NOTE_TYPE, PAGE, recordIdOf, THEME_TYPE, ZONE_TYPE } from '../../src/binding/record-codec.ts';
import type { StoreShape } from '../../src/binding/store-port.ts';
import { Hand } from '../hand.ts';
import type { Peer } from '../peer.ts';
import type { Random } from '../random.ts';
import type { Act, Marker } from './act.ts';
import type { Deed } from './deed.ts';
import { liesIn, outsideZones } from './places.ts';
import { movable, movedOnPage } from './shapes.ts';

/** A selection that a person drags; a shape goes with what it lies in, and a theme's notes go with it. */
function selection(peer: Peer, random: Random): StoreShape[] {
  const zones = peer.isFacilitator && random.chance(0.25) ? peer.shapes(ZONE_TYPE) : [];
  const chosen = random.chance(0.2) ? peer.shapes(THEME_TYPE) : zones.length > 0 ? zones : movable(peer);
  const first = random.pick(chosen);
  if (first === undefined) return [];
  const others = random.chance(0.4) ? [random.pick(movable(peer)), random.pick(movable(peer))] : [];
  const gathered = peer.shapes(NOTE_TYPE).filter(({ meta }) => meta['theme'] === recordIdOf(first.id));
  const all = new Set([first, ...gathered, ...others.filter((each) => each !== undefined && first.type !== ZONE_TYPE)]);
  const shapes = [...all] as StoreShape[];
  return shapes.filter((shape) => !shapes.some((other) => other !== shape && liesIn(peer, shape, other.id)));
}

/** The next moment of a drag; now and then what is dragged comes over something that takes it in, or leaves it. */
function step(peer: Peer, hand: Hand, random: Random, marker: Marker): string {
  const holder = random.chance(0.1) ? random.pick(peer.shapes('geo', 'group')) : undefined;
  const moved = hand.shapes.map((shape) => {
    const [x, y] = [marker.coordinate(random, 5000), marker.coordinate(random, 1200)];
    if (shape.type === ZONE_TYPE) return { ...shape, x, y };
    if (holder !== undefined && !hand.shapes.some(({ id }) => liesIn(peer, holder, id)))
      return { ...shape, x, y, parentId: holder.id, meta: outsideZones(shape) };
    if (shape.parentId !== PAGE && random.chance(0.8)) return { ...shape, x, y };
    return { ...shape, ...movedOnPage(peer, shape, x, y) };
  });
  hand.move(moved);
  return moved
    .map(({ id, x, y, parentId }) => `${id} to ${x} ${y}${parentId === PAGE ? '' : ` in ${parentId}`}`)
    .join(', ');
}

const begin: Act = {
  name: 'begin a drag',
  weight: 9,
  isGesture: true,
  perform(peer, random, marker) {
    const shapes = selection(peer, random);
    if (peer.hand !== null || shapes.length === 0) return null;
    // Who takes hold of a shape has clicked outside the text.
    peer.editor.close();
    peer.hand = new Hand(peer.store, shapes);
    return { words: `begins to drag ${step(peer, peer.hand, random, marker)}`, touches: [] };
  },
};

const dragOn: Act = {
  name: 'drag on',
  weight: 14,
  isGesture: false,
  isInDrag: true,
  perform(peer, random, marker) {
    if (peer.hand === null) return null;
    return { words: `drags ${step(peer, peer.hand, random, marker)}`, touches: [] };
  },
};

const drop: Act = {
  name: 'drop',
  weight: 6,
  isGesture: false,
  isInDrag: true,
  perform(peer) {
    const { hand } = peer;
    if (hand === null) return null;
    const placed = hand.places;
    const deed: Deed = { words: `drops ${idsOf(placed)}`, ...hand.pay(), placed };
    hand.drop();
    peer.hand = null;
    return deed;
  },
};

const callOff: Act = {
  name: 'call off a drag',
  weight: 1,
  isGesture: false,
  isInDrag: true,
  perform: (peer) => (peer.hand?.isWritten === false ? peer.callOff('calls off the drag') : null),
};

const hidePage: Act = {
  name: 'hide the page',
  weight: 2,
  isGesture: false,
  isInDrag: true,
  perform(peer) {
    const { hand } = peer;
    if (hand === null) return null;
    const placed = hand.places;
    const deed: Deed = { words: `hides the page while dragging ${idsOf(placed)}`, ...hand.pay(), placed };
    peer.store.pageMayGo();
    return deed;
  },
};

const reload: Act = {
  name: 'reload the page',
  weight: 1,
  isGesture: false,
  isInDrag: true,
  perform(peer) {
    const { hand, store } = peer;
    const deed: Deed =
      hand === null
        ? { words: 'reloads the page', touches: [] }
        : { words: 'reloads the page while dragging', ...hand.pay(), placed: hand.places };
    store.pageMayGo();
    return { ...deed, isReload: true };
  },
};

const idsOf = (shapes: readonly StoreShape[]): string => shapes.map(({ id }) => id).join(' ');

export const DRAG_ACTS: readonly Act[] = [begin, dragOn, drop, callOff, hidePage, reload];
export { drop, callOff };

/** What facilitators do to zones; no interface lets others. */
import { recordIdOf, ZONE_TYPE } from '../../src/binding/record-codec.ts';
import type { StoreShape } from '../../src/binding/store-port.ts';
import type { Peer } from '../peer.ts';
import type { Random } from '../random.ts';
import { insist } from '../violation.ts';
import type { Act, Marker } from './act.ts';
import { movable, movedOnPage } from './shapes.ts';

function someZone(peer: Peer, random: Random): StoreShape | undefined {
  return peer.isFacilitator ? random.pick(peer.shapes(ZONE_TYPE)) : undefined;
}

const elsewhere = (random: Random, marker: Marker) => ({
  x: marker.coordinate(random, 4000),
  y: marker.coordinate(random, 500),
});

const moveZone: Act = {
  name: 'move zone',
  weight: 4,
  isGesture: true,
  perform(peer, random, marker) {
    const zone = someZone(peer, random);
    if (zone === undefined) return null;
    peer.store.put({ ...zone, ...elsewhere(random, marker) });
    return { words: `moves ${zone.id}`, touches: [{ id: recordIdOf(zone.id), side: 'place' }] };
  },
};

const moveZoneAndShape: Act = {
  name: 'move zone and shape',
  weight: 2,
  isGesture: true,
  perform(peer, random, marker) {
    const zone = someZone(peer, random);
    const shape = random.pick(
      movable(peer).filter(({ parentId, meta }) => !parentId.startsWith('shape:') && !meta['zone']),
    );
    if (zone === undefined || shape === undefined) return null;
    const { x, y } = elsewhere(random, marker);
    // Far below every zone: where a canvas would put it into one, by a zone's new place, is not this act's question.
    peer.store.operate(
      [
        { ...zone, x, y },
        { ...shape, ...movedOnPage(peer, shape, x, y + 10_000) },
      ],
      [],
    );
    const touches = [zone, shape].map(({ id }) => ({ id: recordIdOf(id), side: 'place' }));
    return { words: `moves ${zone.id} and ${shape.id} together`, touches };
  },
};

const renameZone: Act = {
  name: 'rename zone',
  weight: 2,
  isGesture: true,
  perform(peer, random, marker) {
    const zone = someZone(peer, random);
    if (zone === undefined) return null;
    const title = `title ${marker.number()}`;
    peer.store.put({ ...zone, props: { ...zone.props, title } });
    return { words: `calls ${zone.id} ${title}`, touches: [{ id: recordIdOf(zone.id), side: 'title' }] };
  },
};

const removeZone: Act = {
  name: 'remove zone',
  weight: 1,
  isGesture: true,
  perform(peer, random) {
    const zone = someZone(peer, random);
    if (zone === undefined) return null;
    // Where another drags it to is nobody's word yet: gone, it was where the document has it.
    const before = peer.isDraggedByOther(zone.id) ? [] : movable(peer);
    peer.store.remove(zone.id);
    for (const { id, x, y } of before) {
      const now = peer.store.get(id);
      insist(now?.typeName === 'shape' && now.x === x && now.y === y, () => `${id} did not stay when its zone went`);
    }
    return { words: `removes ${zone.id}`, touches: [{ id: recordIdOf(zone.id), side: 'gone' }] };
  },
};

export const ZONE_ACTS: readonly Act[] = [moveZone, moveZoneAndShape, renameZone, removeZone];

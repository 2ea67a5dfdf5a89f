/** Where on the page a record stands, and in which zone. */
import type { PlanZone, RecordId } from '@samtavla/protocol';
import { NOTE_SIDE } from '@samtavla/templates';
import { holdersOf } from '../binding/holders.ts';
import { isWithinReach } from '../binding/showable.ts';
import type { Spot } from './reading.ts';
import type { Point } from './reading-order.ts';

/** As much of a record as others' standing hangs on. */
export type Bearing =
  | { readonly what: 'zone'; readonly origin: Point; readonly zone: PlanZone | null }
  | { readonly what: 'shape'; readonly spot: Spot }
  | { readonly what: 'note' | 'theme' | 'tie' };

type Bearings = { get(id: RecordId): Bearing | undefined };

export type Standing = {
  /** Null outside every zone. */
  readonly zone: RecordId | null;
  /** Its middle, if it is a note without many words: that is where it is wherever it is turned to. */
  readonly point: Point;
};

const HALF: Point = { x: NOTE_SIDE / 2, y: NOTE_SIDE / 2 };

/** Null where the canvas does not show it: there it would be out of reach. */
export function standingOf(bearings: Bearings, id: RecordId, spot: Spot): Standing | null {
  if (!isShownAt(bearings, spot)) return null;
  const holderOf = (holder: RecordId): Spot | null => {
    const bearing = bearings.get(holder);
    return bearing?.what === 'shape' && isShownAt(bearings, bearing.spot) ? bearing.spot : null;
  };
  const holders = holdersOf(id, spot.parent, holderOf, ({ parent }) => parent);
  const outermost = holders.at(-1) ?? spot;
  const inParent = [spot, ...holders].reduce((point, { place }) => shifted(turned(point, place[2]), place), HALF);
  return { zone: shownZone(bearings, outermost.zone), point: plus(inParent, originOf(bearings, outermost)) };
}

/** Whether the canvas can have it where it says it is. */
export function isShownAt(bearings: Bearings, spot: Spot): boolean {
  const [x, y] = spot.place;
  return isWithinReach(plus({ x, y }, originOf(bearings, spot)));
}

function shownZone(bearings: Bearings, zone: RecordId | null): RecordId | null {
  const bearing = zone === null ? undefined : bearings.get(zone);
  return bearing?.what === 'zone' && bearing.zone !== null ? zone : null;
}

/** Of what its place is relative to; a zone that was taken away still has one. */
function originOf(bearings: Bearings, { zone }: Spot): Point {
  const bearing = zone === null ? undefined : bearings.get(zone);
  return bearing?.what === 'zone' ? bearing.origin : { x: 0, y: 0 };
}

const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
const shifted = (point: Point, [x, y]: Spot['place']): Point => plus(point, { x, y });

function turned({ x, y }: Point, angle: number): Point {
  if (angle === 0) return { x, y };
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

/** Where on the page a record stands, and in which zone. */
import type { RecordId } from '@samtavla/protocol';
import { NOTE_SIDE } from '@samtavla/templates';
import { holdersOf } from '../binding/holders.ts';
import { isWithinReach } from '../binding/showable.ts';
import type { Reading, ShapeReading, Spot } from './reading.ts';
import type { Point } from './reading-order.ts';

type Readings = { get(id: RecordId): Reading | undefined };

export type Standing = {
  /** Null outside every zone. */
  readonly zone: RecordId | null;
  /** Its middle, if it is a note without many words: that is where it is wherever it is turned to. */
  readonly point: Point;
};

const HALF: Point = { x: NOTE_SIDE / 2, y: NOTE_SIDE / 2 };

/** Null where the canvas does not show it: there it would be out of reach. */
export function standingOf(readings: Readings, id: RecordId, spot: Spot): Standing | null {
  if (!isShownAt(readings, spot)) return null;
  const holderOf = (holder: RecordId): ShapeReading | null => {
    const reading = readings.get(holder);
    return reading?.what === 'shape' && isShownAt(readings, reading.spot) ? reading : null;
  };
  const holders = holdersOf(id, spot.parent, holderOf, (holder) => holder.spot.parent).map((holder) => holder.spot);
  const outermost = holders.at(-1) ?? spot;
  const inParent = [spot, ...holders].reduce((point, { place }) => shifted(turned(point, place[2]), place), HALF);
  return { zone: shownZone(readings, outermost.zone), point: plus(inParent, originOf(readings, outermost)) };
}

/** Whether the canvas can have it where it says it is. */
export function isShownAt(readings: Readings, spot: Spot): boolean {
  const [x, y] = spot.place;
  return isWithinReach(plus({ x, y }, originOf(readings, spot)));
}

function shownZone(readings: Readings, zone: RecordId | null): RecordId | null {
  const reading = zone === null ? undefined : readings.get(zone);
  return reading?.what === 'zone' && reading.zone !== null ? zone : null;
}

/** Of what its place is relative to; a zone that was taken away still has one. */
function originOf(readings: Readings, { zone }: Spot): Point {
  const reading = zone === null ? undefined : readings.get(zone);
  return reading?.what === 'zone' ? reading.origin : { x: 0, y: 0 };
}

const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
const shifted = (point: Point, [x, y]: Spot['place']): Point => plus(point, { x, y });

function turned({ x, y }: Point, angle: number): Point {
  if (angle === 0) return { x, y };
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

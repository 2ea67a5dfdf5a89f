import { NOTE_GAP, NOTE_SIDE, ZONE_HEADING_HEIGHT, type Box } from '@samtavla/templates';

/**
 * The first free cell of a grid inside a zone, row by row, as `[x, y]` relative to the zone. A full zone takes its next note on
 * top of the others, a little aside, so that it stays in the zone and each can be seen.
 *
 * @param taken the boxes of the notes that stand in the zone, relative to it
 */
export function freePlace(zone: Pick<Box, 'w' | 'h'>, taken: readonly Box[]): [x: number, y: number] {
  const step = NOTE_SIDE + NOTE_GAP;
  const columns = Math.max(1, Math.floor((zone.w - NOTE_GAP) / step));
  const rows = Math.max(1, Math.floor((zone.h - ZONE_HEADING_HEIGHT) / step));
  for (let cell = 0; cell < columns * rows; cell += 1) {
    const box = {
      x: NOTE_GAP + (cell % columns) * step,
      y: ZONE_HEADING_HEIGHT + Math.floor(cell / columns) * step,
      w: NOTE_SIDE,
      h: NOTE_SIDE,
    };
    if (!taken.some((other) => overlaps(box, other))) return [box.x, box.y];
  }
  const aside = ((taken.length * ASIDE) % (NOTE_SIDE / 2)) + NOTE_GAP;
  return [aside, ZONE_HEADING_HEIGHT + aside];
}

/** Enough of a covered note to see that it is there, and to take hold of it. */
const ASIDE = 24;

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

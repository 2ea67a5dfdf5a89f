import { NOTE_GAP, NOTE_SIDE, ZONE_HEADING_HEIGHT, type Box } from '@samtavla/templates';

type Size = Pick<Box, 'w' | 'h'>;

/**
 * The first free cell of a grid inside a zone, row by row, as `[x, y]` relative to the zone. A full zone takes its next note on
 * top of the others, a little aside, so that it stays in the zone and each can be seen.
 *
 * @param taken the boxes of what stands in the zone, relative to it
 * @param size what it takes up: a note, unless it is said to be more
 */
export function freePlace(
  zone: Size,
  taken: readonly Box[],
  size: Size = { w: NOTE_SIDE, h: NOTE_SIDE },
): [x: number, y: number] {
  const step = NOTE_SIDE + NOTE_GAP;
  const fit = (room: number, length: number) => Math.max(1, Math.floor((room - NOTE_GAP - length) / step) + 1);
  const columns = fit(zone.w - NOTE_GAP, size.w);
  const rows = fit(zone.h - ZONE_HEADING_HEIGHT, size.h);
  for (let cell = 0; cell < columns * rows; cell += 1) {
    const box = {
      x: NOTE_GAP + (cell % columns) * step,
      y: ZONE_HEADING_HEIGHT + Math.floor(cell / columns) * step,
      ...size,
    };
    if (!taken.some((other) => overlaps(box, other))) return [box.x, box.y];
  }
  const aside = ((taken.length * ASIDE) % (NOTE_SIDE / 2)) + NOTE_GAP;
  return [aside, ZONE_HEADING_HEIGHT + aside];
}

/** Enough of a covered note to see that it is there, and to take hold of it. */
const ASIDE = 24;

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

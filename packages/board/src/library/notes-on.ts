type Area = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

const SIDE = 5;
const GAP = 1.8;
/** Air along the zone's edges, and the room its heading takes. */
const EDGE = 2.5;
const HEADING = 7;

/** A few small notes in a zone of a picture: whole rows but for some that are missing, the same every time. */
export function notesOn({ x, y, w, h }: Area): { x: number; y: number; side: number }[] {
  const columns = Math.min(4, Math.floor((w - 2 * EDGE + GAP) / (SIDE + GAP)));
  const rows = Math.min(2, Math.floor((h - HEADING - EDGE + GAP) / (SIDE + GAP)));
  const seed = Math.round(x * 7 + y * 13);
  return Array.from({ length: Math.max(0, columns * rows) }, (_, at) => at)
    .filter((at) => at === 0 || (seed + at * at * 5 + at) % 7 < 4)
    .map((at) => ({
      x: x + EDGE + (at % columns) * (SIDE + GAP),
      y: y + HEADING + Math.floor(at / columns) * (SIDE + GAP),
      side: SIDE,
    }));
}

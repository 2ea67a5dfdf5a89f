type Area = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

const SIDE = 5;
const GAP = 1.8;
/** Air along the zone's edges, and the room its heading takes; of a low zone no more than these shares. */
const EDGE = { most: 2.5, share: 0.12 };
const HEADING = { most: 7, share: 0.45 };

/** A few small notes in a zone of a picture: whole rows but for some that are missing, the same every time. */
export function notesOn({ x, y, w, h }: Area): { x: number; y: number; side: number }[] {
  const [edge, heading] = [EDGE, HEADING].map(({ most, share }) => Math.min(most, h * share)) as [number, number];
  const side = Math.min(SIDE, h - heading - edge);
  const columns = Math.min(4, Math.floor((w - 2 * edge + GAP) / (side + GAP)));
  const rows = Math.min(2, Math.max(1, Math.floor((h - heading - edge + GAP) / (side + GAP))));
  const seed = Math.round(x * 7 + y * 13);
  return Array.from({ length: Math.max(0, columns * rows) }, (_, at) => at)
    .filter((at) => at === 0 || (seed + at * at * 5 + at) % 7 < 4)
    .map((at) => ({
      x: x + edge + (at % columns) * (side + GAP),
      y: y + heading + Math.floor(at / columns) * (side + GAP),
      side,
    }));
}

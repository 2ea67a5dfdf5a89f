/** Where a method's zones stand. Page units; the first box has its corner at 0, 0 or as near as the shape lets it. */
import type { Box } from './template.ts';
import { GRID } from './zone-room.ts';

type Size = { readonly w: number; readonly h: number };

/** Between two zones. */
const GAP = 80;

const onGrid = (length: number): number => Math.round(length / GRID) * GRID;

/** Row by row, each from the left. */
export const inGrid = (columns: number, rows: number, { w, h }: Size): Box[] =>
  Array.from({ length: columns * rows }, (_, place) => ({
    x: (place % columns) * (w + GAP),
    y: Math.floor(place / columns) * (h + GAP),
    w,
    h,
  }));

export const inColumns = (count: number, size: Size): Box[] => inGrid(count, 1, size);

/** Steps that rise to the right. */
export const inStairs = (count: number, { w, h }: Size, rise: number): Box[] =>
  inColumns(count, { w, h }).map((box, place) => ({ ...box, y: (count - 1 - place) * rise }));

/** One under the other, each wider than the one above it. */
export const inPyramid = (count: number, { w, h }: Size, wider: number): Box[] => {
  const widest = w + (count - 1) * wider;
  return Array.from({ length: count }, (_, place) => {
    const width = w + place * wider;
    return { x: onGrid((widest - width) / 2), y: place * (h + GAP), w: width, h };
  });
};

/** Clockwise from the top, as on a clock's face. */
export const inRing = (count: number, { w, h }: Size, radius: number): Box[] => {
  const corners = Array.from({ length: count }, (_, place) => {
    const angle = (2 * Math.PI * place) / count - Math.PI / 2;
    return { x: Math.cos(angle) * radius * 1.15, y: Math.sin(angle) * radius };
  });
  const [left, top] = [Math.min(...corners.map(({ x }) => x)), Math.min(...corners.map(({ y }) => y))];
  return corners.map(({ x, y }) => ({ x: onGrid(x - left), y: onGrid(y - top), w, h }));
};

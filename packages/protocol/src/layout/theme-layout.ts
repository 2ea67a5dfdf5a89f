/** Where a theme's notes lie: in two columns under its heading, each new one where there is room first. Page units; pure. */
import { NOTE_GAP, NOTE_SIDE } from '@samtavla/templates';
import type { Area } from '../large-board/note-field.ts';

const COLUMNS = 2;
export const THEME_WIDTH = COLUMNS * NOTE_SIDE + (COLUMNS - 1) * NOTE_GAP;
/** Of the heading. The numbers are those of `theme.css`. */
export const THEME_TEXT = { px: 30, lineHeight: 1.2, side: 20, above: 16 } as const;
/** Around a theme's notes: what is dropped here is the theme's. */
const MARGIN = NOTE_GAP;

export const themeHeight = (lines: number): number =>
  Math.ceil(Math.max(1, lines) * THEME_TEXT.px * THEME_TEXT.lineHeight + 2 * THEME_TEXT.above);

/** The ground of a theme: its heading and its notes; room for a note under a heading that has none. */
export function groundOf(heading: Area, notes: readonly Area[]): Area {
  const room = { x: heading.x, y: heading.y + heading.h, w: heading.w, h: NOTE_GAP + NOTE_SIDE };
  const all = [heading, ...(notes.length === 0 ? [room] : notes)];
  const left = Math.min(...all.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...all.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...all.map(({ x, w }) => x + w)) + MARGIN;
  const bottom = Math.max(...all.map(({ y, h }) => y + h)) + MARGIN;
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** Where each of some notes goes under the heading, below those that are there. */
export function placesUnder(
  heading: Area,
  there: readonly Area[],
  heights: readonly number[],
): { readonly x: number; readonly y: number }[] {
  const columns = Array.from({ length: COLUMNS }, (_, column) => {
    const x = heading.x + column * (NOTE_SIDE + NOTE_GAP);
    const inIt = there.filter((note) => note.x < x + NOTE_SIDE && x < note.x + note.w && note.y >= heading.y);
    return { x, y: Math.max(heading.y + heading.h, ...inIt.map((note) => note.y + note.h)) + NOTE_GAP };
  });
  return heights.map((height) => {
    const column = columns.reduce((best, each) => (each.y < best.y ? each : best));
    const place = { x: column.x, y: column.y };
    column.y += height + NOTE_GAP;
    return place;
  });
}

export const contains = ({ x, y, w, h }: Area, point: { readonly x: number; readonly y: number }): boolean =>
  point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;

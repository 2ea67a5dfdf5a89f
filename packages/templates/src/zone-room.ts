import type { Box } from './template.ts';

/** Boxes stand on this grid, so that zones line up and a moved note can keep a whole-number place. */
export const GRID = 20;

/** A note's side, and the air between two notes, in page units. */
export const NOTE_SIDE = 200;
export const NOTE_GAP = 20;

/** The top of a zone, kept for its heading: a line of title at 44, two of question at 26, and air around them. */
export const ZONE_HEADING_HEIGHT = 160;

/** How many notes stand side by side in a zone, and in how many rows, below its heading and with air on every side. */
export function roomForNotes(box: Box): { readonly columns: number; readonly rows: number } {
  const fit = (length: number) => Math.max(0, Math.floor((length - NOTE_GAP) / (NOTE_SIDE + NOTE_GAP)));
  // The heading's own air stands above the first row, so only the row's gap below counts.
  return { columns: fit(box.w), rows: fit(box.h - ZONE_HEADING_HEIGHT + NOTE_GAP) };
}

/**
 * About how high texts stand on the canvas, where nobody has measured a letter: enough to lay a note where it covers no other. The
 * canvas measures; its sizes are in `canvas/note` and `canvas/theme`.
 */
import { NOTE_SIDE } from '@samtavla/templates';

/** By how many characters the text has: the size it is written in, and how many of a line's width fit on a note. */
const SIZES = [
  { most: 45, px: 26, inLine: 13 },
  { most: 90, px: 22, inLine: 15 },
  { most: Number.POSITIVE_INFINITY, px: 18, inLine: 18 },
] as const;
const LINE_HEIGHT = 1.25;
/** Above and below the text, and a line of signature with what is around it. */
const AROUND = 60;

export function noteHeight(text: string): number {
  const { px, inLine } = SIZES.find(({ most }) => text.length <= most) ?? SIZES[2];
  return Math.max(NOTE_SIDE, Math.ceil(linesIn(text, inLine) * px * LINE_HEIGHT + AROUND));
}

/** A measure has a heading, and below its words what is said of it: a line each for owner, day and cell. */
const FIELDS_OF_MEASURE = 120;

export const measureHeight = (text: string): number => noteHeight(text) + FIELDS_OF_MEASURE;

/** A theme's name is bold and large, over two notes' width. */
const IN_HEADING = 21;

export const headingLines = (title: string): number => linesIn(title, IN_HEADING);

const linesIn = (text: string, inLine: number): number =>
  text.split('\n').reduce((lines, { length }) => lines + Math.max(1, Math.ceil(length / inLine)), 0);

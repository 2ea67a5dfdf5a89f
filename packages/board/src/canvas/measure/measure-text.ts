/** What stands on a measure's paper beside its words: what it is and how far it has come above them, what is said of it below. */
import type { MeasureFields } from '@samtavla/protocol';
import type { MeasureSaid } from '../../i18n/measure-words.ts';
import { NOTE_SIDE } from '@samtavla/templates';
import { linesOf, type CharWidth } from '../text/text-lines.ts';

/** The numbers are those of `measure.css`. Page units. */
export const MEASURE_TEXT = { px: 13, lineHeight: 1.4, below: 8, above: 8, side: 16 } as const;

/** Its paper, and how wide the edge of its colour is. */
export const MEASURE_PAPER = { colour: '#fffdf8', edge: 8 } as const;

export type MeasureWords = (said: MeasureSaid) => { readonly head: string; readonly lines: readonly string[] };

/** Broken into the lines that it takes. */
export type MeasureText = ReturnType<MeasureWords>;

export function layOutMeasure(
  { measure, answers }: { readonly measure: MeasureFields | null; readonly answers: readonly unknown[] },
  words: MeasureWords,
  width: CharWidth,
): MeasureText | null {
  if (measure === null) return null;
  const { head, lines } = words({ measure, answers });
  const room = (NOTE_SIDE - 2 * MEASURE_TEXT.side) / MEASURE_TEXT.px;
  return { head, lines: lines.flatMap((line) => linesOf(line, room, width)) };
}

/** How much higher it makes a note. */
export function measureRoom(measure: MeasureText | null): number {
  if (measure === null) return 0;
  const line = MEASURE_TEXT.px * MEASURE_TEXT.lineHeight;
  const below = measure.lines.length === 0 ? 0 : MEASURE_TEXT.above + measure.lines.length * line;
  return headRoom(measure) + below;
}

/** How much lower its words begin. */
export const headRoom = (measure: MeasureText | null): number =>
  measure === null ? 0 : MEASURE_TEXT.px * MEASURE_TEXT.lineHeight + MEASURE_TEXT.below;

import { charWidths } from '../text/char-widths.ts';
import type { NoteFonts } from './note-layout.ts';

/** The font of notes, for what is drawn or measured without their style sheet. */
export const FONT_FAMILY = "'Inter Variable', sans-serif";

export const noteFonts = (): NoteFonts => ({
  text: charWidths(FONT_FAMILY, 400),
  author: charWidths(FONT_FAMILY, 600),
});

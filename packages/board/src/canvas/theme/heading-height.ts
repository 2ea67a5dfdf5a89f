import { FONT_FAMILY } from '../note/note-fonts.ts';
import { charWidths } from '../text/char-widths.ts';
import { plainText } from '../text/plain-text.ts';
import { linesOf, type CharWidth } from '../text/text-lines.ts';
import { THEME_TEXT, THEME_WIDTH, themeHeight } from '@samtavla/protocol';
import type { ThemeShape } from './theme-shape.ts';

let bold: CharWidth | null = null;

/** By arithmetic, the same on every screen that has the font; page units. */
export const headingHeight = (theme: ThemeShape): number => themeHeight(headingLines(theme).length);

export function headingLines({ props }: ThemeShape): string[] {
  bold ??= charWidths(FONT_FAMILY, 700);
  const { px, side } = THEME_TEXT;
  const width = bold;
  return plainText(props.richText)
    .split('\n')
    .flatMap((line) => linesOf(line, (THEME_WIDTH - 2 * side) / px, width));
}

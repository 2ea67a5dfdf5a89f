/** How large a note's text is written: a short text large, as one would with a pen, and no word broken that fits in smaller letters. */
export type TextSize = 'large' | 'medium' | 'small';

/** In characters: the longest word that fits on a line, and the text that fits on a note of its least height. `canvas.css` has the sizes. */
const FITS = [
  { size: 'large', word: 11, text: 45 },
  { size: 'medium', word: 14, text: 90 },
] as const;

export function textSize(text: string): TextSize {
  const longest = Math.max(...text.split(/[\s-]+/).map((word) => word.length));
  return FITS.find(({ word, text: most }) => longest <= word && text.length <= most)?.size ?? 'small';
}

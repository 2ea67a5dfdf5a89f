/**
 * Where a text breaks into lines, without asking the browser: for the height of a note that is not in the page, and for drawing
 * it. Words fill a line greedily, a word that is longer than a line is broken, spaces at a line's end hang. What the browser does
 * beyond that (kerning, hyphenation) is off by less than a line in a hundred, and put right where the note is in the page.
 */
export type CharWidth = (char: string) => number;

/** A word with the spaces behind it, or the part of a word up to a hyphen. */
const PIECES = /[^\s-]*-+|[^\s-]+\s*|\s+/gu;

/**
 * @param width of a character, in the unit of `lineWidth`
 * @returns at least one line, an empty one for an empty text
 */
export function linesOf(text: string, lineWidth: number, width: CharWidth): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = () => {
    lines.push(line.trimEnd());
    [line, used] = ['', 0];
  };
  for (const piece of text.match(PIECES) ?? []) {
    const word = piece.trimEnd();
    const wordWidth = sum(word, width);
    if (used > 0 && used + wordWidth > lineWidth) end();
    if (wordWidth <= lineWidth) [line, used] = [line + piece, used + wordWidth + sum(piece.slice(word.length), width)];
    else {
      for (const char of piece) {
        if (used > 0 && used + width(char) > lineWidth && char.trim() !== '') end();
        [line, used] = [line + char, used + width(char)];
      }
    }
  }
  end();
  return lines;
}

function sum(text: string, width: CharWidth): number {
  let total = 0;
  for (const char of text) total += width(char);
  return total;
}

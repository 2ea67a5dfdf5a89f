import { linesOf, replaceText, richTextOfLines } from '@samtavla/protocol';
import * as Y from 'yjs';

/** Writes a text of one line: only what is other in it, so that what another types beside it stays. False where it is the same. */
export function writeLine(fragment: Y.XmlFragment, line: string): boolean {
  const before = linesOf(fragment);
  if (before === line) return false;
  const letters = onlyLetters(fragment);
  if (letters?.length === before.length) writeOver(letters, Array.from(before), Array.from(line));
  else replaceText(fragment, richTextOfLines(line));
  return true;
}

/** By whole letters: half of one that is two units long is none. */
function writeOver(text: Y.XmlText, before: readonly string[], after: readonly string[]): void {
  const start = shared(before, after);
  const end = shared(before.slice(start).toReversed(), after.slice(start).toReversed());
  const at = before.slice(0, start).join('').length;
  text.delete(at, before.slice(start, before.length - end).join('').length);
  text.insert(at, after.slice(start, after.length - end).join(''));
}

/** The letters of a text that is one paragraph. */
function onlyLetters(fragment: Y.XmlFragment): Y.XmlText | null {
  const [paragraph, ...others] = fragment.toArray();
  const [letters, ...more] = paragraph instanceof Y.XmlElement ? paragraph.toArray() : [];
  return letters instanceof Y.XmlText && others.length + more.length === 0 ? letters : null;
}

/** With how many of the same two texts begin. */
function shared(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((letter, place) => letter !== b[place]);
  return end < 0 ? a.length : end;
}

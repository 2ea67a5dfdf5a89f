/**
 * A record's text as plain lines, for a plain field: what one reads, and how a change of it is written without touching the rest.
 * Marks stay on the letters that have them, and what is typed within marked letters is marked as they are.
 */
import * as Y from 'yjs';

/** What a block holds is letters, or a break within the block. */
type Piece = { readonly block: Y.XmlElement; readonly child: Y.XmlText | Y.XmlElement; readonly length: number };
type Line = { readonly block: Y.XmlElement; readonly pieces: readonly Piece[] };

/** Lists in lists in lists; an editor makes a few. What lies deeper is nobody's text. */
const DEEPEST = 32;

/** One line a block, and one for each break in it; as one reads it. */
export function plainTextOf(fragment: Y.XmlFragment): string {
  return linesIn(fragment)
    .map(({ pieces }) => pieces.map(({ child }) => (child instanceof Y.XmlText ? lettersOf(child) : '\n')).join(''))
    .join('\n');
}

/** Writes `text` in place of what stands from one place to another, in UTF-16 units of `plainTextOf`. */
export function replaceIn(fragment: Y.XmlFragment, from: number, to: number, text: string): void {
  if (to > from) remove(fragment, from, to);
  if (text !== '') insert(fragment, from, text);
}

/** The least change between two texts: what stands at both their ends stays. No letter is cut in two: Yjs would lose it. */
export function changeBetween(before: string, after: string): { from: number; to: number; text: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (start > 0 && isFirstHalf(before.charCodeAt(start - 1))) start -= 1;
  if (end > 0 && isSecondHalf(before.charCodeAt(before.length - end))) end -= 1;
  return { from: start, to: before.length - end, text: after.slice(start, after.length - end) };
}

/** Of a letter that UTF-16 writes as two. */
const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Where a place in a text is after a change: behind what was written before it. */
export function placeAfter(place: number, { from, to, text }: ReturnType<typeof changeBetween>): number {
  if (place <= from) return place;
  return place >= to ? place + text.length - (to - from) : from + text.length;
}

function linesIn(fragment: Y.XmlFragment): Line[] {
  const lines: Line[] = [];
  const look = (holder: Y.XmlFragment, depth: number) => {
    for (const child of holder.toArray()) {
      if (!(child instanceof Y.XmlElement) || depth > DEEPEST) continue;
      const isBlock = child.toArray().every((inner) => inner instanceof Y.XmlText || isBreak(inner));
      if (isBlock) lines.push({ block: child, pieces: piecesOf(child) });
      else look(child, depth + 1);
    }
  };
  look(fragment, 0);
  return lines;
}

const isBreak = (child: unknown): child is Y.XmlElement =>
  child instanceof Y.XmlElement && child.nodeName === 'hardBreak';

const piecesOf = (block: Y.XmlElement): Piece[] =>
  block.toArray().flatMap((child): Piece[] => {
    if (child instanceof Y.XmlText) return [{ block, child, length: lettersOf(child).length }];
    return isBreak(child) ? [{ block, child, length: 1 }] : [];
  });

/** Without what is embedded, which counts in Yjs as one and is no letter: an editor of ours puts none in. */
const lettersOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert?: unknown }[]).map(({ insert: part }) => (typeof part === 'string' ? part : '')).join('');

function remove(fragment: Y.XmlFragment, from: number, to: number): void {
  const lines = linesIn(fragment);
  // From the end: what comes before stays where it is.
  let end = plainTextOf(fragment).length;
  for (const [nth, line] of [...lines.entries()].toReversed()) {
    for (const { child, block, length } of line.pieces.toReversed()) {
      const start = end - length;
      const [first, last] = [Math.max(from, start), Math.min(to, end)];
      if (first < last && child instanceof Y.XmlText) child.delete(first - start, last - first);
      else if (first < last) block.delete(block.toArray().indexOf(child), 1);
      end = start;
    }
    // The break before the line.
    end -= 1;
    const before = lines[nth - 1];
    if (before !== undefined && from <= end && end < to) append(before.block, line.block);
  }
}

/** What stands in a block goes to the end of the one before it, and the block away, with the list that it was the last of. */
function append(block: Y.XmlElement, gone: Y.XmlElement): void {
  for (const child of gone.toArray()) {
    if (child instanceof Y.XmlElement) block.push([copyOf(child)]);
    else if (child instanceof Y.XmlText) appendDelta(block, child.toDelta() as Delta);
  }
  takeOut(gone);
}

/** Of a break: what an element is called and nothing else. */
const copyOf = ({ nodeName }: { readonly nodeName: string }): Y.XmlElement => new Y.XmlElement(nodeName);

type Delta = { insert: string | object; attributes?: Record<string, unknown> }[];

function appendDelta(block: Y.XmlElement, delta: Delta): void {
  const last = block.toArray().at(-1);
  const text = last instanceof Y.XmlText ? last : new Y.XmlText();
  if (text !== last) block.push([text]);
  // Each with its own marks, and none with those of the letter before it.
  text.applyDelta([{ retain: text.length }, ...delta.map((part) => ({ attributes: {}, ...part }))]);
}

function takeOut(element: Y.XmlElement): void {
  const { parent } = element;
  if (!(parent instanceof Y.XmlFragment)) return;
  parent.delete(parent.toArray().indexOf(element), 1);
  if (parent instanceof Y.XmlElement && parent.length === 0) takeOut(parent as Y.XmlElement);
}

function insert(fragment: Y.XmlFragment, at: number, text: string): void {
  const [first = '', ...more] = text.split('\n');
  const place = placeAt(fragment, at);
  place.text.insert(place.index, first);
  if (more.length === 0) return;
  const { text: line, block } = place;
  const cut = place.index + first.length;
  const tail = tailOf(block, line, cut);
  let last = block;
  for (const each of more) last = blockAfter(last, each);
  for (const child of tail) {
    if (Array.isArray(child)) appendDelta(last, child);
    else last.push([child]);
  }
}

/** Takes out all that stands in a block after a place in one of its texts, for another block to have. */
function tailOf(block: Y.XmlElement, text: Y.XmlText, cut: number): (Delta | Y.XmlElement)[] {
  const children = block.toArray();
  const nth = children.indexOf(text);
  const rest = children
    .slice(nth + 1)
    .map((child) => (child instanceof Y.XmlText ? (child.toDelta() as Delta) : copyOf(child as { nodeName: string })));
  const own = cutDelta(text.toDelta() as Delta, cut);
  text.delete(cut, text.length - cut);
  if (children.length > nth + 1) block.delete(nth + 1, children.length - nth - 1);
  return [...(own.length > 0 ? [own] : []), ...rest];
}

function cutDelta(delta: Delta, cut: number): Delta {
  let passed = 0;
  return delta.flatMap((part) => {
    const { length } = typeof part.insert === 'string' ? part.insert : ' ';
    const start = Math.max(0, cut - passed);
    passed += length;
    if (start >= length) return [];
    return [typeof part.insert === 'string' ? { ...part, insert: part.insert.slice(start) } : part];
  });
}

/** A new block of the same kind, in a list as an item of its own. */
function blockAfter(block: Y.XmlElement, letters: string): Y.XmlElement {
  const made = new Y.XmlElement(block.nodeName);
  made.insert(0, [new Y.XmlText(letters)]);
  const item = block.parent instanceof Y.XmlElement && block.parent.nodeName === 'listItem' ? block.parent : null;
  const wrapped = item === null ? made : new Y.XmlElement('listItem');
  if (item !== null) wrapped.insert(0, [made]);
  const before = item ?? block;
  (before.parent as Y.XmlFragment).insertAfter(before, [wrapped]);
  return made;
}

type Spot = { readonly block: Y.XmlElement; readonly text: Y.XmlText; readonly index: number };

/** Where letters go that are typed at a place: into a text that is there, so that two people's letters merge. */
function placeAt(fragment: Y.XmlFragment, at: number): Spot {
  let start = 0;
  const lines = linesIn(fragment);
  for (const { block, pieces } of lines) {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (at <= start + length) return placeInBlock(block, pieces, at - start);
    start += length + 1;
  }
  const block = new Y.XmlElement('paragraph');
  fragment.push([block]);
  return placeInBlock(block, [], 0);
}

function placeInBlock(block: Y.XmlElement, pieces: readonly Piece[], at: number): Spot {
  let start = 0;
  for (const { child, length } of pieces) {
    if (child instanceof Y.XmlText && at <= start + length) return { block, text: child, index: at - start };
    // Before a break, where there is no text yet.
    if (!(child instanceof Y.XmlText) && at <= start) return newText(block, block.toArray().indexOf(child));
    start += length;
  }
  return newText(block, block.length);
}

function newText(block: Y.XmlElement, at: number): Spot {
  const text = new Y.XmlText();
  block.insert(at, [text]);
  return { block, text, index: 0 };
}

/** How a note is laid out, in page units: its lines, their size, and how high it is for them. The numbers are those of `note.css`. */
import type { RichNode } from '@samtavla/protocol';
import { NOTE_SIDE } from '@samtavla/templates';
import { plainText } from '../text/plain-text.ts';
import { linesOf, type CharWidth } from '../text/text-lines.ts';
import { textSize, type TextSize } from './text-size.ts';

export const PADDING = { top: 16, side: 16, bottom: 10 } as const;
const TEXT_PX: Readonly<Record<TextSize, number>> = { large: 26, medium: 22, small: 18 };
export const LINE_HEIGHT = 1.25;
/** Of a list's items, in em. */
const INDENT = 1.2;

export const SIGNATURE = { px: 12, lineHeight: 1.35, above: 10, border: 1, padding: 6, gap: 8 } as const;

/** A text in ProseMirror's JSON, tldraw's and the protocol's alike. */
type Written = Parameters<typeof plainText>[0];

export type NoteFonts = { readonly text: CharWidth; readonly author: CharWidth };

export type TextLayout = {
  readonly px: number;
  readonly lines: readonly { readonly text: string; readonly indent: number }[];
};

/** What stands under the text; null for nothing. */
export type SignatureText = { readonly author: string | null; readonly sector: string | null };

export function layOutText(text: Written, { text: width }: Pick<NoteFonts, 'text'>): TextLayout {
  const px = TEXT_PX[textSize(plainText(text))];
  const room = (NOTE_SIDE - 2 * PADDING.side) / px;
  const lines = blocksOf(text.content as readonly RichNode[]).flatMap(({ text: block, depth }) =>
    linesOf(block, room - depth * INDENT, width).map((line) => ({ text: line, indent: depth * INDENT * px })),
  );
  return { px, lines };
}

/** How many lines the signature takes: name and sector beside each other where they fit. */
export function signatureLines({ author, sector }: SignatureText, fonts: NoteFonts): number {
  const room = (NOTE_SIDE - 2 * PADDING.side) / SIGNATURE.px;
  const names = author === null ? [''] : linesOf(author, room, fonts.author);
  const sectors = sector === null ? [''] : linesOf(sector, room, fonts.text);
  if (author === null || sector === null)
    return author === null && sector === null ? 0 : Math.max(names.length, sectors.length);
  const wide = widthOf(author, fonts.author) + widthOf(sector, fonts.text) + SIGNATURE.gap / SIGNATURE.px;
  return wide <= room ? 1 : names.length + sectors.length;
}

/** @param measure what a measure's own lines take */
export function heightFor(layout: TextLayout, signature: number, measure = 0): number {
  const { px, lineHeight, above, border, padding } = SIGNATURE;
  const foot = signature === 0 ? 0 : above + border + padding + signature * px * lineHeight;
  const text = layout.lines.length * layout.px * LINE_HEIGHT;
  return Math.max(NOTE_SIDE, Math.ceil(PADDING.top + text + measure + foot + PADDING.bottom));
}

type Block = { readonly text: string; readonly depth: number };

/** A line break within a paragraph begins a block too. */
function blocksOf(nodes: readonly RichNode[], depth = 0): Block[] {
  return nodes.flatMap((node) => {
    const content = node.content ?? [];
    if (node.type === 'bulletList' || node.type === 'orderedList') return blocksOf(content, depth + 1);
    if (content.some(isBlock)) return blocksOf(content, depth);
    const text = content.map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? ''))).join('');
    return text.split('\n').map((line) => ({ text: line, depth }));
  });
}

const isBlock = (node: RichNode): boolean => node.type !== 'text' && node.type !== 'hardBreak';

function widthOf(text: string, width: CharWidth): number {
  let total = 0;
  for (const char of text) total += width(char);
  return total;
}

/** The themes of a view, read from the board's documents without the canvas: their headings, and the ground of what they gather. */
import {
  fragmentOf,
  groundOf,
  linesOf,
  recordsOf,
  recordsOfKind,
  THEME_TEXT,
  THEME_WIDTH,
  themeHeight,
} from '@samtavla/protocol';
import type { Box } from '@samtavla/templates';
import type * as Y from 'yjs';
import { linesOf as brokenInto, type CharWidth } from '../text/text-lines.ts';
import { cornerOf, type SeenNote } from './notes-seen.ts';

export type SeenTheme = { readonly id: string; readonly title: string; readonly heading: Box; readonly ground: Box };

type Papers = { readonly plan: Y.Doc; readonly canvas: Y.Doc };

/** @param bold the width of a heading's letters */
export function themesSeen({ plan, canvas }: Papers, notes: readonly SeenNote[], bold: CharWidth): SeenTheme[] {
  const room = (THEME_WIDTH - 2 * THEME_TEXT.side) / THEME_TEXT.px;
  return [canvas, plan].flatMap((doc) =>
    [...recordsOfKind(doc, 'theme')].flatMap(([id, record]): SeenTheme[] => {
      const corner = doc === canvas && recordsOf(plan).has(id) ? null : cornerOf(record, plan);
      const text = fragmentOf(record);
      if (corner === null || text === null) return [];
      const title = linesOf(text);
      const lines = title.split('\n').flatMap((line) => brokenInto(line, room, bold));
      const heading = { ...corner, w: THEME_WIDTH, h: themeHeight(lines.length) };
      const gathered = notes.filter(({ theme }) => theme === id).map(({ area }) => area);
      return [{ id, title, heading, ground: groundOf(heading, gathered) }];
    }),
  );
}

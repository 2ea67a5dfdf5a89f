import { bounds } from './bounds.ts';
import type { Box, Template, ZoneKind, ZoneTint } from './template.ts';

export type PictureRect = Box & { readonly tint: ZoneTint; readonly kind: ZoneKind };

/** A template in miniature: numbers only, so that whoever draws it picks the colours for light or dark. */
export type Picture = { readonly viewBox: string; readonly rects: readonly PictureRect[] };

/** The picture's space, 16:9 like the screens it stands for, and the air it keeps along every edge. */
const WIDTH = 160;
const HEIGHT = 90;
const MARGIN = 6;

/** The gallery's picture of a template: its zones as large as they fit, centred, in reading order. */
export function picture(template: Pick<Template, 'zones'>): Picture {
  const all = bounds(template);
  return { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, rects: all === null ? [] : rectsWithin(template, all) };
}

function rectsWithin({ zones }: Pick<Template, 'zones'>, all: Box): readonly PictureRect[] {
  const scale = Math.min((WIDTH - 2 * MARGIN) / all.w, (HEIGHT - 2 * MARGIN) / all.h);
  const left = (WIDTH - all.w * scale) / 2;
  const top = (HEIGHT - all.h * scale) / 2;
  return zones.map(({ box, tint, kind }) => ({
    x: tenths(left + (box.x - all.x) * scale),
    y: tenths(top + (box.y - all.y) * scale),
    w: tenths(box.w * scale),
    h: tenths(box.h * scale),
    tint,
    kind,
  }));
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}

/** Draws one note as `note-view.tsx` shows it, in page units; the less of it can be seen, the less is drawn. */
import { NOTE_SIDE } from '@samtavla/templates';
import { FONT_FAMILY } from '../note/note-fonts.ts';
import { LINE_HEIGHT, PADDING, SIGNATURE, type SignatureText, type TextLayout } from '../note/note-layout.ts';
import { headRoom, MEASURE_PAPER, MEASURE_TEXT, type MeasureText } from '../measure/measure-text.ts';
import type { PaperColours } from '../note/paper-colours.ts';
import type { Area } from './note-field.ts';

export type PaintedNote = {
  readonly area: Area;
  readonly opacity: number;
  readonly colours: PaperColours;
  readonly text: TextLayout;
  readonly signature: SignatureText;
  /** Null for a plain note. */
  readonly measure: MeasureText | null;
  /** The colour of the edge around it; null where it has none. */
  readonly edge: string | null;
};

/** Letters of fewer device pixels than this are drawn as bars: they say that something is written, and how much. */
const READABLE_PX = 4.5;
/** Bars of fewer are not drawn. */
const BAR_PX = 1;
/** A letter's mean width, in em. */
const MEAN_LETTER = 0.52;
const BAR_HEIGHT = 0.5;
const BAR_OPACITY = 0.4;
const RADIUS = 3;
const EDGE_PX = 2;

/** @param scale device pixels a page unit */
export function paintNote(context: CanvasRenderingContext2D, note: PaintedNote, scale: number): void {
  const { area, colours, text, opacity } = note;
  context.globalAlpha = opacity;
  paintPaper(context, note, scale);
  const px = text.px * scale;
  if (px >= READABLE_PX) {
    context.fillStyle = colours.ink;
    paintText(context, note);
    paintMeasure(context, note);
    paintSignature(context, note);
  } else if (px * BAR_HEIGHT >= BAR_PX) {
    context.fillStyle = colours.ink;
    context.globalAlpha = opacity * BAR_OPACITY;
    paintBars(context, note);
  }
  context.globalAlpha = 1;
  if (note.edge !== null) {
    context.strokeStyle = note.edge;
    context.lineWidth = EDGE_PX / scale;
    context.strokeRect(area.x, area.y, area.w, area.h);
  }
}

function paintPaper(context: CanvasRenderingContext2D, note: PaintedNote, scale: number): void {
  const { area, colours, measure } = note;
  const { x, y, w, h } = area;
  if (w * scale < NOTE_SIDE * 0.1) {
    context.fillStyle = colours.paperBottom;
    context.fillRect(x, y, w, h);
    return;
  }
  if (measure !== null) return paintMeasurePaper(context, note);
  // What a shadow amounts to at this distance.
  context.fillStyle = 'rgb(40 30 10 / 22%)';
  context.fillRect(x + 2, y + 3, w - 4, h);
  context.fillStyle = colours.paperTop;
  context.beginPath();
  context.roundRect(x, y, w, h, RADIUS);
  context.fill();
  context.fillStyle = colours.paperBottom;
  // Halfway between the two: a gradient a note would take longer than all the rest.
  context.fillStyle = colours.paperBottom;
  context.globalAlpha *= 0.5;
  context.fill();
  context.globalAlpha *= 2;
}

function paintMeasurePaper(context: CanvasRenderingContext2D, { area: { x, y, w, h }, colours }: PaintedNote): void {
  context.fillStyle = 'rgb(40 30 10 / 30%)';
  context.fillRect(x - 1, y - 1, w + 2, h + 3);
  context.fillStyle = MEASURE_PAPER.colour;
  context.fillRect(x, y, w, h);
  context.fillStyle = colours.paperBottom;
  context.fillRect(x, y, MEASURE_PAPER.edge, h);
}

/** Where the first line's letters stand within its height: they hang a fifth below the base line. */
const baseline = (px: number, lineHeight: number): number => (px * lineHeight) / 2 + px * 0.34;

function paintText(context: CanvasRenderingContext2D, { area, measure, text: { px, lines } }: PaintedNote): void {
  context.font = `400 ${px}px ${FONT_FAMILY}`;
  let y = area.y + PADDING.top + headRoom(measure) + baseline(px, LINE_HEIGHT);
  for (const { text, indent } of lines) {
    if (text !== '') context.fillText(text, area.x + PADDING.side + indent, y);
    y += px * LINE_HEIGHT;
  }
}

function paintBars(context: CanvasRenderingContext2D, { area, measure, text: { px, lines } }: PaintedNote): void {
  const room = NOTE_SIDE - 2 * PADDING.side;
  let y = area.y + PADDING.top + headRoom(measure) + px * 0.4;
  for (const { text, indent } of lines) {
    const w = Math.min(room - indent, text.length * px * MEAN_LETTER);
    if (w > 0) context.fillRect(area.x + PADDING.side + indent, y, w, px * BAR_HEIGHT);
    y += px * LINE_HEIGHT;
  }
}

function paintMeasure(context: CanvasRenderingContext2D, { area, measure, signature }: PaintedNote): void {
  if (measure === null) return;
  const { px, lineHeight, side } = MEASURE_TEXT;
  const line = px * lineHeight;
  context.font = `700 ${px}px ${FONT_FAMILY}`;
  context.fillText(measure.head, area.x + side, area.y + PADDING.top + baseline(px, lineHeight));
  context.font = `400 ${px}px ${FONT_FAMILY}`;
  const foot = footOf(signature);
  const top = area.y + area.h - PADDING.bottom - foot - measure.lines.length * line;
  for (const [place, text] of measure.lines.entries())
    context.fillText(text, area.x + side, top + place * line + baseline(px, lineHeight));
}

/** What a signature of one line takes; one of two lies over the last line of what is said, for as long as it is painted. */
const footOf = ({ author, sector }: SignatureText): number =>
  author === null && sector === null
    ? 0
    : SIGNATURE.above + SIGNATURE.border + SIGNATURE.padding + SIGNATURE.px * SIGNATURE.lineHeight;

function paintSignature(context: CanvasRenderingContext2D, { area, signature }: PaintedNote): void {
  const { author, sector } = signature;
  if (author === null && sector === null) return;
  const { px, lineHeight, padding } = SIGNATURE;
  const [left, right] = [area.x + PADDING.side, area.x + area.w - PADDING.side];
  const bottom = area.y + area.h - PADDING.bottom;
  context.font = `600 ${px}px ${FONT_FAMILY}`;
  const authorWidth = author === null ? 0 : context.measureText(author).width;
  const normal = `400 ${px}px ${FONT_FAMILY}`;
  const last = bottom - px * lineHeight + baseline(px, lineHeight);
  context.font = normal;
  const sectorWidth = sector === null ? 0 : context.measureText(sector).width;
  const isTwoLines = author !== null && sector !== null && authorWidth + sectorWidth + SIGNATURE.gap > right - left;
  const lines = isTwoLines ? 2 : 1;
  if (sector !== null) context.fillText(sector, author === null || isTwoLines ? left : right - sectorWidth, last);
  if (author !== null) {
    context.font = `600 ${px}px ${FONT_FAMILY}`;
    context.fillText(author, left, isTwoLines ? last - px * lineHeight : last);
  }
  context.globalAlpha *= 0.25;
  context.fillRect(left, bottom - lines * px * lineHeight - padding, right - left, 1);
  context.globalAlpha /= 0.25;
}

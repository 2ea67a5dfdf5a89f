/** The notes that a view shows, read from the board's documents without the canvas. */
import {
  fragmentOf,
  measureFieldsOf,
  NOTE_KINDS,
  noteOf,
  parentOf,
  placeOf,
  recordsOf,
  recordsOfKind,
  richTextOf,
  stringOf,
  zoneIdOf,
  zonePlace,
  type NoteColour,
  type PlanFacts,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import { NOTE_SIDE, type Box } from '@samtavla/templates';
import type * as Y from 'yjs';
import { layOutMeasure, measureRoom, type MeasureText, type MeasureWords } from '../measure/measure-text.ts';
import {
  heightFor,
  layOutText,
  signatureLines,
  type NoteFonts,
  type SignatureText,
  type TextLayout,
} from '../note/note-layout.ts';

export type SeenNote = {
  readonly area: Box;
  /** The theme that gathers it; it may be gone. */
  readonly theme: RecordId | null;
  readonly colour: NoteColour;
  readonly text: TextLayout;
  readonly signature: SignatureText;
  readonly measure: MeasureText | null;
};

type Board = { readonly plan: Y.Doc; readonly canvas: Y.Doc; readonly sectors: PlanFacts['sectors'] };

/** A board's notes, measures among them. */
function* recordsIn(doc: Y.Doc) {
  for (const kind of NOTE_KINDS) yield* recordsOfKind(doc, kind);
}

/** In drawing order. What lies turned, in a shape or in a zone that is not here is left to the canvas. */
export function notesSeen(
  { plan, canvas, sectors }: Board,
  seen: Box,
  fonts: NoteFonts,
  measureWords: MeasureWords,
): SeenNote[] {
  const names = new Map(sectors.map(({ id, name }) => [id, name]));
  const found: { readonly index: string; readonly note: SeenNote }[] = [];
  for (const doc of [canvas, plan]) {
    for (const [id, record] of recordsIn(doc)) {
      if (doc === canvas && recordsOf(plan).has(id)) continue;
      const corner = cornerOf(record, plan);
      const text = fragmentOf(record);
      // A note's height is known only when its text has been laid out: the dear part comes last.
      if (corner === null || text === null || !isNear(corner, seen)) continue;
      const note = noteOf(id, record);
      if (note === null) continue;
      const signature = {
        author: note.author?.name ?? null,
        sector: names.get(note.perspective.sector ?? '') ?? null,
      };
      const layout = layOutText(richTextOf(text), fonts);
      const measure = layOutMeasure(
        { measure: measureFieldsOf(record), answers: note.answers },
        measureWords,
        fonts.text,
      );
      const h = heightFor(layout, signatureLines(signature, fonts), measureRoom(measure));
      const area = { ...corner, w: NOTE_SIDE, h };
      found.push({
        index: stringOf(record, 'index') ?? '',
        note: { area, theme: note.theme, colour: note.colour, text: layout, signature, measure },
      });
    }
  }
  return found.toSorted((a, b) => (a.index < b.index ? -1 : 1)).map(({ note }) => note);
}

/** Where the notes lie, each as high as it is wide at the least; null where there are none. */
export function notesBounds({ plan, canvas }: Pick<Board, 'plan' | 'canvas'>): Box | null {
  const corners = [canvas, plan].flatMap((doc) =>
    [...recordsIn(doc)].flatMap(([, record]) => cornerOf(record, plan) ?? []),
  );
  if (corners.length === 0) return null;
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [least(xs), least(ys)];
  return { x, y, w: -least(xs.map((one) => -one)) - x + NOTE_SIDE, h: -least(ys.map((one) => -one)) - y + NOTE_SIDE };
}

const least = (values: readonly number[]): number => values.reduce((one, other) => Math.min(one, other));

type Point = { readonly x: number; readonly y: number };

/** In page units; null where only the canvas knows. */
export function cornerOf(record: RecordMap, plan: Y.Doc): Point | null {
  const at = placeOf(record);
  if (at === null || at[2] !== 0 || parentOf(record) !== null) return null;
  const zone = zoneIdOf(record);
  if (zone === null) return { x: at[0], y: at[1] };
  const holder = recordsOf(plan).get(zone);
  const origin = holder === undefined ? null : zonePlace(holder);
  return origin === null ? null : { x: origin.x + at[0], y: origin.y + at[1] };
}

/** No note of a board that people wrote is higher than this. */
const HIGHEST = 10 * NOTE_SIDE;

const isNear = ({ x, y }: Point, seen: Box): boolean =>
  x + NOTE_SIDE > seen.x && x < seen.x + seen.w && y + HIGHEST > seen.y && y < seen.y + seen.h;

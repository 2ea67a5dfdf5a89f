/** Lays notes in a grid: rows as high as their highest, in reading order, from where the first lies. Page units; pure. */
import { NOTE_GAP, NOTE_SIDE } from '@samtavla/templates';
import { inReadingOrder } from '../../outline/reading-order.ts';
import type { Area } from '../large-board/note-field.ts';

const STEP = NOTE_SIDE + NOTE_GAP;
/** A grid somewhat wider than high, as screens are. */
const WIDER = 1.5;

/**
 * @param room how wide the grid may be; without it, it is about as wide as a screen is
 * @returns where each goes, in the order given
 */
export function tidyPlaces(notes: readonly Area[], room?: number): { readonly x: number; readonly y: number }[] {
  const order = inReadingOrder(
    notes.map((_, place) => place),
    (place) => at(notes, place),
  );
  const fitting =
    room === undefined ? Math.ceil(Math.sqrt(notes.length * WIDER)) : Math.floor((room + NOTE_GAP) / STEP);
  const columns = Math.max(1, Math.min(notes.length, fitting));
  const left = Math.min(...notes.map(({ x }) => x));
  const places: { x: number; y: number }[] = [];
  let y = Math.min(...notes.map((note) => note.y));
  for (let start = 0; start < order.length; start += columns) {
    const row = order.slice(start, start + columns);
    for (const [column, place] of row.entries()) places[place] = { x: left + column * STEP, y };
    y += Math.max(...row.map((place) => at(notes, place).h)) + NOTE_GAP;
  }
  return places;
}

const at = (notes: readonly Area[], place: number): Area => notes[place] as Area;

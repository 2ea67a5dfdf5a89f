import { NOTE_SIDE } from '@samtavla/templates';
import { atom, type Atom, type TLShapeId } from 'tldraw';

const heights = new Map<string, Atom<number>>();

const heightAtom = (id: TLShapeId): Atom<number> => {
  const known = heights.get(id) ?? atom(`height of ${id}`, NOTE_SIDE);
  heights.set(id, known);
  return known;
};

/** How high a note is on this screen: measured, never stored, so that two fonts or two browsers do not fight over it. */
export const noteHeight = (id: TLShapeId): number => heightAtom(id).get();

/** Takes what was measured, in page units. A note is never lower than it is wide. */
export function setNoteHeight(id: TLShapeId, measured: number): void {
  heightAtom(id).set(Math.max(NOTE_SIDE, Math.ceil(measured)));
}

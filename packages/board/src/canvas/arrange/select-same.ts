import type { Editor, TLShape } from 'tldraw';
import { NOTE_TYPE } from '../../binding/record-codec.ts';
import type { NoteShape } from '../note/note-shape.ts';

/** What notes can have in common. */
export type Trait = 'colour' | 'perspective' | 'author';

const VALUE: Readonly<Record<Trait, (note: NoteShape) => string | null>> = {
  colour: ({ props }) => props.colour,
  perspective: ({ props }) => props.perspective.sector ?? null,
  author: ({ props }) => props.author?.id ?? null,
};

export const isNote = (shape: TLShape): shape is NoteShape & TLShape => shape.type === NOTE_TYPE;

/** The traits that the selected notes have a value of: by those more can be found. */
export function traitsOf(notes: readonly NoteShape[]): Trait[] {
  return (Object.keys(VALUE) as Trait[]).filter((trait) => notes.some((note) => VALUE[trait](note) !== null));
}

/** Selects every note on the page that shares this with one of those selected. */
export function selectSame(editor: Editor, trait: Trait): void {
  const value = VALUE[trait];
  const wanted = new Set(editor.getSelectedShapes().filter(isNote).map(value));
  wanted.delete(null);
  editor.markHistoryStoppingPoint('select same');
  editor.select(...editor.getCurrentPageShapes().filter((shape) => isNote(shape) && wanted.has(value(shape))));
}

/** Measures the notes that are in the page: one observer for all of them, and one change of heights for all that it reports. */
import type { Editor, TLShapeId } from 'tldraw';
import { noteHeights } from './note-heights.ts';
import type { NoteShape } from './note-shape.ts';

export type NoteRuler = {
  /** The sheet shows this note as it is now; returns the way to stop. */
  measure(note: NoteShape, sheet: HTMLElement): () => void;
};

function createRuler(editor: Editor): NoteRuler {
  const notes = new WeakMap<Element, { id: TLShapeId; props: NoteShape['props'] }>();
  const observer = new ResizeObserver((entries) => {
    const measured = entries.flatMap(({ target }) => {
      const shown = notes.get(target);
      const note = shown === undefined ? undefined : editor.getShape<NoteShape>(shown.id);
      const height = (target as HTMLElement).offsetHeight;
      // What is not laid out measures 0: that is no height. And a text that is another meanwhile is measured itself.
      return note === undefined || !isSame(note.props, shown?.props) || height === 0 ? [] : [{ note, height }];
    });
    noteHeights(editor).measured(measured);
  });
  return {
    measure({ id, props }, sheet) {
      notes.set(sheet, { id, props });
      observer.observe(sheet);
      return () => observer.unobserve(sheet);
    },
  };
}

/** In what its height hangs on. */
const isSame = (one: NoteShape['props'], other: NoteShape['props'] | undefined): boolean =>
  one.richText === other?.richText && one.measure === other.measure;

const byEditor = new WeakMap<Editor, NoteRuler>();

export function noteRuler(editor: Editor): NoteRuler {
  const ruler = byEditor.get(editor) ?? createRuler(editor);
  byEditor.set(editor, ruler);
  return ruler;
}

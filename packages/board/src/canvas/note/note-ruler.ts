/** Measures the notes that are in the page: one observer for all of them, and one change of heights for all that it reports. */
import type { Editor, TLRichText, TLShapeId } from 'tldraw';
import { noteHeights } from './note-heights.ts';
import type { NoteShape } from './note-shape.ts';

export type NoteRuler = {
  /** The sheet shows this text; returns the way to stop. */
  measure(note: TLShapeId, text: TLRichText, sheet: HTMLElement): () => void;
};

function createRuler(editor: Editor): NoteRuler {
  const notes = new WeakMap<Element, { id: TLShapeId; text: TLRichText }>();
  const observer = new ResizeObserver((entries) => {
    const measured = entries.flatMap(({ target }) => {
      const shown = notes.get(target);
      const note = shown === undefined ? undefined : editor.getShape<NoteShape>(shown.id);
      const height = (target as HTMLElement).offsetHeight;
      // What is not laid out measures 0: that is no height. And a text that is another meanwhile is measured itself.
      return note === undefined || note.props.richText !== shown?.text || height === 0 ? [] : [{ note, height }];
    });
    noteHeights(editor).measured(measured);
  });
  return {
    measure(id, text, sheet) {
      notes.set(sheet, { id, text });
      observer.observe(sheet);
      return () => observer.unobserve(sheet);
    },
  };
}

const byEditor = new WeakMap<Editor, NoteRuler>();

export function noteRuler(editor: Editor): NoteRuler {
  const ruler = byEditor.get(editor) ?? createRuler(editor);
  byEditor.set(editor, ruler);
  return ruler;
}

/** Which notes a theme gathers, and where they lie. */
import { groundOf } from '@samtavla/protocol';
import { computed, type Computed, type Editor, type TLShape, type TLShapeId } from 'tldraw';
import { NOTE_TYPE, recordIdOf, THEME_TYPE } from '../../binding/record-codec.ts';
import type { Area } from '../large-board/note-field.ts';

type Themed = ReadonlyMap<string, readonly TLShapeId[]>;

const byEditor = new WeakMap<Editor, Computed<Themed>>();

/** The notes of each theme, by the id of the theme's record. */
function themed(editor: Editor): Themed {
  const known =
    byEditor.get(editor) ??
    computed('notes of themes', () => {
      const notes = new Map<string, TLShapeId[]>();
      for (const { id, type, meta } of editor.getCurrentPageShapes()) {
        const { theme } = meta;
        if (type !== NOTE_TYPE || typeof theme !== 'string') continue;
        notes.set(theme, [...(notes.get(theme) ?? []), id]);
      }
      return notes;
    });
  byEditor.set(editor, known);
  return known.get();
}

export const notesOf = (editor: Editor, theme: TLShapeId): readonly TLShapeId[] =>
  themed(editor).get(recordIdOf(theme)) ?? [];

export const isTheme = (shape: TLShape | undefined): boolean => shape?.type === THEME_TYPE;

/** The ground a theme takes up; without the notes that are in somebody's hand, which would take it along. */
export function groundUnder(editor: Editor, theme: TLShape, except: ReadonlySet<TLShapeId>): Area {
  const heading = editor.getShapePageBounds(theme) ?? { x: theme.x, y: theme.y, w: 0, h: 0 };
  const notes = notesOf(editor, theme.id).filter((id) => !except.has(id));
  return groundOf(
    heading,
    notes.flatMap((id) => editor.getShapePageBounds(id) ?? []),
  );
}

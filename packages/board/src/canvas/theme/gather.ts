import { Box, createShapeId, type Editor, type TLShape, type TLShapeId } from 'tldraw';
import { NOTE_GAP, NOTE_SIDE } from '@samtavla/templates';
import { recordIdOf, THEME_TYPE } from '../../binding/record-codec.ts';
import { inReadingOrder } from '../../outline/reading-order.ts';
import type { Area } from '../large-board/note-field.ts';
import type { ThemeShape } from './theme-shape.ts';
import { placesUnder, themeHeight } from '@samtavla/protocol';
import { notesOf } from './themed-notes.ts';

const gathering = new WeakSet<Editor>();

/** While notes are laid under a theme they are its own, wherever its ground was before. */
export const isGathering = (editor: Editor): boolean => gathering.has(editor);

/** Lays notes under a theme's heading, below those it has. The caller has marked the step of undo. */
export function gather(editor: Editor, theme: TLShape, notes: readonly TLShape[]): void {
  const heading = editor.getShapePageBounds(theme);
  if (heading === undefined) return;
  const coming = new Set<TLShapeId>(notes.map(({ id }) => id));
  const there = notesOf(editor, theme.id)
    .filter((id) => !coming.has(id))
    .flatMap((id) => editor.getShapePageBounds(id) ?? []);
  const heights = notes.map((note) => editor.getShapePageBounds(note)?.h ?? NOTE_SIDE);
  const places = placesUnder(heading, there, heights);
  gathering.add(editor);
  editor.updateShapes(
    notes.map(({ id, type, meta }, place) => ({
      id,
      type,
      ...places[place],
      meta: { ...meta, theme: recordIdOf(theme.id) },
    })),
  );
  gathering.delete(editor);
}

/** A new theme where the notes are, which are laid under it; its name is opened for writing. */
export function gatherInNewTheme(editor: Editor, notes: readonly TLShape[]): void {
  const bounds = Box.Common(notes.flatMap((note) => editor.getShapePageBounds(note) ?? []));
  const sorted = inReadingOrder(notes, (note) => boundsOf(editor, note));
  const theme = startTheme(editor, { x: bounds.x, y: bounds.y - themeHeight(1) - NOTE_GAP });
  if (theme !== null) gather(editor, theme, sorted);
}

/** Makes a theme and opens its name; null where nothing may be made. */
export function startTheme(editor: Editor, place: { readonly x: number; readonly y: number }): TLShape | null {
  const id = createShapeId();
  editor.markHistoryStoppingPoint('theme');
  editor.createShape<ThemeShape>({ id, type: THEME_TYPE, ...place });
  const theme = editor.getShape(id);
  if (theme === undefined) return null;
  editor.select(id);
  editor.setEditingShape(id);
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: theme });
  return theme;
}

const boundsOf = (editor: Editor, shape: TLShape): Area => editor.getShapePageBounds(shape) ?? new Box();

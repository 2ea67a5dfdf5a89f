/**
 * Which theme gathers a note: the one on whose ground it is dropped. Kept on the note as `meta.theme`, for the binding to write. A
 * note dropped on the heading itself finds its place under it; a theme that is moved takes its notes along.
 */
import { isPageId, react, type Editor, type TLShape, type TLShapeId } from 'tldraw';
import { NOTE_TYPE, recordIdOf, THEME_TYPE } from '../../binding/record-codec.ts';
import { gather, isGathering } from './gather.ts';
import { isInBox } from '@samtavla/protocol';
import { groundUnder, isTheme, notesOf } from './themed-notes.ts';

export function followThemes(editor: Editor): () => void {
  const settle = (shape: TLShape, source: 'user' | 'remote') => {
    if (source !== 'user' || shape.type !== NOTE_TYPE) return;
    const settled = membershipChange(editor, shape.id);
    if (settled !== null) editor.store.put([settled]);
  };
  const stops = [
    editor.sideEffects.registerAfterCreateHandler('shape', settle),
    editor.sideEffects.registerAfterChangeHandler('shape', (prev, next, source) => {
      if (hasMoved(prev, next) && !isGathering(editor)) settle(next, source);
    }),
    gatherWhenDropped(editor),
    nudgeAlong(editor),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const hasMoved = (prev: TLShape, next: TLShape): boolean =>
  prev.x !== next.x || prev.y !== next.y || prev.parentId !== next.parentId;

/** The note with its theme put right; null when it is right already. */
function membershipChange(editor: Editor, id: TLShapeId): TLShape | null {
  const note = editor.getShape(id);
  const themes = editor.getCurrentPageShapes().filter(isTheme);
  if (note === undefined || (themes.length === 0 && note.meta['theme'] === undefined)) return null;
  const inHand = new Set([id, ...editor.getSelectedShapeIds()]);
  // A note that its theme takes along stays with it.
  if (themes.some((theme) => inHand.has(theme.id) && note.meta['theme'] === recordIdOf(theme.id))) return null;
  const centre = isPageId(note.parentId) ? editor.getShapePageBounds(note)?.center : undefined;
  const over =
    centre === undefined ? undefined : themes.findLast((theme) => isInBox(groundUnder(editor, theme, inHand), centre));
  const theme = over === undefined ? undefined : recordIdOf(over.id);
  if (note.meta['theme'] === theme) return null;
  const { theme: _left, ...meta } = note.meta;
  return { ...note, meta: theme === undefined ? meta : { ...meta, theme } };
}

/** Notes let go over a heading do not stay on it. */
function gatherWhenDropped(editor: Editor): () => void {
  let wasMoving = false;
  return react('notes are dropped', () => {
    const isMoving = editor.isIn('select.translating');
    if (wasMoving && !isMoving) editor.timers.setTimeout(() => gatherCovering(editor), 0);
    wasMoving = isMoving;
  });
}

function gatherCovering(editor: Editor): void {
  if (editor.isDisposed) return;
  const dropped = editor.getSelectedShapes().filter((shape) => shape.type === NOTE_TYPE);
  for (const theme of editor.getCurrentPageShapes().filter(isTheme)) {
    const heading = editor.getShapePageBounds(theme);
    if (heading === undefined) continue;
    const covering = dropped.filter((note) => editor.getShapePageBounds(note)?.collides(heading));
    if (covering.length > 0) gather(editor, theme, covering);
  }
}

/** The arrow keys move what is selected; a theme's notes go with it. */
function nudgeAlong(editor: Editor): () => void {
  const nudge = editor.nudgeShapes.bind(editor);
  editor.nudgeShapes = (shapes, offset) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id));
    const along = ids.filter((id) => editor.getShape(id)?.type === THEME_TYPE).flatMap((id) => notesOf(editor, id));
    return nudge([...new Set([...ids, ...along])], offset);
  };
  return () => {
    editor.nudgeShapes = nudge;
  };
}

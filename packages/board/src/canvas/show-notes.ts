import type { RecordId } from '@samtavla/protocol';
import { createShapeId, type Editor } from 'tldraw';

const SHOWING_MILLIS = 400;

/** Selects those of the notes that are still there, and moves the view over to them. */
export function showNotes(editor: Editor, notes: readonly RecordId[]): void {
  const there = notes.map((id) => createShapeId(id)).filter((id) => editor.getShape(id) !== undefined);
  if (there.length === 0) return;
  editor.setCurrentTool('select').select(...there);
  const animation = editor.user.getAnimationSpeed() === 0 ? {} : { animation: { duration: SHOWING_MILLIS } };
  const bounds = editor.getSelectionPageBounds();
  if (bounds !== null) editor.zoomToBounds(bounds, { targetZoom: 1, inset: 200, ...animation });
  editor.focus();
}

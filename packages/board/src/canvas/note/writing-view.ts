/** Near enough to read while one writes, and back where one was when the writing is done. */
import { react, type Editor, type TLCamera } from 'tldraw';

/** Below this zoom one cannot read what one writes. */
const WRITING_ZOOM = 0.6;
const GLIDE_MILLIS = 220;
/** Going on to the next note closes one text and opens another; only then is it known whether the writing is done. */
const NEXT_NOTE_MILLIS = 60;

type Approach = { readonly before: TLCamera; near: TLCamera | null };
const approaches = new WeakMap<Editor, Approach>();

/** Brings the selected note, whose text has just been opened, into view. */
export function comeCloser(editor: Editor): void {
  const bounds = editor.getSelectionPageBounds();
  if (bounds === null) return;
  const approach = approaches.get(editor);
  if (editor.getZoomLevel() >= WRITING_ZOOM) {
    editor.zoomToSelectionIfOffscreen(64);
    if (approach !== undefined) approach.near = editor.getCamera();
    return;
  }
  editor.zoomToBounds(bounds, { targetZoom: 1, inset: 96, animation: { duration: GLIDE_MILLIS } });
  if (approach === undefined) goBackWhenDone(editor, { before: editor.getCamera(), near: null });
}

function goBackWhenDone(editor: Editor, approach: Approach): void {
  approaches.set(editor, approach);
  editor.timers.setTimeout(() => (approach.near = editor.getCamera()), GLIDE_MILLIS + NEXT_NOTE_MILLIS);
  const stop = react('back from writing', () => {
    if (editor.getEditingShapeId() !== null) return;
    editor.timers.setTimeout(() => {
      if (editor.getEditingShapeId() !== null) return;
      stop();
      approaches.delete(editor);
      // Whoever has moved the view meanwhile is where they want to be.
      if (approach.near === null || isSame(approach.near, editor.getCamera())) {
        editor.setCamera(approach.before, { animation: { duration: GLIDE_MILLIS } });
      }
    }, NEXT_NOTE_MILLIS);
  });
}

const isSame = (a: TLCamera, b: TLCamera): boolean =>
  Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.z - b.z) < 0.001;

/** When a person is in the middle of a drag, by tldraw's tools: what changes then is on its way, and others are told where. */
import { react, unsafe__withoutCapture, type Editor } from 'tldraw';
import type { StorePort } from '../binding/store-port.ts';

/** Moving, sizing, turning and bending, and the moment in which a tool makes what it then sizes. */
const GESTURES = [
  'select.translating',
  'select.resizing',
  'select.rotating',
  'select.dragging_handle',
  'select.pointing_arrow_label',
  'arrow.pointing',
  'geo.pointing',
  'line.pointing',
  'text.pointing',
];

export function gesturesOf(editor: Editor): Pick<StorePort, 'isInGesture' | 'onGestureEnd' | 'callOffGesture'> {
  const isInGesture = () => editor.isInAny(...GESTURES);
  return {
    isInGesture,
    callOffGesture() {
      // The documents are told of a change just then, and a tool's end changes them.
      queueMicrotask(() => {
        if (isInGesture()) editor.cancel();
      });
    },
    onGestureEnd(listener) {
      let wasInGesture = false;
      const stopReacting = react('the end of a gesture', () => {
        const isOver = wasInGesture && !isInGesture();
        wasInGesture = isInGesture();
        if (isOver) unsafe__withoutCapture(listener);
      });
      const stopWatching = whenPageMayGo(listener);
      return () => {
        stopReacting();
        stopWatching();
      };
    },
  };
}

/** A phone that turns to another page tells nothing more when it ends this one. */
function whenPageMayGo(listener: () => void): () => void {
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') listener();
  };
  window.addEventListener('pagehide', listener);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('pagehide', listener);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}

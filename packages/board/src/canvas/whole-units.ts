import type { Editor } from 'tldraw';
import { NOTE_TYPE, THEME_TYPE } from '../binding/record-codec.ts';

const ROUNDED: ReadonlySet<string> = new Set([NOTE_TYPE, THEME_TYPE]);

/**
 * Notes and themes are dragged to whole units of the page, where nobody can see the difference: a place is then half as many bytes,
 * in the document and on the wire. Nearer than at zoom 1 a unit is more than a pixel, and the hand is followed as it moves.
 * Returns the way to stop.
 */
export function dragByWholeUnits(editor: Editor): () => void {
  return editor.sideEffects.registerBeforeChangeHandler('shape', (_prev, next, source) => {
    const isDragged = source === 'user' && ROUNDED.has(next.type) && editor.isIn('select.translating');
    if (!isDragged || editor.getZoomLevel() > 1) return next;
    return { ...next, x: Math.round(next.x), y: Math.round(next.y) };
  });
}

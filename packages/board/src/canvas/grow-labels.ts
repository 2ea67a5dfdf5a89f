/** A label that others changed can ask for a higher shape. How much is measured here, as tldraw does for its own changes. */
import type { Editor, TLShape } from 'tldraw';

export function growLabels(editor: Editor): () => void {
  const isOthersLabel = (shape: TLShape, source: 'user' | 'remote') => source === 'remote' && shape.type === 'geo';
  const stops = [
    editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
      isOthersLabel(shape, source) ? (editor.getShapeUtil(shape).onBeforeCreate?.(shape) ?? shape) : shape,
    ),
    editor.sideEffects.registerBeforeChangeHandler('shape', (prev, next, source) =>
      isOthersLabel(next, source) ? (editor.getShapeUtil(next).onBeforeUpdate?.(prev, next) ?? next) : next,
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

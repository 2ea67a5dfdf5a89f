import { useLayoutEffect, useRef } from 'react';
import { useEditor } from 'tldraw';
import { largeBoard } from './large-board.ts';

/** The layer of the painted notes: over the zones, under every shape. */
export function PaintedNotes() {
  const editor = useEditor();
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (layer.current === null ? undefined : largeBoard(editor).paintIn(layer.current)), [editor]);
  // Above the backgrounds of shapes, which begin at this number, and below the shapes, which begin at twice it.
  return (
    <div className="painted-notes" ref={layer} style={{ zIndex: 2 * editor.options.maxShapesPerPage }} aria-hidden />
  );
}

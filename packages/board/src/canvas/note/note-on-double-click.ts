import { NOTE_SIDE } from '@samtavla/templates';
import { ZONE_TYPE } from '../../binding/record-codec.ts';
import type { Editor, TLEventInfo } from 'tldraw';
import { startNote } from './next-note.ts';

/** A double click on the empty board begins a note there. */
export function noteOnDoubleClick(editor: Editor): () => void {
  const onEvent = (event: TLEventInfo) => {
    if (event.name !== 'double_click' || event.phase !== 'up' || event.target !== 'canvas') return;
    if (editor.getIsReadonly() || !editor.isIn('select') || editor.getHoveredShapeId() !== null) return;
    const { x, y } = editor.inputs.currentPagePoint;
    // What is locked is passed over by the hand, and covered by nobody.
    const under = editor.getShapeAtPoint(
      { x, y },
      { hitLocked: true, hitInside: true, filter: ({ type }) => type !== (ZONE_TYPE as string) },
    );
    if (under !== undefined) return;
    startNote(editor, { x: x - NOTE_SIDE / 2, y: y - NOTE_SIDE / 2 });
  };
  editor.on('event', onEvent);
  return () => void editor.off('event', onEvent);
}

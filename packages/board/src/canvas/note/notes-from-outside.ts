import { NOTE_GAP, NOTE_SIDE } from '@samtavla/templates';
import { toRichText, type Editor, type VecLike } from 'tldraw';
import { NOTE_TYPE } from '../../binding/record-codec.ts';
import type { NoteShape } from './note-shape.ts';

/** A list pasted from a document is a few dozen lines; more than this is something else. */
const MOST_NOTES = 100;
const IN_A_ROW = 5;

/** A note a line, side by side from the point on. */
export function addNotes(editor: Editor, text: string, point: VecLike): void {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_NOTES);
  if (lines.length === 0) return;
  const step = NOTE_SIDE + NOTE_GAP;
  editor.markHistoryStoppingPoint('notes from outside');
  editor.createShapes<NoteShape>(
    lines.map((line, place) => ({
      type: NOTE_TYPE,
      x: point.x + (place % IN_A_ROW) * step,
      y: point.y + Math.floor(place / IN_A_ROW) * step,
      props: { richText: toRichText(line) },
    })),
  );
}

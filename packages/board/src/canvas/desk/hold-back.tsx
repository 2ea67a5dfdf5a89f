import { useContext } from 'react';
import { useEditor, useValue } from 'tldraw';
import { recordIdOf } from '../../binding/record-codec.ts';
import { holdNotes } from '../../outline/commands.ts';
import { CanvasHand } from '../arrange/canvas-hand.ts';
import { isNote } from '../arrange/select-same.ts';
import { BoardWords } from '../board-words.ts';
import { privatelyOn } from './own-desk.ts';

/** Of the selected notes that only their writer sees: whether they are shown with the others'. */
export function HoldBack() {
  const editor = useEditor();
  const words = useContext(BoardWords);
  const hand = useContext(CanvasHand);
  const own = useValue(
    'selected private notes',
    () => editor.getSelectedShapes().filter((shape) => isNote(shape) && privatelyOn(editor, shape.id) !== null),
    [editor],
  );
  const areHeld = useValue('held', () => own.every(({ id }) => privatelyOn(editor, id) === 'held back'), [editor, own]);
  if (own.length === 0) return null;
  const ids = own.map(({ id }) => recordIdOf(id));
  return (
    <button type="button" aria-pressed={areHeld} onClick={() => holdNotes(hand, ids, !areHeld)}>
      {words.holdBack}
    </button>
  );
}

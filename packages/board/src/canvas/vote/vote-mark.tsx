import './vote-mark.css';
import { useContext } from 'react';
import { useEditor, useValue, type TLShapeId } from 'tldraw';
import { BoardWords } from '../board-words.ts';
import { dotsOn } from './vote-marks.ts';

/** What it got in the latest vote. */
export function VoteMark({ shape }: { shape: TLShapeId }) {
  const editor = useEditor();
  const { dots } = useContext(BoardWords);
  const count = useValue('dots', () => dotsOn(editor, shape), [editor, shape]);
  if (count === 0) return null;
  return (
    <div className="vote-mark">
      <span className="ds-sr-only">{dots(count)}</span>
      <span aria-hidden>{count}</span>
    </div>
  );
}

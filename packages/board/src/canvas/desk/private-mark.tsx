import { EyeSlashIcon } from '@navikt/aksel-icons';
import { useContext } from 'react';
import { useEditor, useValue, type TLShapeId } from 'tldraw';
import { BoardWords } from '../board-words.ts';
import './private-mark.css';
import { privatelyOn } from './own-desk.ts';

/** On a note that nobody else sees yet. */
export function PrivateMark({ note }: { note: TLShapeId }) {
  const editor = useEditor();
  const words = useContext(BoardWords);
  const how = useValue('privately', () => privatelyOn(editor, note), [editor, note]);
  if (how === null) return null;
  return (
    <div className="private-mark" data-how={how === 'held back' ? 'held' : 'shown'}>
      <EyeSlashIcon aria-hidden />
      {how === 'held back' ? words.heldBack : words.onlyYou}
    </div>
  );
}

import { PadlockLockedIcon } from '@navikt/aksel-icons';
import { useContext, useLayoutEffect, useRef } from 'react';
import { useEditor, useIsEditing, useValue } from 'tldraw';
import { BoardWords } from '../board-words.ts';
import { turnOf } from '../desk/revealed-notes.ts';
import { PrivateMark } from '../desk/private-mark.tsx';
import { recordIdOf } from '../../binding/record-codec.ts';
import { MeasureFoot, MeasureHead } from '../measure/measure-parts.tsx';
import { VoteMark } from '../vote/vote-mark.tsx';
import { OpenTextArea } from '../text/open-text-area.tsx';
import { useNextNoteKeys } from './next-note.ts';
import { noteRuler } from './note-ruler.ts';
import type { NoteShape } from './note-shape.ts';
import { plainText } from '../text/plain-text.ts';
import { RichTextView } from '../text/rich-text-view.tsx';
import { textSize } from './text-size.ts';

export function NoteView({ shape }: { shape: NoteShape }) {
  const editor = useEditor();
  const isEditing = useIsEditing(shape.id);
  const { lang, locked } = useContext(BoardWords);
  const { colour, richText, measure, answers } = shape.props;
  const sheet = useRef<HTMLDivElement>(null);
  const onKeyDown = useNextNoteKeys(shape);

  // Another text may be as high for the browser and not for the arithmetic: it is measured anew each time.
  useLayoutEffect(
    () => (sheet.current === null ? undefined : noteRuler(editor).measure(shape, sheet.current)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- no other part of a note changes its height
    [editor, shape.id, richText, measure],
  );

  const turn = useValue('turn', () => turnOf(editor, shape.id), [editor, shape.id]);

  return (
    <div
      className="note"
      data-colour={colour}
      data-editing={isEditing}
      data-measure={measure !== null}
      data-status={measure?.status}
      data-size={textSize(plainText(richText))}
      data-revealed={turn !== null}
      style={turn === null ? undefined : { animationDelay: `${turn}ms` }}
    >
      <div className="note-sheet" ref={sheet}>
        {measure !== null && <MeasureHead id={recordIdOf(shape.id)} said={{ measure, answers }} />}
        <div className="note-text" lang={lang}>
          <div className="note-read" aria-hidden={isEditing}>
            <RichTextView text={richText} />
          </div>
          {isEditing && <OpenTextArea shape={shape} onKeyDown={onKeyDown} />}
        </div>
        {measure !== null && <MeasureFoot said={{ measure, answers }} />}
        <NoteSignature shape={shape} />
      </div>
      <PrivateMark note={shape.id} />
      <VoteMark shape={shape.id} />
      {shape.isLocked && (
        <div className="private-mark" data-how="locked">
          <PadlockLockedIcon aria-hidden />
          {locked}
        </div>
      )}
    </div>
  );
}

/** Who wrote it, and from where they see it. */
function NoteSignature({ shape }: { shape: NoteShape }) {
  const { sectorName } = useContext(BoardWords);
  const { author, perspective } = shape.props;
  const sector = sectorName(perspective.sector);
  if (author === null && sector === null) return null;
  return (
    <div className="note-signature">
      {author !== null && <span className="note-author">{author.name}</span>}
      {sector !== null && <span className="note-perspective">{sector}</span>}
    </div>
  );
}

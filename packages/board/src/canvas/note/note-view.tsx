import { useContext, useLayoutEffect, useRef } from 'react';
import { RichTextArea, useEditableRichText, useEditor, useIsEditing } from 'tldraw';
import { BoardWords } from '../board-words.ts';
import { useNextNoteKeys } from './next-note.ts';
import { noteRuler } from './note-ruler.ts';
import type { NoteShape } from './note-shape.ts';
import { plainText } from './plain-text.ts';
import { RichTextView } from './rich-text-view.tsx';
import { textSize } from './text-size.ts';

export function NoteView({ shape }: { shape: NoteShape }) {
  const editor = useEditor();
  const isEditing = useIsEditing(shape.id);
  const { colour, richText } = shape.props;
  const sheet = useRef<HTMLDivElement>(null);

  // Another text may be as high for the browser and not for the arithmetic: it is measured anew each time.
  useLayoutEffect(
    () => (sheet.current === null ? undefined : noteRuler(editor).measure(shape.id, richText, sheet.current)),
    [editor, shape.id, richText],
  );

  return (
    <div className="note" data-colour={colour} data-editing={isEditing} data-size={textSize(plainText(richText))}>
      <div className="note-sheet" ref={sheet}>
        <div className="note-text">
          <div className="note-read" aria-hidden={isEditing}>
            <RichTextView text={richText} />
          </div>
          {isEditing && <NoteTextArea shape={shape} />}
        </div>
        <NoteSignature shape={shape} />
      </div>
    </div>
  );
}

/** The text editor; only the note one writes in has it. */
function NoteTextArea({ shape }: { shape: NoteShape }) {
  const {
    rInput,
    handleKeyDown,
    isEmpty: _isEmpty,
    isReadyForEditing: _ready,
    ...editable
  } = useEditableRichText(shape.id, shape.type, shape.props.richText);
  const onKeyDown = useNextNoteKeys(shape, handleKeyDown);
  return (
    <RichTextArea
      // tldraw's own label casts here too: the area's ref is typed narrower than its hook's.
      ref={rInput}
      shapeId={shape.id}
      richText={shape.props.richText}
      hasCustomTabBehavior
      {...editable}
      handleKeyDown={onKeyDown}
    />
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

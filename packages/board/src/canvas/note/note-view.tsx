import { useContext, useLayoutEffect, useRef } from 'react';
import { RichTextArea, useEditableRichText, useEditor, useValue } from 'tldraw';
import { BoardWords } from '../board-words.ts';
import { useNextNoteKeys } from './next-note.ts';
import { setNoteHeight } from './note-heights.ts';
import type { NoteShape } from './note-shape.ts';
import { plainText } from './plain-text.ts';
import { RichTextView } from './rich-text-view.tsx';
import { textSize } from './text-size.ts';

export function NoteView({ shape }: { shape: NoteShape }) {
  const editor = useEditor();
  const { colour, richText } = shape.props;
  const measured = useRef<HTMLDivElement>(null);
  const {
    rInput,
    handleKeyDown,
    isEmpty: _isEmpty,
    isReadyForEditing: _ready,
    ...editable
  } = useEditableRichText(shape.id, shape.type, richText);
  const { isEditing } = editable;
  const onKeyDown = useNextNoteKeys(shape, handleKeyDown);
  const isFar = useValue('far', () => editor.getZoomLevel() < 0.25, [editor]);

  useLayoutEffect(() => {
    const element = measured.current;
    if (element === null) return;
    // A culled note is not laid out and measures 0: that is no height.
    const measure = () => element.offsetHeight > 0 && setNoteHeight(shape.id, element.offsetHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [shape.id]);

  return (
    <div
      className="note"
      data-colour={colour}
      data-far={isFar}
      data-editing={isEditing}
      data-size={textSize(plainText(richText))}
    >
      <div className="note-sheet" ref={measured}>
        <div className="note-text">
          <div className="note-read" aria-hidden={isEditing}>
            <RichTextView text={richText} />
          </div>
          {isEditing && (
            <RichTextArea
              // tldraw's own label casts here too: the area's ref is typed narrower than its hook's.
              ref={rInput}
              shapeId={shape.id}
              richText={richText}
              hasCustomTabBehavior
              {...editable}
              handleKeyDown={onKeyDown}
            />
          )}
        </div>
        <NoteSignature shape={shape} />
      </div>
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

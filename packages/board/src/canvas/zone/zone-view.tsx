import { freePlace } from '@samtavla/protocol';
import { useContext } from 'react';
import { stopEventPropagation, useEditor, useValue, type Editor } from 'tldraw';
import { NOTE_TYPE } from '../../binding/record-codec.ts';
import { BoardWords } from '../board-words.ts';
import { startNote } from '../note/next-note.ts';
import { ZoneFields } from './zone-fields.tsx';
import { ZoneWords } from './zone-looks.tsx';
import type { ZoneShape } from './zone-shape.ts';

export function ZoneHeading({ shape }: { shape: ZoneShape }) {
  const editor = useEditor();
  const isArranged = useValue('arranged', () => editor.getOnlySelectedShapeId() === shape.id, [editor, shape.id]);
  const isReadonly = useValue('readonly', () => editor.getIsReadonly(), [editor]);
  if (isArranged) return <ZoneFields shape={shape} />;
  return <ZoneWords {...shape.props}>{!isReadonly && <WriteNote shape={shape} />}</ZoneWords>;
}

function WriteNote({ shape }: { shape: ZoneShape }) {
  const editor = useEditor();
  const words = useContext(BoardWords);
  return (
    <button
      type="button"
      className="zone-write"
      aria-label={words.writeNoteIn(shape.props.title)}
      onPointerDown={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
      onClick={() => startNote(editor, freePlaceIn(editor, shape))}
    >
      + {words.writeNote}
    </button>
  );
}

/** The first free place in the zone, in page coordinates. */
function freePlaceIn(editor: Editor, zone: ZoneShape): { x: number; y: number } {
  const taken = editor.getCurrentPageShapes().flatMap((shape) => {
    // Only notes are in a note's way: a frame drawn around the whole zone is not.
    if (shape.type !== NOTE_TYPE) return [];
    const bounds = editor.getShapePageBounds(shape);
    return bounds === undefined ? [] : [{ x: bounds.x - zone.x, y: bounds.y - zone.y, w: bounds.w, h: bounds.h }];
  });
  const [x, y] = freePlace(zone.props, taken);
  return { x: zone.x + x, y: zone.y + y };
}

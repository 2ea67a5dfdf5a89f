import { freePlace } from '@samtavla/protocol';
import { useContext } from 'react';
import { stopEventPropagation, useEditor, useValue, type Editor } from 'tldraw';
import { NOTE_TYPE } from '../../binding/record-codec.ts';
import { BoardWords } from '../board-words.ts';
import { startNote } from '../note/next-note.ts';
import { ZoneFields } from './zone-fields.tsx';
import type { ZoneShape } from './zone-shape.ts';

export function ZoneGround({ shape }: { shape: ZoneShape }) {
  const { w, h, tint } = shape.props;
  return <div className="zone-ground" data-tint={tint} style={{ width: w, height: h }} />;
}

export function ZoneHeading({ shape }: { shape: ZoneShape }) {
  const editor = useEditor();
  const isArranged = useValue('arranged', () => editor.getOnlySelectedShapeId() === shape.id, [editor, shape.id]);
  const isReadonly = useValue('readonly', () => editor.getIsReadonly(), [editor]);
  const { title, question, tint, w } = shape.props;
  if (isArranged) return <ZoneFields shape={shape} />;
  return (
    <div className="zone-heading" data-tint={tint} style={{ width: w }}>
      <div className="zone-words">
        <h2 className="zone-title">{title}</h2>
        <p className="zone-question">{question}</p>
      </div>
      {!isReadonly && <WriteNote shape={shape} />}
    </div>
  );
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

import { freePlace } from '@samtavla/protocol';
import { useContext } from 'react';
import { stopEventPropagation, useEditor, useValue, type Editor } from 'tldraw';
import { NOTE_TYPE, recordIdOf } from '../../binding/record-codec.ts';
import { BoardWords } from '../board-words.ts';
import { startNote } from '../note/next-note.ts';
import { hastenHome, isGivingFocusBack } from '../note/writing-view.ts';
import { isOpenZone } from './open-zones.ts';
import { ZoneFields } from './zone-fields.tsx';
import { ZoneWords } from './zone-looks.tsx';
import type { ZoneShape } from './zone-shape.ts';

export function ZoneHeading({ shape }: { shape: ZoneShape }) {
  const editor = useEditor();
  const { lang, zoneClosed } = useContext(BoardWords);
  const isArranged = useValue('arranged', () => editor.getOnlySelectedShapeId() === shape.id, [editor, shape.id]);
  const isReadonly = useValue('readonly', () => editor.getIsReadonly(), [editor]);
  const isOpen = useValue('open', () => isOpenZone(editor, recordIdOf(shape.id)), [editor, shape.id]);
  if (isArranged) return <ZoneFields shape={shape} />;
  return (
    <ZoneWords {...shape.props} lang={lang}>
      {!isReadonly && (isOpen ? <WriteNote shape={shape} /> : <span className="zone-closed">{zoneClosed}</span>)}
    </ZoneWords>
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
      onFocus={({ currentTarget }) => bringIntoSight(editor, currentTarget)}
      onClick={() => startNote(editor, freePlaceIn(editor, shape))}
    >
      + {words.writeNote}
    </button>
  );
}

/** Who comes to it by keyboard sees where they are: a browser scrolls to what has the focus, and a canvas is not scrolled. */
function bringIntoSight(editor: Editor, button: Element): void {
  if (!button.matches(':focus-visible') || isGivingFocusBack(editor)) return;
  hastenHome(editor);
  const { left, top, width, height } = button.getBoundingClientRect();
  const middle = { x: left + width / 2, y: top + height / 2 };
  // tldraw lays a sheet over the canvas for as long as it moves.
  const seen = document.elementsFromPoint(middle.x, middle.y).find((each) => !each.matches('.tl-hit-test-blocker'));
  if (!button.contains(seen ?? null)) editor.centerOnPoint(editor.screenToPage(middle));
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

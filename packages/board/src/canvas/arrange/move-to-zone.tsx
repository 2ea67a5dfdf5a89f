/** «Flytt til felt …», for whoever cannot drag: the note gets a free place there, as one that is moved in the list. */
import { readZones, type PlanZone, type RecordId } from '@samtavla/protocol';
import { useContext, useState } from 'react';
import {
  DefaultContextMenu,
  DefaultContextMenuContent,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  TldrawUiMenuSubmenu,
  useEditor,
  useValue,
  type Editor,
  type TLUiContextMenuProps,
} from 'tldraw';
import { recordIdOf } from '../../binding/record-codec.ts';
import { moveNotes } from '../../outline/commands.ts';
import { BoardWords } from '../board-words.ts';
import { CanvasHand } from './canvas-hand.ts';
import { MeasureItems } from '../measure/measure-actions.tsx';
import { LockItem } from './lock.tsx';
import { isNote } from './select-same.ts';

function useMoveToZone(): { zones: () => readonly PlanZone[]; move: (zone: RecordId) => void } | null {
  const editor = useEditor();
  const hand = useContext(CanvasHand);
  const isOfUse = useValue('notes selected', () => editor.getSelectedShapes().some(isNote), [editor]);
  if (!isOfUse || editor.getIsReadonly()) return null;
  return {
    zones: () => readZones(hand.plan.doc),
    move: (zone) => {
      moveNotes(hand, selectedNotes(editor), { zone });
      editor.zoomToSelectionIfOffscreen(200, { animation: { duration: editor.options.animationMediumMs } });
    },
  };
}

const selectedNotes = (editor: Editor): RecordId[] =>
  editor
    .getSelectedShapes()
    .filter(isNote)
    .map(({ id }) => recordIdOf(id));

/** In the panel beside the selection: reached by keyboard. */
export function MoveToZone() {
  const words = useContext(BoardWords);
  const moving = useMoveToZone();
  const [isOpen, setIsOpen] = useState(false);
  if (moving === null) return null;
  return (
    <div className="move-to-zone">
      {/* No `summary`: while one has the focus, tldraw takes the keys for its own. */}
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {words.moveToZone}
      </button>
      {isOpen && (
        <ul>
          {moving.zones().map(({ id, title }) => (
            <li key={id}>
              <button type="button" onClick={() => moving.move(id)}>
                {title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** tldraw's menu, which opens by a long press too, with the zones on top. */
export function BoardContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <ZoneItems />
      <MeasureItems />
      <LockItem />
      <DefaultContextMenuContent />
    </DefaultContextMenu>
  );
}

function ZoneItems() {
  const words = useContext(BoardWords);
  const moving = useMoveToZone();
  if (moving === null) return null;
  return (
    <TldrawUiMenuGroup id="zones">
      <TldrawUiMenuSubmenu id="move-to-zone" label={words.moveToZone as never}>
        <TldrawUiMenuGroup id="zone-list">
          {moving.zones().map(({ id, title }) => (
            <TldrawUiMenuItem key={id} id={id} label={title as never} onSelect={() => moving.move(id)} />
          ))}
        </TldrawUiMenuGroup>
      </TldrawUiMenuSubmenu>
    </TldrawUiMenuGroup>
  );
}

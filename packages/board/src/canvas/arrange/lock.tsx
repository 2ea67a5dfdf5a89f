/** «Lås» and «Lås opp», for facilitators: what is locked nobody else moves, changes or deletes. */
import { useContext } from 'react';
import { TldrawUiMenuGroup, TldrawUiMenuItem, useEditor, useValue } from 'tldraw';
import { recordIdOf, ZONE_TYPE } from '../../binding/record-codec.ts';
import { lockRecords, unlockRecords } from '../../outline/locking.ts';
import { BoardWords } from '../board-words.ts';
import { privatelyOn } from '../desk/own-desk.ts';
import { CanvasHand } from './canvas-hand.ts';

type Lock = { readonly areLocked: boolean; readonly turn: () => void };

/** Of what is selected; null for who may not, and where there is nothing to lock. */
function useLock(): Lock | null {
  const editor = useEditor();
  const hand = useContext(CanvasHand);
  const chosen = useValue(
    'what can be locked',
    () =>
      editor
        .getSelectedShapes()
        .filter(({ id, type }) => type !== (ZONE_TYPE as string) && privatelyOn(editor, id) === null),
    [editor],
  );
  if (!hand.plan.writable || chosen.length === 0 || editor.getIsReadonly()) return null;
  const areLocked = chosen.every(({ isLocked }) => isLocked);
  const ids = chosen.map(({ id }) => recordIdOf(id));
  return {
    areLocked,
    turn: () => {
      editor.complete();
      (areLocked ? unlockRecords : lockRecords)(hand, ids);
    },
  };
}

/** In the panel beside the selection. */
export function LockButton() {
  const words = useContext(BoardWords);
  const lock = useLock();
  if (lock === null) return null;
  return (
    <button type="button" onClick={lock.turn}>
      {lock.areLocked ? words.unlock : words.lock}
    </button>
  );
}

/** In tldraw's menu, for what has no panel. */
export function LockItem() {
  const words = useContext(BoardWords);
  const lock = useLock();
  if (lock === null) return null;
  return (
    <TldrawUiMenuGroup id="lock">
      <TldrawUiMenuItem id="lock" label={(lock.areLocked ? words.unlock : words.lock) as never} onSelect={lock.turn} />
    </TldrawUiMenuGroup>
  );
}

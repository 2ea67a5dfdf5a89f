/** What can be done with the notes that are selected, beside their looks. */
import type { RecordId } from '@samtavla/protocol';
import { NOTE_GAP } from '@samtavla/templates';
import { useContext } from 'react';
import { useEditor, useValue, type Editor } from 'tldraw';
import { storeIdOf } from '../../binding/record-codec.ts';
import { HoldBack } from '../desk/hold-back.tsx';
import { isAtDesk } from '../desk/own-desk.ts';
import { BoardWords } from '../board-words.ts';
import { gatherInNewTheme } from '../theme/gather.ts';
import { MeasureButtons } from '../measure/measure-actions.tsx';
import { LockButton } from './lock.tsx';
import { MoveToZone } from './move-to-zone.tsx';
import { isNote, selectSame, traitsOf } from './select-same.ts';
import { tidyPlaces } from './tidy.ts';

export function NoteActions() {
  const editor = useEditor();
  const words = useContext(BoardWords);
  const notes = useValue('selected notes', () => editor.getSelectedShapes().filter(isNote), [editor]);
  if (notes.length === 0 || editor.getIsReadonly()) return null;
  return (
    <div className="note-actions">
      <HoldBack />
      {!isAtDesk(editor) && (
        <button type="button" onClick={() => gatherInNewTheme(editor, notes)}>
          {words.gather}
        </button>
      )}
      {notes.length > 1 && (
        <button type="button" onClick={() => tidy(editor)}>
          {words.tidy}
        </button>
      )}
      {!isAtDesk(editor) && <MeasureButtons />}
      <MoveToZone />
      <LockButton />
      <fieldset>
        <legend>{words.selectSame}</legend>
        {traitsOf(notes).map((trait) => (
          <button key={trait} type="button" onClick={() => selectSame(editor, trait)}>
            {words.traits[trait]}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

/** In the room of their zone, if all stand in one. */
function tidy(editor: Editor): void {
  const notes = editor.getSelectedShapes().filter(isNote);
  const areas = notes.flatMap((note) => editor.getShapePageBounds(note) ?? []);
  if (areas.length !== notes.length) return;
  editor.markHistoryStoppingPoint('tidy');
  const places = tidyPlaces(areas, roomFor(editor, notes));
  editor.updateShapes(notes.map(({ id, type }, place) => ({ id, type, ...places[place] })));
}

function roomFor(editor: Editor, notes: readonly { meta: { [key: string]: unknown } }[]): number | undefined {
  const [zone, ...others] = new Set(notes.map(({ meta }) => meta['zone']));
  if (typeof zone !== 'string' || others.length > 0) return undefined;
  const bounds = editor.getShapePageBounds(
    storeIdOf(zone as RecordId, 'zone') as Parameters<Editor['getShapePageBounds']>[0],
  );
  return bounds === undefined ? undefined : bounds.w - 2 * NOTE_GAP;
}

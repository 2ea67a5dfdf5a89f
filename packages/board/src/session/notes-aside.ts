import { readNotes, recordsOf, type RecordId } from '@samtavla/protocol';
import * as Y from 'yjs';
import { changedIn, type RecordEvent } from '../binding/record-events.ts';

export type NotesAside = {
  /** Written or changed here, and not on the board. */
  readonly notes: readonly { readonly id: RecordId; readonly text: string }[];
  /** How many other things were done: notes moved away, drawings, arrows. */
  readonly others: number;
};

/** What of an update the canvas has not got. */
export function notesAside(aside: Uint8Array, canvas: Y.Doc): NotesAside {
  const trial = new Y.Doc();
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(canvas));
  const changed = new Set<RecordId>();
  recordsOf(trial).observeDeep((events: RecordEvent[]) => {
    for (const id of changedIn(events).changed) changed.add(id);
  });
  Y.applyUpdate(trial, aside);
  const notes = readNotes(trial).filter(({ id, text }) => changed.has(id) && text.trim() !== '');
  trial.destroy();
  return { notes: notes.map(({ id, text }) => ({ id, text })), others: changed.size - notes.length };
}

/**
 * A desk: notes as on the canvas, which nobody but their writer reads until their round is revealed. Two keys are a desk's own:
 * - `round` the id of the round it was written in
 * - `held`  true where its writer holds it back
 */
import * as Y from 'yjs';
import { now } from '../ids.ts';
import { indexAt } from './drawing-order.ts';
import { noteOf, type Note } from './notes.ts';
import { addRecord, atOf, recordsOf, recordsOfKind, stringOf, type RecordMap } from './records.ts';
import { fragmentOf, fragmentOfRichText, richTextOf, type RichText } from './text.ts';

export type DeskNote = Note & { readonly round: string | null; readonly isHeld: boolean };

/** All readable notes of a desk, in no particular order. */
export function readDeskNotes(desk: Y.Doc): DeskNote[] {
  return [...recordsOfKind(desk, 'note')].flatMap(([id, record]) => {
    const note = noteOf(id, record);
    return note === null ? [] : [{ ...note, round: roundOf(record), isHeld: isHeld(record) }];
  });
}

/** The round a desk's record was written in; null where it says none. */
export const roundOf = (record: RecordMap): string | null => stringOf(record, 'round') ?? null;

export const isHeld = (record: RecordMap): boolean => record.get('held') === true;

/** Holds a note back when its round is revealed, or no longer. */
export function holdBack(record: RecordMap, hold: boolean): void {
  if (hold) record.set('held', true);
  else record.delete('held');
}

/** A note of a desk, with its text as it is to stand on the canvas. */
export type NoteToReveal = { readonly note: DeskNote; readonly text: RichText };

/** What of a desk belongs on the canvas once these rounds are revealed: what is held back does not, nor what has no words yet. */
export function notesToReveal(desk: Y.Doc, rounds: { has(round: string): boolean }): NoteToReveal[] {
  return readDeskNotes(desk).flatMap((note) => {
    const fragment = fragmentOf(recordsOf(desk).get(note.id) ?? new Y.Map());
    const isIt = note.round !== null && rounds.has(note.round) && !note.isHeld && note.text.trim() !== '';
    return isIt && fragment !== null ? [{ note, text: richTextOf(fragment) }] : [];
  });
}

/** What a revealed note is on the canvas, but for its text. */
export type RevealedNote = Pick<Note, 'id' | 'at' | 'zone' | 'colour' | 'author' | 'perspective' | 'createdAt'>;

/** Puts a note of a desk on the canvas, under the same id. Call it inside a transaction. */
export function revealNote(canvas: Y.Doc, note: RevealedNote, text: RichText): void {
  const { id, at, zone, colour, author, perspective, createdAt } = note;
  addRecord(canvas, id, {
    kind: 'note',
    at: atOf([at[0], at[1], 0], { zone }),
    index: indexAt(createdAt ?? now()),
    colour,
    author: author ?? undefined,
    perspective,
    createdAt: createdAt ?? undefined,
    text: fragmentOfRichText(text),
  });
}

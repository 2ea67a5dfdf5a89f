/** The outline of who writes at their desk. */
import { addNote as addNoteTo, readDeskNotes, readNotes, recordsOf, type RecordId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { aHand } from './a-hand.ts';
import { TODAY } from './a-board.ts';
import { addNote, deleteNotes, holdNotes, makeTheme, moveNotes } from './commands.ts';
import { followOutline } from './follow-outline.ts';

/** In a round, with the canvas closed. */
function atDesk() {
  const { plan, canvas, hand } = aHand({ canvas: false });
  const desk = new Y.Doc();
  const own = { doc: desk, writable: true, roundIn: () => '1' };
  return { canvas, desk, hand: { ...hand, desk: own }, outline: followOutline({ plan, canvas, desk }) };
}

const notesIn = ({ outline }: ReturnType<typeof atDesk>) =>
  [...outline.get().zones, outline.get().loose].flatMap(({ notes }) => notes);

test('[U70] what is written in a round is listed as one’s own, is held back and let go, moved and deleted at the desk', () => {
  const me = atDesk();
  const note = addNote(me.hand, { group: { zone: TODAY.id }, text: 'Bare min' }) as RecordId;
  expect(notesIn(me)).toMatchObject([{ id: note, document: 'desk', text: 'Bare min', privately: { isHeld: false } }]);
  holdNotes(me.hand, [note], true);
  expect(notesIn(me)[0]?.privately).toEqual({ isHeld: true });
  holdNotes(me.hand, [note], false);
  expect(readDeskNotes(me.desk)).toMatchObject([{ round: '1', isHeld: false, zone: TODAY.id }]);
  expect(moveNotes(me.hand, [note], { zone: null })).toEqual([note]);
  expect(readDeskNotes(me.desk)[0]?.zone).toBeNull();
  expect(deleteNotes(me.hand, [note])).toEqual([note]);
  expect([notesIn(me), readNotes(me.canvas)]).toEqual([[], []]);
});

test('[U70] of a note that stands on the canvas too, that one is listed; and nothing of the canvas is written', () => {
  const me = atDesk();
  const other = addNoteTo(me.canvas, { text: 'Alles', zone: TODAY });
  const note = addNote(me.hand, { group: { zone: TODAY.id }, text: 'Vist fram' }) as RecordId;
  recordsOf(me.canvas).set(note, recordsOf(me.desk).get(note)?.clone() ?? new Y.Map());
  expect(notesIn(me).map(({ id, document, privately }) => [id, document, privately])).toEqual(
    expect.arrayContaining([
      [other, 'canvas', null],
      [note, 'canvas', null],
    ]),
  );
  expect([deleteNotes(me.hand, [other, note]), makeTheme(me.hand, { zone: TODAY.id, title: 'T' })]).toEqual([[], null]);
});

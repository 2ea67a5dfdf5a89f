import { addNote, readNotes, recordsOf, type RecordMap } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { notesAside } from './notes-aside.ts';

test('[U69] of what lies aside is told what the board has not got: new notes, changed ones, and how much else', () => {
  const board = new Y.Doc();
  const kept = addNote(board, { text: 'Alle har den' });
  const moved = addNote(board, { text: 'Slettet' });
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(board));
  // Others go on meanwhile, and what they do is not mine.
  addNote(board, { text: 'Kom etterpå' });
  addNote(mine, { text: 'Skrevet uten nett' });
  recordsOf(mine).delete(moved);
  const text = (recordsOf(mine).get(kept) as RecordMap).get('text') as Y.XmlFragment;
  ((text.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Ikke ');
  const found = notesAside(Y.encodeStateAsUpdate(mine), board);
  expect(found.notes.map((note) => note.text).toSorted()).toEqual(['Ikke Alle har den', 'Skrevet uten nett']);
  expect(found.others).toBe(1);
  expect(readNotes(board)).toHaveLength(3);
});

test('[U69] nothing lies aside of what the board has got by another way', () => {
  const board = new Y.Doc();
  addNote(board, { text: 'Kom fram likevel' });
  expect(notesAside(Y.encodeStateAsUpdate(board), board)).toEqual({ notes: [], others: 0 });
});

/** What the outline and tldraw must agree on, asked of tldraw itself. */
import { NOTE_COLOURS, recordsOf, type ParticipantId, type RecordId, type RecordMap } from '@samtavla/protocol';
import { assert, constantFrom, property, string } from 'fast-check';
import type { Editor } from 'tldraw';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { decode, NOTE_TYPE, THEME_TYPE, ZONE_TYPE } from '../binding/record-codec.ts';
import { addNote, colourNotes, makeTheme, moveNotes, nameTheme } from '../outline/commands.ts';
import type { Hand } from '../outline/hand.ts';
import { SHAPE_TYPES } from '../outline/shape-types.ts';
import { createBoardStore, TYPES_LEFT_OUT } from './board-store.ts';
import { isDrawable } from './drawable.ts';
import { NoteUtil } from './note/note-util.tsx';
import { ThemeUtil } from './theme/theme-util.tsx';

const store = createBoardStore({ upload: () => Promise.reject(new Error('No images here.')), resolve: () => null });

test('[U52] the outline knows every type of shape that the canvas shows, and no other', () => {
  const { sequences } = store.schema.serialize() as { sequences: Record<string, number> };
  const prefix = 'com.tldraw.shape.';
  const known = Object.keys(sequences).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  expect(known.filter((type) => !TYPES_LEFT_OUT.has(type)).toSorted()).toEqual(
    [...Object.keys(SHAPE_TYPES), NOTE_TYPE, THEME_TYPE, ZONE_TYPE].toSorted(),
  );
});

test('[U56] tldraw takes every note and theme that the outline makes', () => {
  // Of notes and themes only the store is asked.
  const editor = { store } as Editor;
  const utils = [new NoteUtil(editor), new ThemeUtil(editor)] as const;
  const defaultProps = (type: string) => (type === NOTE_TYPE ? utils[0] : utils[1]).getDefaultProps();
  const isTaken = (id: RecordId | null, { canvas }: Hand) => {
    const record = recordsOf(canvas.doc).get(id ?? '') as RecordMap;
    const decoded = decode(id as RecordId, record, { origins: () => null, dragged: () => null, defaultProps });
    return decoded !== null && isDrawable(editor, decoded);
  };
  const text = string({ maxLength: 80, unit: 'binary' });
  assert(
    property(text, text, constantFrom(...NOTE_COLOURS), constantFrom('Kari', null), (words, title, colour, name) => {
      const hand: Hand = {
        plan: { doc: new Y.Doc(), writable: true },
        canvas: { doc: new Y.Doc(), writable: true },
        history: { mark: () => {} },
        author: name === null ? null : { id: 'p1' as ParticipantId, name },
        perspective: name === null ? {} : { sector: 'school', level: 'local' },
      };
      const note = addNote(hand, { group: { zone: null }, text: words });
      const theme = makeTheme(hand, { zone: null, title: words });
      expect([isTaken(note, hand), isTaken(theme, hand)]).toEqual([true, true]);
      nameTheme(hand, theme as RecordId, title);
      colourNotes(hand, [note as RecordId], colour);
      moveNotes(hand, [note as RecordId], { theme: theme as RecordId });
      expect([isTaken(note, hand), isTaken(theme, hand)]).toEqual([true, true]);
    }),
  );
});

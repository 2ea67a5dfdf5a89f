import {
  addNote as addOthersNote,
  addRecord,
  atOf,
  recordsOf,
  removeZone,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import { aHand } from './a-hand.ts';
import { DESIRED, lettersIn, put, TODAY } from './a-board.ts';
import { addNote, colourNotes, deleteNotes, makeTheme, moveNotes, nameTheme } from './commands.ts';

const today = { zone: TODAY.id };

/** A hand with notes in «today», one a word. */
function withNotes(words: string) {
  const me = aHand();
  const notes = words.split(' ').map((text) => addNote(me.hand, { group: today, text }) as RecordId);
  return { ...me, notes };
}

describe('what is done in the outline', () => {
  test('[U56] a note is added in a zone, in a theme or in neither, signed, and stands on the canvas at once', () => {
    const me = aHand();
    const theme = makeTheme(me.hand, { zone: TODAY.id, title: ' Rom og\nøving ' }) as RecordId;
    const note = addNote(me.hand, { group: today, text: 'flygelet', colour: 'pink' }) as RecordId;
    addNote(me.hand, { group: { theme }, text: 'kirka' });
    addNote(me.hand, { group: { zone: null }, text: 'annet' });
    expect(me.listed()).toEqual([['today', 'Rom og øving [kirka]', 'flygelet'], ['desired'], ['', 'annet']]);
    expect(me.shape(note)).toMatchObject({
      meta: { zone: 'today' },
      props: { colour: 'pink', author: { name: 'Kari' }, perspective: { sector: 'school' } },
    });
  });

  test('[U56] notes are moved to another zone, into a theme and out of it', () => {
    const { notes, ...me } = withNotes('a b c');
    const [a, b] = notes as [RecordId, RecordId];
    const theme = makeTheme(me.hand, { zone: DESIRED.id, title: 'T' }) as RecordId;
    expect(moveNotes(me.hand, [b, a, b], { theme })).toEqual([b, a]);
    expect(me.listed()).toEqual([['today', 'c'], ['desired', 'T [b a]'], ['']]);
    expect(me.shape(a)?.meta).toEqual({ zone: 'desired', theme });
    expect(moveNotes(me.hand, [a, b], { zone: DESIRED.id })).toEqual([a, b]);
    expect(me.listed()).toEqual([['today', 'c'], ['desired', 'T []', 'a', 'b'], ['']]);
    expect(moveNotes(me.hand, [a], { zone: null })).toEqual([a]);
    expect(me.shape(a)?.meta).toEqual({});
    expect(moveNotes(me.hand, [a], { zone: null })).toEqual([]);
  });

  test('[U56] a note is moved out of what it lay in, and lies straight', () => {
    const me = aHand();
    put(me, 'gruppe', { kind: 'shape', type: 'group', at: atOf([500, 500, 1], { zone: TODAY.id }) });
    put(me, 'a', { at: atOf([10, 10, 1], { parent: 'gruppe' }) });
    moveNotes(me.hand, ['a' as RecordId], { zone: DESIRED.id });
    expect(me.shape('a' as RecordId)).toMatchObject({ parentId: 'page:page', rotation: 0, meta: { zone: 'desired' } });
  });

  test('[U56] a theme is made of notes from anywhere, and named', () => {
    const { notes, ...me } = withNotes('a b c');
    const theme = makeTheme(me.hand, { zone: DESIRED.id, title: 'Rom', notes: notes.slice(0, 2) }) as RecordId;
    expect(me.listed()).toEqual([['today', 'c'], ['desired', 'Rom [a b]'], ['']]);
    expect([nameTheme(me.hand, theme, 'Rom og tid'), nameTheme(me.hand, theme, 'Rom  og tid')]).toEqual([true, false]);
    expect(me.listed()[1]).toEqual(['desired', 'Rom og tid [a b]']);
  });

  test('[U56] a name is written around what another types in it', () => {
    const me = aHand();
    const theme = makeTheme(me.hand, { zone: TODAY.id, title: 'Øving' }) as RecordId;
    const letters = lettersIn(me.outline.get().zones[0]?.themes[0]?.fragment);
    nameTheme(me.hand, theme, 'Øving 🎻 og rom');
    letters.insert(letters.length, '!');
    nameTheme(me.hand, theme, 'Mer øving 🎺 og rom!');
    expect(letters.toJSON()).toBe('Mer øving 🎺 og rom!');
    me.record(theme).set('text', 'ingen tekst');
    nameTheme(me.hand, theme, 'Ny');
    expect(me.outline.get().zones[0]?.themes[0]?.title).toBe('Ny');
  });

  test('[U56] notes are coloured, those that are so already aside', () => {
    const { notes, ...me } = withNotes('a b');
    colourNotes(me.hand, notes.slice(0, 1), 'green');
    expect(colourNotes(me.hand, notes, 'green')).toEqual(notes.slice(1));
    expect(notes.map((id) => me.shape(id)?.props['colour'])).toEqual(['green', 'green']);
  });

  test('[U56] notes are deleted with what ties arrows to them', () => {
    const { notes, ...me } = withNotes('a b c');
    const [a = '', b = ''] = notes;
    addRecord(me.canvas, 'pil' as RecordId, { kind: 'shape', type: 'arrow', at: atOf([0, 0, 0]) });
    for (const [tie, to] of [
      ['t1', a],
      ['t2', b],
    ] as const)
      addRecord(me.canvas, tie as RecordId, { kind: 'binding', type: 'arrow', from: 'pil', to });
    expect(deleteNotes(me.hand, [a as RecordId, 'ingen' as RecordId])).toEqual([a]);
    expect(me.listed()[0]).toEqual(['today', 'b', 'c']);
    expect(['pil', 't1', 't2'].map((id) => recordsOf(me.canvas).has(id))).toEqual([true, false, true]);
    me.history.undo();
    expect([me.listed()[0], recordsOf(me.canvas).has('t1')]).toEqual([['today', 'a', 'b', 'c'], true]);
  });
});

describe('undo in the outline', () => {
  test('[U58] takes back one command at a time, and nothing that another did', () => {
    const { notes, ...me } = withNotes('a b');
    const [a, b] = notes as [RecordId, RecordId];
    moveNotes(me.hand, [a, b], { zone: DESIRED.id });
    colourNotes(me.hand, [a], 'pink');
    addOthersNote(me.canvas, { text: 'andres', zone: TODAY, at: [20, 600] });
    me.record(b).set('colour', 'green');
    me.history.undo();
    expect([a, b].map((id) => me.record(id).get('colour'))).toEqual(['yellow', 'green']);
    me.history.undo();
    expect(me.listed()).toEqual([['today', 'a', 'b', 'andres'], ['desired'], ['']]);
    me.history.undo();
    me.history.undo();
    expect([me.listed()[0], me.history.canUndo()]).toEqual([['today', 'andres'], false]);
    for (const _step of [1, 2, 3, 4]) me.history.redo();
    expect(me.listed()).toEqual([['today', 'andres'], ['desired', 'a', 'b'], ['']]);
    expect(me.record(b).get('colour')).toBe('green');
  });

  test('[U58] a theme made of notes is one step, and so is one with what the canvas does after it', () => {
    const { notes, ...me } = withNotes('a b');
    makeTheme(me.hand, { zone: DESIRED.id, title: 'T', notes });
    me.history.mark();
    me.store.remove(`shape:${notes[0]}`);
    me.history.undo();
    expect(me.listed()[1]).toEqual(['desired', 'T [a b]']);
    me.history.undo();
    expect(me.listed()).toEqual([['today', 'a', 'b'], ['desired'], ['']]);
  });
});

describe('who may not write', () => {
  test('[U59] a viewer changes nothing', () => {
    const me = aHand({ plan: false, canvas: false });
    const theirs = addOthersNote(me.canvas, { text: 'a', zone: TODAY });
    put(me, 'tema', { kind: 'theme', at: atOf([0, 0, 0]) });
    const before = JSON.stringify(me.canvas);
    expect(addNote(me.hand, { group: today, text: 'b' })).toBeNull();
    expect(makeTheme(me.hand, { zone: null, title: 'T', notes: [theirs] })).toBeNull();
    expect(nameTheme(me.hand, 'tema' as RecordId, 'T')).toBe(false);
    expect(moveNotes(me.hand, [theirs], { zone: DESIRED.id })).toEqual([]);
    expect(colourNotes(me.hand, [theirs], 'pink')).toEqual([]);
    expect(deleteNotes(me.hand, [theirs])).toEqual([]);
    expect(JSON.stringify(me.canvas)).toBe(before);
  });

  test('[U59] a participant leaves what is locked as it is; a facilitator does not', () => {
    for (const [plan, left] of [
      [false, 1],
      [true, 0],
    ] as const) {
      const me = aHand({ plan });
      const locked = addOthersNote(me.plan, { text: 'låst', zone: TODAY });
      const free = addNote(me.hand, { group: today, text: 'fri' }) as RecordId;
      deleteNotes(me.hand, [locked, free]);
      expect(me.outline.get().zones[0]?.notes).toHaveLength(left);
    }
  });

  test('[U59] what is written to a group that is gone is kept, in no zone; nothing is moved there', () => {
    const { notes, ...me } = withNotes('a');
    const theme = makeTheme(me.hand, { zone: DESIRED.id, title: 'T' }) as RecordId;
    recordsOf(me.canvas).delete(theme);
    removeZone(recordsOf(me.plan).get(DESIRED.id) as RecordMap);
    for (const group of [{ theme }, { zone: DESIRED.id }]) {
      expect(moveNotes(me.hand, notes, group)).toEqual([]);
      addNote(me.hand, { group, text: 'b' });
    }
    expect(me.listed()).toEqual([
      ['today', 'a'],
      ['', 'b', 'b'],
    ]);
  });

  test('[U59] a book is no note: what the canvas would not show is not made', () => {
    const me = aHand();
    const book = 'å'.repeat(200_000);
    expect(addNote(me.hand, { group: today, text: book })).toBeNull();
    const theme = makeTheme(me.hand, { zone: null, title: 'T' }) as RecordId;
    expect([makeTheme(me.hand, { zone: null, title: book }), nameTheme(me.hand, theme, book)]).toEqual([null, false]);
  });
});

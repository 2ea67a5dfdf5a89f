import { kindOf, recordsOf, type RecordId } from '@samtavla/protocol';
import { array, assert, constantFrom, nat, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { encode, recordIdOf } from '../binding/record-codec.ts';
import type { StoreShape } from '../binding/store-port.ts';
import { aHand } from './a-hand.ts';
import { DESIRED, TODAY } from './a-board.ts';
import { addNote, colourNotes, deleteNotes, makeTheme, moveNotes, nameTheme } from './commands.ts';

const COMMANDS = ['add', 'add', 'add', 'move', 'theme', 'name', 'colour', 'delete', 'undo', 'redo'] as const;
const steps = array(
  record({
    command: constantFrom(...COMMANDS),
    which: nat(100),
    other: nat(100),
    text: string({ maxLength: 120, unit: 'grapheme' }),
  }),
  { minLength: 10, maxLength: 30 },
);

type Me = ReturnType<typeof aHand>;

function listsOf({ outline }: Me) {
  const all = [...outline.get().zones, outline.get().loose];
  const themes = all.flatMap((zone) => zone.themes);
  const notes = [...all, ...themes].flatMap((group) => group.notes.map(({ id }) => id));
  return { themes: themes.map(({ id }) => id), notes };
}

function perform(
  me: Me,
  { command, which, other, text }: { command: string; which: number; other: number; text: string },
) {
  const { themes, notes } = listsOf(me);
  const pick = <T>(all: readonly T[], place: number): readonly T[] =>
    all.length === 0 ? [] : [all[place % all.length] as T];
  const zones = [TODAY.id, DESIRED.id, null];
  const groups = [...zones.map((zone) => ({ zone })), ...themes.map((theme) => ({ theme }))];
  const some = [...pick(notes, which), ...pick(notes, other)];
  const [group = { zone: null }] = pick(groups, other);
  const [zone = null] = pick(zones, which);
  if (command === 'add') addNote(me.hand, { group, text });
  if (command === 'move') moveNotes(me.hand, some, group);
  if (command === 'theme') makeTheme(me.hand, { zone, title: text, notes: some.slice(other % 3) });
  if (command === 'name') for (const theme of pick(themes, which)) nameTheme(me.hand, theme, text);
  if (command === 'colour') colourNotes(me.hand, some, 'green');
  if (command === 'delete') deleteNotes(me.hand, some.slice(0, 1));
  if (command === 'undo') me.history.undo();
  if (command === 'redo') me.history.redo();
}

test('[U56] every record that commands leave is the one the canvas would write of what it shows', () => {
  assert(
    property(steps, (list) => {
      const me = aHand();
      for (const step of list) perform(me, step);
      for (const [id, each] of recordsOf(me.canvas)) {
        const shape = me.shape(id as RecordId) as StoreShape;
        const { text, ...values } = each.toJSON();
        expect(typeof text).toBe('string');
        const origins = (zone: string) => [TODAY, DESIRED].find((known) => known.id === zone)?.box ?? null;
        expect(withoutNothing(values)).toEqual(withoutNothing(encode(shape, origins)));
      }
      const shown = [...me.store.all().values()].filter(({ id }) => kindOf(me.record(recordIdOf(id))) === 'note');
      expect(new Set(listsOf(me).notes)).toEqual(new Set(shown.map(({ id }) => recordIdOf(id))));
    }),
  );
});

/** An absent value and null mean the same. */
const withoutNothing = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => (value ?? null) !== null));

test('[U56] a note made here has the keys of one made on the canvas', () => {
  const me = aHand();
  const here = addNote(me.hand, { group: { zone: TODAY.id }, text: 'a' }) as RecordId;
  me.store.put({ ...(me.shape(here) as StoreShape), id: 'shape:there' });
  const [one, other] = [me.record(here), me.record('there' as RecordId)];
  expect([...one.keys()].toSorted()).toEqual([...other.keys()].toSorted());
});

import {
  groundOf,
  isInBox,
  newRecordId,
  THEME_WIDTH,
  themeHeight,
  type PlanZone,
  type RecordId,
} from '@samtavla/protocol';
import { NOTE_SIDE, ZONE_HEADING_HEIGHT, type Box } from '@samtavla/templates';
import { array, assert, boolean, constantFrom, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { NOTE_TYPE, recordIdOf, THEME_TYPE } from '../binding/record-codec.ts';
import { aHand } from './a-hand.ts';
import { put, zoneCalled } from './a-board.ts';
import { addNote, makeTheme, moveNotes } from './commands.ts';

const WIDE: PlanZone = { ...zoneCalled('today', 0, 1000), box: { x: 1000, y: 500, w: 2000, h: 2400 } };
const here = { zone: WIDE.id };

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const pairs = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((a, place) => all.slice(place + 1).map((b): [T, T] => [a, b]));

/** Where notes and themes lie on the canvas, notes as high as they are wide. */
function onCanvas({ store }: ReturnType<typeof aHand>) {
  const of = (type: string) =>
    [...store.all().values()].filter((shape) => shape.typeName === 'shape' && shape.type === type);
  const note = (shape: ReturnType<typeof of>[number]) => {
    if (shape.typeName !== 'shape') throw new Error('Only shapes lie anywhere.');
    return {
      id: recordIdOf(shape.id),
      theme: shape.meta['theme'] ?? null,
      zone: shape.meta['zone'] ?? null,
      x: shape.x,
      y: shape.y,
      w: NOTE_SIDE,
      h: NOTE_SIDE,
    };
  };
  const notes = of(NOTE_TYPE).map(note);
  const themes = of(THEME_TYPE).map((shape) => {
    const heading = { ...note(shape), w: THEME_WIDTH, h: themeHeight(1) };
    return {
      id: heading.id,
      heading,
      ground: groundOf(
        heading,
        notes.filter(({ theme }) => theme === heading.id),
      ),
    };
  });
  return { notes, themes };
}

test('[U57] as long as there is room, nothing that is added or moved covers another, and it lies in its zone below the heading', () => {
  const text = string({ maxLength: 90 });
  assert(
    property(
      array(constantFrom('note', 'theme', 'in theme', 'move'), { maxLength: 18 }),
      array(text, { minLength: 18, maxLength: 18 }),
      (deeds, texts) => {
        const me = aHand({}, [WIDE]);
        const away = addNote(me.hand, { group: { zone: null }, text: 'fra før' }) as RecordId;
        let theme: RecordId | null = null;
        for (const [place, deed] of deeds.entries()) {
          if (deed === 'theme') theme = makeTheme(me.hand, { zone: WIDE.id, title: 'T' });
          else if (deed === 'move') moveNotes(me.hand, [away], here);
          else
            addNote(me.hand, {
              group: deed === 'in theme' && theme !== null ? { theme } : here,
              text: texts[place] ?? '',
            });
        }
        const { notes, themes } = onCanvas(me);
        for (const [a, b] of pairs(notes)) expect(overlap(a, b)).toBe(false);
        for (const { id, heading, ground } of themes) {
          for (const note of notes) expect(overlap(note, heading)).toBe(false);
          for (const note of notes.filter(({ theme: gathering }) => gathering !== id))
            expect(isInBox(ground, { x: note.x + 100, y: note.y + 100 })).toBe(false);
        }
        for (const [a, b] of pairs(themes)) expect(overlap(a.heading, b.heading)).toBe(false);
        for (const { x, y, w, h, zone } of notes.filter((note) => note.zone !== null && note.theme === null)) {
          expect(zone).toBe(WIDE.id);
          expect([x >= WIDE.box.x, x + w <= WIDE.box.x + WIDE.box.w]).toEqual([true, true]);
          expect([y >= WIDE.box.y + ZONE_HEADING_HEIGHT, y + h <= WIDE.box.y + WIDE.box.h]).toEqual([true, true]);
        }
      },
    ),
  );
});

test('[U57] a long note is not covered by the next', () => {
  const me = aHand({}, [{ ...WIDE, box: { ...WIDE.box, w: 260 } }]);
  for (const text of ['mange ord om det samme '.repeat(12), 'kort']) addNote(me.hand, { group: here, text });
  const [long, short] = onCanvas(me).notes;
  expect((short?.y ?? 0) - (long?.y ?? 0)).toBeGreaterThan(NOTE_SIDE * 2);
});

test('[U57] what is locked, grouped or hangs in over the edge is not covered either', () => {
  const me = aHand({}, [WIDE]);
  const [x, y] = [WIDE.box.x + 20, WIDE.box.y + ZONE_HEADING_HEIGHT];
  put(me, 'over kanten', { at: [x - 120, y, 0] });
  put(me, 'gruppe', { kind: 'shape', type: 'group', at: [200, ZONE_HEADING_HEIGHT, 0, WIDE.id] });
  put(me, 'gruppert', { at: [40, 0, 0, null, 'gruppe'] });
  put({ plan: me.canvas, canvas: me.plan }, 'låst', { at: [460, ZONE_HEADING_HEIGHT, 0, WIDE.id] });
  const added = addNote(me.hand, { group: here, text: 'ny' }) as RecordId;
  expect(me.shape(added)).toMatchObject({ x: x + 3 * 220, y });
});

test('[U57] a full zone takes one more, in the zone, and each can be seen', () => {
  assert(
    property(integer({ min: 1, max: 12 }), boolean(), (count, asTheme) => {
      const small = zoneCalled('today', 0, 1000);
      const me = aHand({}, [{ ...small, box: { ...small.box, w: 460, h: 400 } }]);
      for (let added = 0; added < count; added += 1) addNote(me.hand, { group: here, text: 'a' });
      if (asTheme) makeTheme(me.hand, { zone: small.id, title: 'T' });
      expect(me.listed()[1]).toEqual(['']);
      expect(new Set(onCanvas(me).notes.map((note) => `${note.x} ${note.y}`)).size).toBe(count);
    }),
  );
});

test('[U57] what is in no zone is laid below all zones', () => {
  const me = aHand();
  const ids = [1, 2, 3, 4, 5, 6].map(() => addNote(me.hand, { group: { zone: null }, text: 'a' }) as RecordId);
  const places = ids.map((id) => me.shape(id));
  expect(new Set(places.map((shape) => `${shape?.x} ${shape?.y}`)).size).toBe(6);
  for (const shape of places) expect(shape?.y).toBeGreaterThan(900);
  moveNotes(me.hand, ids, { zone: newRecordId() });
  expect(me.outline.get().loose.notes).toHaveLength(6);
});

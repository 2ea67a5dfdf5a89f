import { NOTE_SIDE } from '@samtavla/templates';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NoteField, type Area } from './note-field.ts';

const number = fc.integer({ min: -3000, max: 3000 });
const note = fc.record({
  id: fc.integer({ min: 0, max: 40 }).map(String),
  x: number,
  y: number,
  h: fc.integer({ min: 200, max: 600 }),
});
const step = fc.oneof(note, fc.record({ gone: fc.integer({ min: 0, max: 40 }).map(String) }));

test('[U31] the field answers as a plain list of all notes would, whatever came, moved and went', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), number, number, (steps, x, y) => {
      const field = new NoteField<string>();
      const plain = new Map<string, Area>();
      for (const each of steps) {
        if ('gone' in each) {
          field.delete(each.gone);
          plain.delete(each.gone);
        } else {
          field.set(each.id, each.x, each.y, each.h);
          plain.set(each.id, { x: each.x, y: each.y, w: NOTE_SIDE, h: each.h });
        }
      }
      const asked = { x, y, w: 900, h: 700 };
      const touching = [...plain].filter(([, area]) => touch(area, asked)).map(([id]) => id);
      expect(field.touching(asked).toSorted()).toEqual(touching.toSorted());
      expect(field.size).toBe(plain.size);
      for (const [id, area] of plain) expect(field.areaOf(id)).toEqual(area);
    }),
  );
});

test('[U31] the field holds many thousand notes, and says what is new', () => {
  const field = new NoteField<string>();
  for (let place = 0; place < 10_000; place += 1) expect(field.set(String(place), place * 300, 0, 200)).toBe(true);
  expect(field.set('7', 2100, 0, 200)).toBe(false);
  expect(field.touching({ x: 2100, y: 0, w: 10, h: 10 })).toEqual(['7']);
  field.clear();
  expect(field.touching({ x: 2100, y: 0, w: 10, h: 10 })).toEqual([]);
});

const touch = (a: Area, b: Area) => a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;

import { array, assert, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { tidyPlaces } from './tidy.ts';

const note = record({
  x: integer({ min: -2000, max: 2000 }),
  y: integer({ min: -2000, max: 2000 }),
  h: integer({ min: 200, max: 500 }),
}).map((each) => ({ ...each, w: 200 }));

test('[U34] tidied notes do not overlap, and begin where they were', () => {
  assert(
    property(array(note, { minLength: 1, maxLength: 30 }), (notes) => {
      const tidied = tidyPlaces(notes).map((place, index) => ({ ...place, w: 200, h: notes[index]?.h ?? 0 }));
      expect(tidied).toHaveLength(notes.length);
      for (const [index, a] of tidied.entries()) {
        for (const b of tidied.slice(index + 1)) {
          expect(a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h).toBe(true);
        }
      }
      expect(Math.min(...tidied.map(({ x }) => x))).toBe(Math.min(...notes.map(({ x }) => x)));
      expect(Math.min(...tidied.map(({ y }) => y))).toBe(Math.min(...notes.map(({ y }) => y)));
    }),
  );
});

test('[U34] tidied notes keep their reading order, and stay in the room there is', () => {
  const notes = [0, 1, 2, 3, 4].map((place) => ({ x: place * 230, y: (place % 2) * 20, w: 200, h: 200 }));
  expect(tidyPlaces(notes, 440).map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [220, 0],
    [0, 220],
    [220, 220],
    [0, 440],
  ]);
});

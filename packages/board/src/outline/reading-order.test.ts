import { array, assert, integer, property, record, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { inReadingOrder, type Point } from './reading-order.ts';

const itself = (point: Point) => point;
const names = (notes: Readonly<Record<string, readonly [number, number]>>) =>
  inReadingOrder(
    Object.entries(notes).map(([name, [x, y]]) => ({ name, x, y })),
    itself,
  ).map(({ name }) => name);
const somewhere = record({ x: integer({ min: -2000, max: 2000 }), y: integer({ min: -2000, max: 2000 }) });

test('[U51] notes that lie side by side by hand are read from the left, row after row', () => {
  expect(names({ b: [220, 0], d: [0, 230], a: [0, 40], c: [450, 90], e: [230, 190] })).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ]);
});

test('[U51] a staircase of notes has rows too: what is half a note below the first of a row begins the next', () => {
  const stairs = { a: [900, 0], b: [600, 60], c: [300, 120], d: [0, 180] } as const;
  expect(names(stairs)).toEqual(['b', 'a', 'd', 'c']);
});

test('[U51] every note is read once, and none before one that lies half a note above it', () => {
  assert(
    property(array(somewhere, { maxLength: 40 }), (notes) => {
      const read = inReadingOrder(notes, itself);
      expect(new Set(read)).toEqual(new Set(notes));
      expect(read).toHaveLength(notes.length);
      for (const [place, { y }] of read.entries())
        for (const later of read.slice(place + 1)) expect(later.y).toBeGreaterThan(y - 100);
    }),
  );
});

test('[U51] the order does not hang on the order in which notes were made', () => {
  const apart = uniqueArray(somewhere, { maxLength: 30, selector: ({ x, y }) => `${x} ${y}` });
  assert(
    property(apart, array(integer(), { minLength: 30, maxLength: 30 }), (notes, keys) => {
      const shuffled = notes
        .map((note, place) => ({ note, key: keys[place] ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ note }) => note);
      expect(inReadingOrder(shuffled, itself).map(level)).toEqual(inReadingOrder(notes, itself).map(level));
    }),
  );
});

/** What two notes one exactly over the other, in one row, have in common. */
const level = ({ x }: Point) => x;

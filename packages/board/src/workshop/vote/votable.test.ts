import { addNote, addTheme, type RecordId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { papers, TODAY } from '../../outline/a-board.ts';
import { readOutline } from '../../outline/follow-outline.ts';
import {
  byGain,
  given,
  isWholeRating,
  meanFingers,
  ranked,
  tiedFirst,
  votableIn,
  withDot,
  type Votable,
} from './votable.ts';

const item = (id: string): Votable => ({ id: id as RecordId, text: id, zone: null, isTheme: false });
const dots = (counts: Record<string, number>) => ({ dots: counts as Record<RecordId, number>, added: {} });

test('[U71] what is voted for is read in the list’s order, each theme before what it gathers, and nothing without words', () => {
  const both = papers();
  const theme = addTheme(both.canvas, { title: 'Plass', zone: TODAY, at: [20, 100] });
  const inTheme = addNote(both.canvas, { text: 'Rom', zone: TODAY, theme });
  const alone = addNote(both.canvas, { text: 'Tid', zone: TODAY, at: [300, 300] });
  const empty = addNote(both.canvas, { text: ' ', zone: TODAY });
  const out = addNote(both.canvas, { text: 'Ikke med', zone: TODAY });
  const found = votableIn(readOutline(both), new Set([alone, empty, inTheme, theme]));
  expect(found.map(({ id, zone, isTheme }) => [id, zone, isTheme])).toEqual([
    [theme, 'today', true],
    [inTheme, 'today', false],
    [alone, 'today', false],
  ]);
  expect(found.map(({ id }) => id)).not.toContain(out);
});

test('[U72] the most dots come first, the room’s among them; who got as many share a place, who got none has none', () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map(item);
  const order = ranked(all, {
    dots: { a: 1, b: 3, d: 1 } as Record<RecordId, number>,
    added: { c: 3 } as Record<RecordId, number>,
  });
  expect(order.map(({ id, rank, dots: got }) => [id, rank, got])).toEqual([
    ['b', 1, 3],
    ['c', 1, 3],
    ['a', 3, 1],
    ['d', 3, 1],
  ]);
  expect(tiedFirst(order)).toEqual(['b', 'c']);
  expect([tiedFirst(ranked(all, dots({ a: 2, b: 1 }))), tiedFirst([])]).toEqual([[], []]);
});

test('[U72] a dot is given and taken back, never more than there are, nor more on one than may be', () => {
  const rule = { dots: 3, most: 2 };
  const [a, b] = ['a', 'b'] as [RecordId, RecordId];
  const one = withDot({}, a, 1, rule) ?? {};
  const two = withDot(one, a, 1, rule) ?? {};
  const three = withDot(two, b, 1, rule) ?? {};
  expect([one, two, three, given(three)]).toEqual([{ a: 1 }, { a: 2 }, { a: 2, b: 1 }, 3]);
  expect([withDot(two, a, 1, rule), withDot(three, b, 1, rule), withDot({}, a, -1, rule)]).toEqual([null, null, null]);
  expect(withDot(three, b, -1, rule)).toEqual({ a: 2 });
});

test('[U74] what gives the most for the least comes first, then what gives most; what nobody rated is left out', () => {
  const rating = (effect: number, effort: number) => ({ effect, effort, count: 1 });
  const ratings = { a: rating(3, 3), b: rating(5, 2), c: rating(4, 4), d: rating(4, 1) } as never;
  expect(byGain(['a', 'b', 'c', 'd', 'e'].map(item), { ratings }).map(({ id }) => id)).toEqual(['b', 'd', 'c', 'a']);
  expect([isWholeRating({ effect: 1, effort: 2 }), isWholeRating({ effect: 1 }), isWholeRating(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('[U74] the mean of fingers counts those of the room, and nobody’s is none', () => {
  const added = { 5: 2 } as unknown as Record<RecordId, number>;
  expect(meanFingers({ ...dots({ 4: 1, 1: 1 }), added })).toBe(3.75);
  expect(meanFingers(dots({}))).toBeNull();
});

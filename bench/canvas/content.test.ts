import { expect, test } from 'vitest';
import { contentOf, indexOf, spotsOf } from './content.ts';

test('[Q10] the notes are the same every time, and fewer notes are the first of more', () => {
  expect(contentOf(500)).toEqual(contentOf(500));
  const texts = (count: number) => contentOf(count).map(({ text }) => text);
  expect(texts(500).slice(0, 20)).toEqual(texts(20));
});

test('[Q10] a text has from 2 to 16 words, and both occur', () => {
  const lengths = contentOf(2_000).map(({ text }) => text.split(' ').length);
  expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([2, 16]);
});

test('[Q10] no two notes stand at one place, and the drawing order is theirs', () => {
  expect(new Set(spotsOf(5_000).map(({ x, y }) => `${x},${y}`)).size).toBe(5_000);
  const indices = Array.from({ length: 5_000 }, (_, at) => indexOf(at));
  expect(indices).toEqual(indices.toSorted());
});

import { expect, test } from 'vitest';
import { AIMS } from './aims.ts';

test('[Q11] of each board it is an aim to be ready, and to be seen writing, in a third of the time', () => {
  expect(AIMS.map(({ aim }) => aim)).toEqual([
    'a phone joins an empty board: join.ready, of that of tldraw-sync',
    'a phone joins an empty board: join.first-note, of that of tldraw-sync',
    'a phone joins a board of 200 notes: join.ready, of that of tldraw-sync',
    'a phone joins a board of 200 notes: join.first-note, of that of tldraw-sync',
  ]);
  expect(new Set(AIMS.map(({ atMost }) => atMost))).toEqual(new Set([1 / 3]));
});

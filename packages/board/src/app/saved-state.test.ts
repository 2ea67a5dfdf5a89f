import { expect, test } from 'vitest';
import { nextLine, savedState, type Line, type SavedState } from './saved-state.ts';

test.each([
  [{ state: 'opening' }, true, true, 'opening'],
  [{ state: 'online' }, false, true, 'saved'],
  [{ state: 'online' }, true, true, 'saving'],
  [{ state: 'offline', refusal: null }, false, false, 'offline-kept'],
  [{ state: 'offline', refusal: null }, false, true, 'offline-kept'],
  [{ state: 'offline', refusal: null }, true, true, 'offline-device'],
  [{ state: 'offline', refusal: 'shutting-down' }, true, false, 'offline-held'],
  [{ state: 'ended', refusal: 'link-closed' }, false, true, 'ended'],
] as const)('[U8] with the line %j, something unsaved %j and a whole copy %j the board says %s', (...known) => {
  const [link, unsaved, onDevice, said] = known;
  expect(savedState(link, unsaved, onDevice)).toBe(said);
});

test('[U8] a listener is told that the line went and, once all is saved, that it is back, and nothing after each stroke', () => {
  const states: SavedState[] = [
    'saved',
    'saving',
    'saved',
    'offline-kept',
    'offline-held',
    'saving',
    'saved',
    'saving',
    'saved',
  ];
  let line: Line = 'steady';
  const told = states.map((state) => (line = nextLine(line, state)));
  expect(told).toEqual(['steady', 'steady', 'steady', 'away', 'away', 'returning', 'back', 'steady', 'steady']);
});

test('[U8] when the server has ended the board, its own sentence is all there is to hear', () => {
  expect(nextLine('away', 'ended')).toBe('steady');
});

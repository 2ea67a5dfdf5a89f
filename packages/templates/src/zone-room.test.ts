import { expect, test } from 'vitest';
import { roomForNotes } from './zone-room.ts';

test.each([
  [
    { w: 460, h: 600 },
    { columns: 2, rows: 2 },
  ],
  [
    { w: 440, h: 600 },
    { columns: 1, rows: 2 },
  ],
  [
    { w: 460, h: 580 },
    { columns: 2, rows: 1 },
  ],
  [
    { w: 1400, h: 1520 },
    { columns: 6, rows: 6 },
  ],
  [
    { w: 20, h: 20 },
    { columns: 0, rows: 0 },
  ],
])('[T25] a zone of %j has room for %j of notes below its heading', (size, room) => {
  expect(roomForNotes({ x: 0, y: 0, ...size })).toEqual(room);
});

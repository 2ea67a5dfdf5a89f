import type { Millis } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { relativeDay } from './relative-day.ts';

const at = (text: string) => new Date(text).getTime() as Millis;

test.each([
  ['2026-11-22T00:05', '2026-11-22T23:50', 'nb', 'i dag'],
  ['2026-11-21T23:50', '2026-11-22T00:05', 'nb', 'i går'],
  ['2026-11-19T12:00', '2026-11-22T08:00', 'nb', 'for 3 døgn siden'],
  ['2026-11-21T12:00', '2026-11-22T08:00', 'nn', 'i går'],
  ['2026-11-19T12:00', '2026-11-22T08:00', 'en', '3 days ago'],
  ['2026-03-02T12:00', '2026-11-22T08:00', 'nb', '2. mars 2026'],
  // The summer's end makes a day of 25 hours.
  ['2026-10-24T23:00', '2026-10-26T01:00', 'en', '2 days ago'],
  // A device whose clock was ahead.
  ['2026-11-23T12:00', '2026-11-22T08:00', 'nb', 'i dag'],
] as const)('[I7] %s, seen at %s, in %s is «%s»', (then, now, locale, said) => {
  expect(relativeDay(at(then), at(now), locale)).toBe(said);
});

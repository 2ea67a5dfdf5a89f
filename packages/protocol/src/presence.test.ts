import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  float,
  integer,
  nat,
  oneof,
  property,
  record,
  string,
  stringMatching,
  uint8Array,
} from 'fast-check';
import { expect, test } from 'vitest';
import { DOING_NOTHING, type Doing } from './doing.ts';
import { ROLES } from './grant.ts';
import type { Millis } from './ids.ts';
import { LIMITS } from './limits.ts';
import {
  readRoomNews,
  readTold,
  writeArrival,
  writeNews,
  writeRoomNews,
  writeTold,
  type RoomNews,
} from './presence.ts';

const NUM_RUNS = process.env['VERIFY'] === '1' ? 20_000 : 1_000;

const coordinate = integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 });
const side = nat({ max: 2 ** 16 });
const zoom = float({ min: Math.fround(0.001), max: 1000, noNaN: true });
const text = string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const orNull = <T>(of: ReturnType<typeof constant<T>>) => oneof(constant(null), of);
const doing = record(
  {
    cursor: orNull(record({ x: coordinate, y: coordinate })),
    view: orNull(record({ x: coordinate, y: coordinate, zoom, w: side, h: side })),
    selected: array(stringMatching(/^[A-Za-z0-9_:-]{1,128}$/), { maxLength: LIMITS.selectedTold }),
    saying: orNull(text.map((saying) => saying.slice(0, LIMITS.sayingCharacters).toWellFormed())),
    laser: boolean(),
  },
  { requiredKeys: [] },
);
const identity = record({
  id: nat(),
  person: orNull(text),
  name: orNull(text),
  perspective: record({ sector: text, level: text }, { requiredKeys: [] }),
  role: constantFrom(...ROLES),
});
const roomNews = record({
  self: oneof(constant(null), integer({ min: 1, max: 2 ** 31 })),
  paceMillis: nat(),
  came: array(identity),
  left: array(nat()),
  news: array(record({ id: nat(), doing })),
  time: nat().map((millis) => (2 ** 41 + millis) as Millis),
}).map(({ time, ...news }) => ({ ...news, now: news.self === null ? null : time }));

const writeRoom = ({ came, news, ...rest }: RoomNews): Uint8Array =>
  writeRoomNews({ ...rest, came: came.map(writeArrival), news: news.map(writeNews) });

test('[P13] what a client tells reads as it was written', () => {
  assert(
    property(doing, oneof(constant(undefined), nat()), (told, follows) => {
      const all = follows === undefined ? { doing: told } : { doing: told, follows };
      expect(readTold(writeTold(all))).toEqual(all);
    }),
    { numRuns: NUM_RUNS },
  );
});

test('[P13] what the server tells a room reads as it was written', () => {
  assert(
    property(roomNews, (news) => {
      expect(readRoomNews(writeRoom(news))).toEqual(news);
    }),
    { numRuns: NUM_RUNS },
  );
});

test('[P13] whatever the bytes, nothing is thrown, and what is read can be written and read again', () => {
  const bytes = uint8Array({ maxLength: 60 }).map((body) => Uint8Array.of(0, 1, ...body));
  let understood = 0;
  assert(
    property(bytes, (frame) => {
      const [told, news] = [readTold(frame), readRoomNews(frame)];
      expect(told && readTold(writeTold(told))).toEqual(told);
      expect(news && readRoomNews(writeRoom(news))).toEqual(news);
      understood += Number(told !== null) + Number(news !== null);
    }),
    { numRuns: 5 * NUM_RUNS },
  );
  expect(understood).toBeGreaterThan(0);
});

test('[P13] what is cut short, goes on behind its end or is another message is null', () => {
  const told = writeTold({ doing: { ...DOING_NOTHING, cursor: { x: 1000, y: -2000 }, saying: 'Hei' } });
  for (let end = 0; end < told.length; end += 1) expect(readTold(told.subarray(0, end))).toBeNull();
  expect(readTold(Uint8Array.of(...told, 0))).toBeNull();
  expect(readTold(Uint8Array.of(0, 0, ...told.subarray(2)))).toBeNull();
  expect(readTold(new Uint8Array())).toBeNull();
});

test.each<[string, Partial<Doing>, Partial<Doing>]>([
  ['halves of a unit', { cursor: { x: 1.6, y: -0.2 } }, { cursor: { x: 2, y: 0 } }],
  ['no place', { cursor: { x: Number.NaN, y: 0 } }, { cursor: null }],
  ['beyond any page', { cursor: { x: 1e300, y: -1e300 } }, { cursor: { x: 2 ** 31 - 1, y: 1 - 2 ** 31 } }],
  ['a view of nothing', { view: { x: 0, y: 0, zoom: 0, w: 9, h: 9 } }, { view: null }],
  ['a long speech', { saying: 'å'.repeat(500) }, { saying: 'å'.repeat(LIMITS.sayingCharacters) }],
  ['half a character', { saying: '\ud83d' }, { saying: '\ufffd' }],
  ['ids that are none', { selected: ['a b', 'c', ''] }, { selected: ['c'] }],
  [
    'everything selected',
    { selected: Array.from({ length: 999 }, () => 'i') },
    { selected: Array.from({ length: LIMITS.selectedTold }, () => 'i') },
  ],
])('[P13] a client says no more than is understood: %s', (_what, says, heard) => {
  expect(readTold(writeTold({ doing: says }))).toEqual({ doing: heard });
});

test('[P13] the most that a client can say is within the limit, and more is null', () => {
  const wide = { selected: Array.from({ length: 20 }, () => 'i'.repeat(128)), saying: '\uffff'.repeat(120) };
  const told = writeTold({ doing: { ...DOING_NOTHING, ...wide } });
  expect(readTold(told)).not.toBeNull();
  expect(readTold(Uint8Array.of(...told, ...new Uint8Array(LIMITS.presenceBytes)))).toBeNull();
});

test('[P13] a cursor that moved takes 20 bytes at most, on a board as large as they come', () => {
  expect(writeNews({ id: 1000, doing: { cursor: { x: 123_456, y: -123_456 } } }).length).toBeLessThanOrEqual(10);
  const view = { x: 123_456, y: -123_456, zoom: 0.37, w: 1920, h: 1080 };
  expect(writeNews({ id: 1000, doing: { cursor: { x: 1, y: 1 }, view } }).length).toBeLessThanOrEqual(20);
});

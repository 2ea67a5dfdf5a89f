import {
  DOING_NOTHING,
  LIMITS,
  readRoomNews,
  type Doing,
  type Identity,
  type PresenceId,
  type RoomNews,
  type Millis,
} from '@samtavla/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PresenceRoom } from '../src/sync/presence-room.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Somebody in a room, who knows what they were told and nothing else. Reads it when asked: a thousand who read take long. */
class Person {
  isBehind = false;
  bytes = 0;
  readonly #heard: RoomNews[] = [];
  #known = new Map<PresenceId, Identity & Doing>();
  #unread: Uint8Array[] = [];

  sendNow(frame: Uint8Array): void {
    this.bytes += frame.length;
    this.#unread.push(frame);
  }

  get heard(): readonly RoomNews[] {
    for (const frame of this.#unread.splice(0)) this.#hear(frame);
    return this.#heard;
  }

  get known(): ReadonlyMap<PresenceId, Identity & Doing> {
    return this.heard && this.#known;
  }

  get self(): PresenceId {
    return this.heard.findLast(({ self }) => self !== null)?.self ?? 0;
  }

  #hear(frame: Uint8Array): void {
    const news = readRoomNews(frame);
    if (news === null) throw new Error('The room sent what nobody can read.');
    this.#heard.push(news);
    if (news.self !== null) this.#known = new Map();
    for (const { id, ...identity } of news.came) this.#known.set(id, { ...identity, ...DOING_NOTHING });
    for (const id of news.left) this.#known.delete(id);
    for (const { id, doing } of news.news) {
      const known = this.#known.get(id);
      if (known === undefined) throw new Error(`The room spoke of ${id}, who is not here.`);
      this.#known.set(id, { ...known, ...doing });
    }
  }
}

function roomOf(count: number) {
  const room = new PresenceRoom(LIMITS, () => 0 as Millis);
  const people = Array.from({ length: count }, () => new Person());
  for (const [at, person] of people.entries()) {
    room.enter(person, { person: `p${at}`, name: `Person ${at}`, perspective: {}, role: 'participant' });
  }
  vi.advanceTimersByTime(1_000);
  return { room, people };
}

const screen = { w: 1000, h: 1000, zoom: 1 };
const turns = ({ heard }: Person) => heard.length;
const at = (people: readonly Person[], index: number): Person => {
  const person = people[index];
  if (person === undefined) throw new Error('There are not so many people.');
  return person;
};

test('[S33] what many do in one turn is one message, at most 20 a second, and one’s own is none', () => {
  const { room, people } = roomOf(3);
  const before = people.map(turns);
  for (let millis = 0; millis < 1_000; millis += 5) {
    room.tell(at(people, 0), { doing: { cursor: { x: millis, y: 0 } } });
    room.tell(at(people, 1), { doing: { cursor: { x: 0, y: millis } } });
    vi.advanceTimersByTime(5);
  }
  const told = people.map((person, index) => turns(person) - (before[index] ?? 0));
  expect(Math.max(...told)).toBeLessThanOrEqual(21);
  expect(Math.min(...told)).toBeGreaterThanOrEqual(18);
  const [quiet, moved] = [turns(at(people, 2)), turns(at(people, 0))];
  vi.advanceTimersByTime(1_000);
  room.tell(at(people, 2), { doing: { laser: true } });
  vi.advanceTimersByTime(1_000);
  expect(turns(at(people, 2)) - quiet).toBeLessThanOrEqual(1);
  expect(turns(at(people, 0)) - moved).toBeLessThanOrEqual(2);
  expect(at(people, 0).known.get(3)).toMatchObject({ laser: true, name: 'Person 2' });
});

test('[S33] in a room of 300 who all point without pause, one hears 10 times a second, and under 0.5 Mbit/s', () => {
  const { room, people } = roomOf(300);
  const view = { x: 0, y: 0, ...screen };
  for (const person of people) room.tell(person, { doing: { view } });
  vi.advanceTimersByTime(3_000);
  const one = at(people, 0);
  const [bytes, messages] = [one.bytes, turns(one)];
  const seconds = 3;
  for (let millis = 0; millis < seconds * 1_000; millis += 50) {
    for (const [index, person] of people.entries())
      room.tell(person, { doing: { cursor: { x: millis + index, y: 10_000 - millis } } });
    vi.advanceTimersByTime(50);
  }
  expect((turns(one) - messages) / seconds).toBeLessThanOrEqual(11);
  expect((turns(one) - messages) / seconds).toBeGreaterThanOrEqual(9);
  expect(((one.bytes - bytes) * 8) / seconds).toBeLessThan(500_000);
  expect(new Set(one.heard.slice(messages).flatMap(({ news }) => news.map(({ id }) => id))).size).toBe(299);
});

test('[S33] of a thousand who point, each hears of some: whom they follow and see first, and of all where they come to rest', () => {
  const { room, people } = roomOf(1_000);
  const one = at(people, 0);
  const leader = 900;
  room.tell(one, { doing: { view: { x: 0, y: 0, ...screen } }, follows: at(people, leader).self });
  vi.advanceTimersByTime(1_000);
  const messages = turns(one);
  // The first ten are on the screen, the others far away.
  const move = (millis: number) => {
    for (const [index, person] of people.entries())
      room.tell(person, { doing: { cursor: { x: index < 10 ? 500 : 50_000 + index, y: millis % 1_000 } } });
  };
  for (let millis = 0; millis < 2_000; millis += 100) {
    move(millis);
    vi.advanceTimersByTime(100);
  }
  const heard = one.heard.slice(messages).filter(({ news }) => news.length > 0);
  expect(heard.length).toBeGreaterThan(3);
  for (const { news } of heard) {
    expect(news.length).toBeLessThanOrEqual(LIMITS.pointersPerMessage);
    expect(news.map(({ id }) => id)).toEqual(expect.arrayContaining([leader + 1, 2, 3, 10]));
  }
  vi.advanceTimersByTime(10_000);
  for (const person of [one, at(people, 500)]) {
    const places = [...person.known].filter(([id]) => id !== person.self).map(([, { cursor }]) => cursor?.y);
    expect(places).toEqual(Array.from({ length: 999 }, () => 900));
  }
});

test('[S33] in a thousand, who comes, leaves, speaks or selects is told to all in the next turn', () => {
  const { room, people } = roomOf(1_000);
  room.leave(at(people, 10));
  room.tell(at(people, 20), { doing: { saying: 'Hei', selected: ['a'] } });
  const late = new Person();
  room.enter(late, { person: 'late', name: 'Sein', perspective: {}, role: 'viewer' });
  vi.advanceTimersByTime(400);
  const one = at(people, 0);
  expect(one.known.has(11)).toBe(false);
  expect(one.known.get(21)).toMatchObject({ saying: 'Hei', selected: ['a'] });
  expect([...one.known.values()].map(({ name }) => name)).toContain('Sein');
  expect(late.known.size).toBe(1_000);
  expect(late.known.get(21)?.saying).toBe('Hei');
});

test('[S33] people who change much and all the time share what one may be told, each in turn', () => {
  const { room, people } = roomOf(50);
  const one = at(people, 0);
  const bytes = one.bytes;
  for (let millis = 0; millis < 5_000; millis += 50) {
    for (const person of people.slice(1))
      room.tell(person, { doing: { selected: Array.from({ length: 20 }, () => `${millis}`.padEnd(128, 'x')) } });
    vi.advanceTimersByTime(50);
  }
  expect((one.bytes - bytes) / 5).toBeLessThan(1.1 * LIMITS.presenceBytesPerSecond);
  expect([...one.known.values()].filter(({ selected }) => selected.length > 0)).toHaveLength(49);
  vi.advanceTimersByTime(10_000);
  const selected = [...one.known.values()].flatMap((each) => each.selected[0] ?? []);
  expect(new Set(selected)).toEqual(new Set(['4950'.padEnd(128, 'x')]));
});

test('[S34] who is behind is told nothing, keeps nobody waiting, and is told all anew when they read again', () => {
  const { room, people } = roomOf(3);
  const [slow, other] = [at(people, 0), at(people, 1)];
  const before = turns(slow);
  slow.isBehind = true;
  for (let turn = 0; turn < 20; turn += 1) {
    room.tell(at(people, 2), { doing: { cursor: { x: turn, y: turn } } });
    vi.advanceTimersByTime(50);
  }
  room.leave(other);
  vi.advanceTimersByTime(1_000);
  expect(turns(slow)).toBe(before);
  expect(other.known.get(3)?.cursor).toEqual({ x: 19, y: 19 });
  slow.isBehind = false;
  vi.advanceTimersByTime(100);
  expect(slow.heard.slice(before)).toMatchObject([{ self: 1 }]);
  expect([...slow.known.keys()]).toEqual([1, 3]);
  expect(slow.known.get(3)?.cursor).toEqual({ x: 19, y: 19 });
});

test('[S34] an empty room holds no timer, and a number is given once', () => {
  const { room, people } = roomOf(2);
  for (const person of people) room.leave(person);
  expect(room.isEmpty).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  const late = new Person();
  room.enter(late, { person: null, name: null, perspective: {}, role: 'participant' });
  vi.advanceTimersByTime(100);
  expect(late.self).toBe(3);
});

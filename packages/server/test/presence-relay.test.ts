import { LIMITS, NOBODY, type BoardId, type Identity, now as systemTime } from '@samtavla/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NodeMessage } from '../src/sync/nodes/node-message.ts';
import { PresenceRelay } from '../src/sync/nodes/presence-relay.ts';
import { Presence } from '../src/sync/presence.ts';

const BOARD = 'board-1' as BoardId;
const identity = (name: string): Identity => ({ person: name, name, perspective: {}, role: 'participant' });
/** Twelve seconds, and the beat that finds it out. */
const GONE_MILLIS = 17_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Two nodes with a line between them that can be cut, and who is in the room of the second one. */
function twoRelays() {
  let isCut = false;
  const shown = new Set<string>();
  const presence = new Presence(LIMITS, systemTime, () => {});
  const came = presence.guestCame.bind(presence);
  const left = presence.guestLeft.bind(presence);
  const names = new Map<object, string>();
  presence.guestCame = (board, guest, who) => {
    names.set(guest, who.name ?? '');
    shown.add(who.name ?? '');
    return came(board, guest, who);
  };
  presence.guestLeft = (board, guest) => {
    shown.delete(names.get(guest) ?? '');
    left(board, guest);
  };
  const silent = { say: () => {}, isShared: () => true };
  const here = new PresenceRelay(silent, presence, LIMITS.presenceMillis);
  const say = (board: BoardId, message: NodeMessage) => {
    if (!isCut && message.kind === 'presence') here.hear(board, 'there', message.news);
  };
  const there = new PresenceRelay(
    { say, isShared: () => true },
    new Presence(LIMITS, systemTime, () => {}),
    LIMITS.presenceMillis,
  );
  for (const relay of [here, there]) relay.open(BOARD);
  return { here, there, shown, cut: (now: boolean) => (isCut = now) };
}

test('[M8] of a node that says nothing any more, nobody is here after a while; when it speaks again, all are', () => {
  const { there, shown, cut } = twoRelays();
  there.take(BOARD, { kind: 'came', id: 1, identity: identity('Kari') });
  vi.advanceTimersByTime(LIMITS.presenceMillis);
  expect([...shown]).toEqual(['Kari']);
  vi.advanceTimersByTime(10 * GONE_MILLIS);
  expect([...shown]).toEqual(['Kari']);
  cut(true);
  vi.advanceTimersByTime(GONE_MILLIS);
  expect([...shown]).toEqual([]);
  cut(false);
  vi.advanceTimersByTime(GONE_MILLIS);
  expect([...shown]).toEqual(['Kari']);
});

test('[M8] that somebody came or left, and was not heard of, is made good within seconds', () => {
  const { here, there, shown, cut } = twoRelays();
  there.take(BOARD, { kind: 'came', id: 1, identity: identity('Kari') });
  vi.advanceTimersByTime(LIMITS.presenceMillis);
  cut(true);
  there.take(BOARD, { kind: 'came', id: 2, identity: identity('Ola') });
  there.take(BOARD, { kind: 'left', id: 1 });
  vi.advanceTimersByTime(LIMITS.presenceMillis);
  expect([...shown]).toEqual(['Kari']);
  cut(false);
  vi.advanceTimersByTime(5_000);
  expect([...shown]).toEqual(['Ola']);
  expect(here.idOf(BOARD, 'there', 1)).toBe(NOBODY);
  expect(here.idOf(BOARD, 'there', 2)).not.toBe(NOBODY);
});

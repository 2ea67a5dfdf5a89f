import { beforeEach, expect, test } from 'vitest';
import { aSession, BOARD } from './a-session.ts';
import { textStorage, type TextStorage } from './device-storage.ts';
import { storedSessions, type StoredSessions } from './stored-session.ts';

const nowhere = (): TextStorage =>
  textStorage(() => {
    throw new DOMException('refused', 'SecurityError');
  });

let device: TextStorage;
let tab: TextStorage;
let sessions: StoredSessions;
beforeEach(() => {
  [device, tab] = [nowhere(), nowhere()];
  sessions = storedSessions(device, tab);
});
/** The same device, with the tab closed and another opened. */
const inNewTab = () => storedSessions(device, nowhere());

test('[U2] the same browser comes back as the same person, in a new tab too', () => {
  sessions.keep(aSession());
  expect(sessions.of(BOARD)).toEqual(aSession());
  expect(inNewTab().of(BOARD)).toEqual(aSession());
});

test('[U2] on a shared machine nothing is left when the tab is closed, not even the session of an earlier visit', () => {
  sessions.keep(aSession({ token: 'earlier-earlier-earlier' }));
  sessions.keep(aSession({ shared: true }));
  expect(sessions.of(BOARD)).toEqual(aSession({ shared: true }));
  expect(inNewTab().of(BOARD)).toBeNull();
});

test('[U2] forgetting takes it out of the tab and the device', () => {
  sessions.keep(aSession());
  sessions.forget(BOARD);
  expect(sessions.of(BOARD)).toBeNull();
  expect(inNewTab().of(BOARD)).toBeNull();
});

test.each(['{', 'null', '{"joined":{}}', JSON.stringify({ ...aSession(), secret: 7 })])(
  '[U2] %s, which is no session, counts as none',
  (text) => {
    device.set(`samtavla:session:${BOARD}`, text);
    expect(sessions.of(BOARD)).toBeNull();
  },
);

test('[U3] where the browser refuses storage a value lives as long as the page', () => {
  const storage = nowhere();
  storage.set('a', '1');
  expect(storage.get('a')).toBe('1');
  storage.remove('a');
  expect(storage.get('a')).toBeNull();
});

test('[U3] a full storage does not leave an older value in the way', () => {
  const kept = new Map([['a', 'old']]);
  let full = true;
  const storage = textStorage(() => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  }));
  storage.set('a', 'new');
  expect(storage.get('a')).toBe('new');
  full = false;
  storage.set('a', 'newest');
  expect(storage.get('a')).toBe('newest');
  expect(kept.get('a')).toBe('newest');
});

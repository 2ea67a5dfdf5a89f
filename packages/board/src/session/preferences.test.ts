import { expect, test } from 'vitest';
import { textStorage } from './device-storage.ts';
import { PREFERENCES, preferencesIn } from './preferences.ts';

const refused = () =>
  textStorage(() => {
    throw new Error('refused');
  });

test('[U65] what a person switches off stays off, and whoever follows it is told', () => {
  const storage = refused();
  const first = preferencesIn(storage);
  let told = 0;
  first.subscribe(() => (told += 1));
  expect([...first.get()]).toEqual([...PREFERENCES]);
  first.turn('cursors', false);
  first.turn('news', false);
  expect(told).toBe(2);
  const next = preferencesIn(storage);
  expect([...next.get()]).toEqual(['sound', 'shortcuts']);
  next.turn('cursors', true);
  next.turn('news', true);
  expect(storage.get('samtavla:switched-off')).toBeNull();
});

test('[U65] what cannot be read switches nothing off', () => {
  for (const text of ['', '{', '{"news":false}', '[7]', 'null']) {
    const storage = refused();
    storage.set('samtavla:switched-off', text);
    expect([...preferencesIn(storage).get()]).toEqual([...PREFERENCES]);
  }
});

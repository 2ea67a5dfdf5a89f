import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { presenceOver } from './presence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const kari = { person: 'kari', name: 'Kari', perspective: { sector: 'school' } };
const ola = { person: 'ola', name: 'Ola', perspective: {} };

function two() {
  const [left, right] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  const carry = (from: Awareness, to: Awareness) =>
    from.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
      const mine = [...added, ...updated, ...removed].filter((id) => id === from.clientID);
      if (mine.length > 0) applyAwarenessUpdate(to, encodeAwarenessUpdate(from, mine), 'line');
    });
  carry(left, right);
  carry(right, left);
  return { left, right };
}

test('[N13] others see where one points, what one looks at, has selected and says, a little later and all at once', () => {
  const { left, right } = two();
  const mine = presenceOver(left, kari);
  const theirs = presenceOver(right, ola);
  mine.tell({ cursor: { x: 1, y: 2 } });
  mine.tell({ selected: ['a'], saying: 'Hei', laser: true, view: { x: 0, y: 0, zoom: 1, w: 800, h: 600 } });
  expect(theirs.peers.get()[0]?.cursor).toBeNull();
  vi.advanceTimersByTime(60);
  expect(theirs.peers.get()[0]).toMatchObject({
    name: 'Kari',
    cursor: { x: 1, y: 2 },
    selected: ['a'],
    saying: 'Hei',
    laser: true,
    view: { zoom: 1 },
  });
  removeAwarenessStates(right, [left.clientID], 'gone');
  expect(theirs.peers.get()).toEqual([]);
});

test('[N13] who has not changed is the same peer as before', () => {
  const { left, right } = two();
  presenceOver(left, kari);
  const theirs = presenceOver(right, ola);
  const before = theirs.peers.get()[0];
  const third = new Awareness(new Y.Doc());
  third.setLocalState({ who: { name: 'Siri' } });
  applyAwarenessUpdate(right, encodeAwarenessUpdate(third, [third.clientID]), 'line');
  expect(theirs.peers.get()).toHaveLength(2);
  expect(theirs.peers.get()).toContain(before);
});

test.each([
  [{ who: null }, []],
  [{ who: {}, doing: 7 }, [{ name: null, cursor: null }]],
  [
    { who: { name: 8 }, doing: { cursor: { x: 'a', y: 1 }, view: { x: 1 }, selected: [1, 'b'], saying: {} } },
    [{ name: null, cursor: null, view: null, selected: ['b'], saying: null }],
  ],
  [
    { who: {}, doing: { saying: 'x'.repeat(5000), selected: Array.from({ length: 999 }, () => 'a') } },
    [{ saying: 'x'.repeat(120), selected: Array.from({ length: 20 }, () => 'a') }],
  ],
])('[N14] what another says of itself is read with care: %#', (state, seen) => {
  const { right } = two();
  const theirs = presenceOver(right, ola);
  const other = new Awareness(new Y.Doc());
  other.setLocalState(state);
  applyAwarenessUpdate(right, encodeAwarenessUpdate(other, [other.clientID]), 'line');
  expect(theirs.peers.get()).toMatchObject(seen);
  expect(theirs.peers.get()).toHaveLength(seen.length);
});

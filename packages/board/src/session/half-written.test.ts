import type { BoardId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { textStorage } from './device-storage.ts';
import { halfWritten } from './half-written.ts';

const BOARD = 'board-1' as BoardId;

function kept() {
  const values = new Map<string, string>();
  const storage = textStorage(() => ({
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }));
  return { values, storage };
}

test('[U81] what is begun is kept for each place by itself, and what was written or taken away leaves nothing', () => {
  const { values, storage } = kept();
  const [one, other] = [halfWritten(BOARD, false, storage), halfWritten('board-2' as BoardId, false, storage)];
  expect(one.of('i-dag')).toBe('');
  one.keep('i-dag', 'Vi mang');
  one.keep('i-morgen', 'Alle');
  other.keep('i-dag', 'En annen tavle');
  expect([one.of('i-dag'), one.of('i-morgen'), other.of('i-dag')]).toEqual(['Vi mang', 'Alle', 'En annen tavle']);
  one.keep('i-dag', '');
  one.keep('i-morgen', '');
  other.keep('i-dag', '');
  expect(values.size).toBe(0);
});

test('[U81] what another version kept in another shape counts as nothing', () => {
  const { values, storage } = kept();
  values.set(`samtavla:half-written:${BOARD}`, '["Vi mang"]');
  const half = halfWritten(BOARD, false, storage);
  expect(half.of('i-dag')).toBe('');
  half.keep('i-dag', 'Vi');
  expect(half.of('i-dag')).toBe('Vi');
});

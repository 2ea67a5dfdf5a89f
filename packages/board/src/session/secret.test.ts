import type { BoardId } from '@samtavla/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import takeSecret from '../../public/take-secret.js?raw';
import { textStorage } from './device-storage.ts';
import { forgetSecret, partsOfLink, secretFromAddress } from './secret.ts';

const BOARD = 'nJQiiCICQ4gnGMJGZIkqD' as BoardId;
const SECRET = 'F4pUvO-h8MtwuZHb2y4vGwgowpKh41W2hxr_G9AYpus';

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, 'samtavlaSecret');
});

/** A browser as far as the script sees it. `refused` stands for a private window without storage. */
function visit(path: string, hash: string, refused = false) {
  const kept = new Map<string, string>();
  const area = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (refused) throw new DOMException('refused', 'SecurityError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
  const location = { pathname: path, search: '', hash, reload: vi.fn<() => void>() };
  const replaceState = vi.fn<History['replaceState']>();
  const listeners: (() => void)[] = [];
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', { state: null, replaceState });
  vi.stubGlobal('sessionStorage', area);
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => listeners.push(listener));
  // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- a page runs it so too: as text, by itself.
  new Function(takeSecret)();
  return {
    location,
    replaceState,
    hashChanged: () => listeners.forEach((listener) => listener()),
    storage: textStorage(() => area),
  };
}

test('[U1] the secret leaves the address bar and is found again by its board only', () => {
  const { replaceState, storage } = visit(`/t/${BOARD}`, `#${SECRET}`);
  expect(replaceState).toHaveBeenCalledWith(null, '', `/t/${BOARD}`);
  expect(secretFromAddress(BOARD, storage)).toBe(SECRET);
  expect(secretFromAddress('another' as BoardId, storage)).toBeNull();
});

test('[U1] where storage is refused the secret is in the page, until it is forgotten', () => {
  const { replaceState, storage } = visit(`/t/${BOARD}`, `#${SECRET}`, true);
  expect(replaceState).toHaveBeenCalledOnce();
  expect(secretFromAddress(BOARD, storage)).toBe(SECRET);
  forgetSecret(BOARD, storage);
  expect(secretFromAddress(BOARD, storage)).toBeNull();
});

test.each([
  ['/', `#${SECRET}`],
  [`/t/${BOARD}`, ''],
  [`/t/${BOARD}`, '#main'],
])('[U1] at %s%s there is nothing to take', (path, hash) => {
  expect(visit(path, hash).replaceState).not.toHaveBeenCalled();
});

test('[U1] another link to the same board, opened in the same tab, begins again with that one', () => {
  const { location, hashChanged, storage } = visit(`/t/${BOARD}`, `#${SECRET}`);
  location.hash = '#Axl3f1sBKUUbpwHdFgizrUnEUuuCJND50ZoCGwLIrI4';
  hashChanged();
  expect(secretFromAddress(BOARD, storage)).toBe('Axl3f1sBKUUbpwHdFgizrUnEUuuCJND50ZoCGwLIrI4');
  expect(location.reload).toHaveBeenCalledOnce();
});

test('[U1] a link is taken apart into its board and its secret, and anything else into nothing', () => {
  expect(partsOfLink(`https://tavle.test/t/${BOARD}#${SECRET}`)).toEqual({ board: BOARD, secret: SECRET });
  expect(partsOfLink(`https://tavle.test/t/${BOARD}`)).toBeNull();
  expect(partsOfLink('https://tavle.test/')).toBeNull();
});

import type { Millis } from '@samtavla/protocol';
import { beforeEach, expect, test, vi } from 'vitest';
import { aSession, BOARD } from './a-session.ts';
import { joinKeyFor } from './join-key.ts';
import { rememberName } from './last-name.ts';
import { leaveBoard } from './leave-board.ts';
import { myBoards } from './my-boards.ts';
import { holdNewLink } from './new-link.ts';
import { keepSecretForTab } from './secret.ts';
import { storedSessions } from './stored-session.ts';

function stubbedStorage(name: 'localStorage' | 'sessionStorage'): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal(name, {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return kept;
}

let device: Map<string, string>;
let tab: Map<string, string>;
beforeEach(() => {
  [device, tab] = [stubbedStorage('localStorage'), stubbedStorage('sessionStorage')];
});

const visited = (id: string, visitedAt: number) =>
  ({ id, title: `Tavle ${id}`, role: 'participant', visitedAt: visitedAt as Millis }) as Parameters<
    ReturnType<typeof myBoards>['remember']
  >[0];

test('[U4] leaving a board leaves nothing about it on the device, and the other boards alone', () => {
  storedSessions().keep(aSession());
  keepSecretForTab(BOARD, 'secret-secret-secret');
  holdNewLink(BOARD, 'https://tavle.test/t/board-1#secret-secret-secret');
  joinKeyFor(BOARD);
  rememberName('Kari');
  myBoards().remember(visited(BOARD, 1));
  myBoards().remember(visited('board-2', 2));
  leaveBoard(BOARD);
  expect(JSON.stringify([[...device], [...tab]])).not.toMatch(new RegExp(`${BOARD}|Kari`));
  expect(myBoards().list()).toEqual([visited('board-2', 2)]);
});

test('[U5] my boards are listed once each, the latest visited first, and can be taken off the list', () => {
  for (const [id, at] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ] as const)
    myBoards().remember(visited(id, at));
  expect(myBoards().list()).toEqual([visited('a', 3), visited('b', 2)]);
  myBoards().forget(visited('a', 3).id);
  expect(myBoards().list()).toEqual([visited('b', 2)]);
});

test('[U5] what is no board in the stored list is passed over', () => {
  device.set(
    'samtavla:my-boards',
    JSON.stringify([visited('a', 1), null, { id: '../x' }, { ...visited('b', 1), role: 'king' }]),
  );
  expect(myBoards().list()).toEqual([visited('a', 1)]);
  device.set('samtavla:my-boards', 'tull');
  expect(myBoards().list()).toEqual([]);
});

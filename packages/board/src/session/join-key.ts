/** Makes a retry of one's joining the same person, a page loaded again in the middle of it included. */
import { randomId, type BoardId } from '@samtavla/protocol';
import { tabStorage, type TextStorage } from './device-storage.ts';

const keyOf = (board: BoardId) => `samtavla:join-key:${board}`;

export function joinKeyFor(board: BoardId, storage: TextStorage = tabStorage): string {
  const key = storage.get(keyOf(board)) ?? randomId();
  storage.set(keyOf(board), key);
  return key;
}

export function dropJoinKey(board: BoardId, storage: TextStorage = tabStorage): void {
  storage.remove(keyOf(board));
}

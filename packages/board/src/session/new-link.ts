/** The facilitator's link of a board just made here. The server says it once only, so it is held until it has been shown and kept. */
import type { BoardId } from '@samtavla/protocol';
import { tabStorage, type TextStorage } from './device-storage.ts';

const keyOf = (board: BoardId) => `samtavla:new-link:${board}`;

export const newLinkOf = (board: BoardId, storage: TextStorage = tabStorage): string | null =>
  storage.get(keyOf(board));

export function holdNewLink(board: BoardId, link: string, storage: TextStorage = tabStorage): void {
  storage.set(keyOf(board), link);
}

export function dropNewLink(board: BoardId, storage: TextStorage = tabStorage): void {
  storage.remove(keyOf(board));
}

/** Whether a person sees a board or reads it, for as long as the tab is open. */
import type { BoardId } from '@samtavla/protocol';
import { tabStorage, type TextStorage } from './device-storage.ts';

const VIEWS = ['canvas', 'outline', 'measures'] as const;
export type BoardView = (typeof VIEWS)[number];

const keyOf = (board: BoardId) => `samtavla:view:${board}`;

/** Null where none has been chosen. */
export function lastView(board: BoardId, storage: TextStorage = tabStorage): BoardView | null {
  const view = storage.get(keyOf(board));
  return VIEWS.find((each) => each === view) ?? null;
}

export function keepView(board: BoardId, view: BoardView, storage: TextStorage = tabStorage): void {
  storage.set(keyOf(board), view);
}

export function forgetView(board: BoardId, storage: TextStorage = tabStorage): void {
  storage.remove(keyOf(board));
}

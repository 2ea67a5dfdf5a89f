/** What a person has begun to write and not yet put on the board, kept at each keystroke: a call, a lock screen and a closed tab lose none of it. */
import type { BoardId } from '@samtavla/protocol';
import { deviceStorage, tabStorage, type TextStorage } from './device-storage.ts';
import { parseJson } from './parse-json.ts';

export type HalfWritten = {
  /** Empty where nothing has been begun. */
  of(place: string): string;
  keep(place: string, text: string): void;
};

const keyOf = (board: BoardId) => `samtavla:half-written:${board}`;

/** @param shared on a shared machine it is kept for as long as the tab is open */
export function halfWritten(
  board: BoardId,
  shared: boolean,
  storage: TextStorage = shared ? tabStorage : deviceStorage,
): HalfWritten {
  const all = (): Record<string, unknown> => {
    const value = parseJson(storage.get(keyOf(board)));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  };
  return {
    of(place) {
      const text = all()[place];
      return typeof text === 'string' ? text : '';
    },
    keep(place, text) {
      const { [place]: _before, ...others } = all();
      const now = text === '' ? others : { ...others, [place]: text };
      if (Object.keys(now).length === 0) storage.remove(keyOf(board));
      else storage.set(keyOf(board), JSON.stringify(now));
    },
  };
}

export function forgetHalfWritten(board: BoardId): void {
  for (const storage of [tabStorage, deviceStorage]) storage.remove(keyOf(board));
}

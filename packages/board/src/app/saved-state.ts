import type { Link } from '../session/connection.ts';

/**
 * What may be said about a person's work. «Lagret» only for what the server has acknowledged, which it does when it is on disk.
 * - `offline-kept`   the line is gone, and everything done here reached the server before that
 * - `offline-device` the line is gone, and what the server lacks is in the copy on this device, written and not refused
 * - `offline-held`   the line is gone, and something exists in this tab alone
 */
export type SavedState = 'opening' | 'saved' | 'saving' | 'offline-kept' | 'offline-device' | 'offline-held' | 'ended';

export function savedState(link: Link, unsaved: boolean, onDevice: boolean): SavedState {
  switch (link.state) {
    case 'opening':
    case 'ended':
      return link.state;
    case 'online':
      return unsaved ? 'saving' : 'saved';
    case 'offline':
      if (!unsaved) return 'offline-kept';
      return onDevice ? 'offline-device' : 'offline-held';
  }
}

/**
 * What a listener is told of the line: nothing, that it is gone, or that it is back with all of one's work saved. `returning` is
 * the moment between, in which nothing can be said yet.
 */
export type Line = 'steady' | 'away' | 'returning' | 'back';

export function nextLine(line: Line, state: SavedState): Line {
  if (state.startsWith('offline')) return 'away';
  if (state === 'ended') return 'steady';
  if (line === 'away' || line === 'returning') return state === 'saved' ? 'back' : 'returning';
  return state === 'saved' ? line : 'steady';
}

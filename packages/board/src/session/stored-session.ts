import { joinResponse, type BoardId, type JoinResponse } from '@samtavla/protocol';
import { deviceStorage, tabStorage, type TextStorage } from './device-storage.ts';
import { parseJson } from './parse-json.ts';

/** That one has joined a board, kept so that the same browser comes back as the same person. */
export type StoredSession = {
  readonly joined: JoinResponse;
  /** The link's secret, with which one can join again when the session has been ended. */
  readonly secret: string;
  /** «Dette er en delt maskin»: nothing is kept after the tab is closed. */
  readonly shared: boolean;
};

const keyOf = (board: BoardId) => `samtavla:session:${board}`;

export type StoredSessions = ReturnType<typeof storedSessions>;

export function storedSessions(device: TextStorage = deviceStorage, tab: TextStorage = tabStorage) {
  const read = (storage: TextStorage, board: BoardId): StoredSession | null =>
    sessionOf(parseJson(storage.get(keyOf(board))));
  const forget = (board: BoardId): void => {
    for (const storage of [tab, device]) storage.remove(keyOf(board));
  };
  return {
    /** The tab's own comes first: on a shared machine it is this person's, the device's would be another's. */
    of: (board: BoardId): StoredSession | null => read(tab, board) ?? read(device, board),
    keep(session: StoredSession): void {
      const { id } = session.joined.board;
      forget(id);
      (session.shared ? tab : device).set(keyOf(id), JSON.stringify(session));
    },
    forget,
  };
}

/** What an older version kept in another shape counts as nothing. */
function sessionOf(value: unknown): StoredSession | null {
  if (typeof value !== 'object' || value === null) return null;
  const { joined, secret, shared } = value as Partial<Record<keyof StoredSession, unknown>>;
  const parsed = joinResponse.safeParse(joined);
  if (!parsed.success || typeof secret !== 'string') return null;
  return { joined: parsed.data, secret, shared: shared === true };
}

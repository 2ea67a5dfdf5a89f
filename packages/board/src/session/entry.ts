/** What a person meets at `/t/<board>`: straight in, the join page, or a sentence about why not. */
import type { BoardId, DoorResponse, JoinResponse } from '@samtavla/protocol';
import type { Api } from './api.ts';
import type { NoReason } from './ask.ts';
import type { StoredSession } from './stored-session.ts';

export type Entry =
  /** Neither a link nor an earlier visit. */
  | { readonly kind: 'no-link' }
  /** The earlier session has ended, and so has the link one came by, or it is not known. */
  | { readonly kind: 'link-again' }
  | { readonly kind: 'refused'; readonly reason: NoReason }
  | {
      readonly kind: 'join';
      readonly secret: string;
      readonly door: DoorResponse;
      readonly earlier: JoinResponse | null;
    }
  | { readonly kind: 'in'; readonly session: StoredSession };

type Known = {
  readonly board: BoardId;
  readonly secret: string | null;
  readonly stored: StoredSession | null;
  /** Whether this device has a copy of the board, to be shown before the server is asked. */
  readonly hasCopy: boolean;
};

const SECRET = /^[A-Za-z0-9_-]{16,128}$/;

export async function findEntry(known: Known, api: Pick<Api, 'door' | 'facts'>): Promise<Entry> {
  const { board, secret, stored, hasCopy } = known;
  if (stored !== null && (secret === null || secret === stored.secret)) {
    // The board's socket says what the server would have said here, a session that has ended included.
    return hasCopy ? { kind: 'in', session: stored } : comeBack(board, stored, api);
  }
  if (secret === null) return { kind: 'no-link' };
  return atTheDoor(board, secret, stored?.joined ?? null, api);
}

async function atTheDoor(
  board: BoardId,
  secret: string,
  earlier: JoinResponse | null,
  api: Pick<Api, 'door'>,
): Promise<Entry> {
  // Half a link, as a mail program breaks it: no need to ask.
  if (!SECRET.test(secret)) return { kind: 'refused', reason: 'link-wrong' };
  const door = await api.door(board, secret);
  return door.ok ? { kind: 'join', secret, door: door.value, earlier } : { kind: 'refused', reason: door.reason };
}

/** The session decides, not the link: whoever is in may stay in after the link has been closed or changed. */
async function comeBack(board: BoardId, stored: StoredSession, api: Pick<Api, 'door' | 'facts'>): Promise<Entry> {
  const { joined, secret } = stored;
  const facts = await api.facts(board, joined.token);
  if (facts.ok) return { kind: 'in', session: { ...stored, joined: { ...joined, board: facts.value } } };
  // Without network one is in all the same: the connection goes on trying, and says so.
  if (facts.reason === 'unreachable') return { kind: 'in', session: stored };
  // Who was removed may come again by the link, as somebody new.
  if (facts.reason !== 'session-unknown' && facts.reason !== 'removed')
    return { kind: 'refused', reason: facts.reason };
  const again = await atTheDoor(board, secret, null, api);
  return again.kind === 'join' ? again : { kind: 'link-again' };
}

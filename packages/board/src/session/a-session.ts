/** A session for tests, as a server would answer. */
import type { BoardId, JoinResponse, Millis, ParticipantId, Role } from '@samtavla/protocol';
import type { StoredSession } from './stored-session.ts';

export const BOARD = 'board-1' as BoardId;

export function aSession(over: { role?: Role; secret?: string; shared?: boolean; token?: string } = {}): StoredSession {
  const joined: JoinResponse = {
    token: over.token ?? 'token-token-token-token',
    role: over.role ?? 'participant',
    participant: { id: 'kari' as ParticipantId, name: 'Kari', perspective: { sector: 'school' } },
    board: { id: BOARD, title: 'Tavla', template: 't', locale: 'nb', anonymous: false, createdAt: 1 as Millis },
    documents: { plan: `${BOARD}/plan`, stage: `${BOARD}/stage`, canvas: `${BOARD}/canvas` },
    now: 2 as Millis,
  };
  return { joined, secret: over.secret ?? 'secret-secret-secret', shared: over.shared ?? false };
}

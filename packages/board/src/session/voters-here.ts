import type { Connection } from './connection.ts';
import type { Peer } from './presence.ts';
import { useSignal } from './use-signal.ts';

/** How many are here who may vote, a person with several tabs once; on an anonymous board each tab counts. */
export function votersHere(me: Pick<Peer, 'person' | 'role'>, peers: readonly Peer[]): number {
  const all = [{ ...me, id: 'me' }, ...peers].filter(({ role }) => role !== 'viewer');
  return new Set(all.map(({ person, id }) => person ?? id)).size;
}

export function useVotersHere({ joined, presence }: Connection): number {
  const peers = useSignal(presence.peers);
  const { board, participant, role } = joined;
  return votersHere({ person: board.anonymous ? null : participant.id, role }, peers);
}

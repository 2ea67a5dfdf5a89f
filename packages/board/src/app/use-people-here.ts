import { currentLocale } from '../i18n/locale.ts';
import type { Connection } from '../session/connection.ts';
import { useSignal } from '../session/use-signal.ts';
import { peopleHere, type PersonHere } from './people-here.ts';

/** As it is now; nobody has a person’s id on an anonymous board. */
export function usePeopleHere({ joined, presence }: Connection): readonly PersonHere[] {
  const peers = useSignal(presence.peers);
  const { participant, board, role } = joined;
  const { name, perspective } = participant;
  const me = { name, perspective, role, person: board.anonymous ? null : participant.id };
  return peopleHere(me, peers, currentLocale());
}

import type { Perspective, Role } from '@samtavla/protocol';
import type { Peer } from '../session/presence.ts';

export type PersonHere = {
  readonly key: string;
  readonly name: string | null;
  readonly perspective: Perspective;
  readonly role: Role;
  readonly self: boolean;
  /** Null on an anonymous board, where nobody can be told from another. */
  readonly person: string | null;
  /** The one of their connections that looks at the board, to be followed; null for none. */
  readonly peer: string | null;
};

type Me = Pick<Peer, 'person' | 'name' | 'perspective' | 'role'>;

/** Who is on the board now: I first, then by name; a person with several tabs once. */
export function peopleHere(me: Me, peers: readonly Peer[], locale: string): PersonHere[] {
  const others = new Map<string, PersonHere>();
  for (const { id, person, name, perspective, role, view } of peers) {
    if (person !== null && person === me.person) continue;
    const key = person ?? id;
    const known = others.get(key);
    const peer = view === null ? (known?.peer ?? null) : id;
    // Who leads in one tab leads.
    const most = known?.role === 'facilitator' ? known.role : role;
    others.set(key, { key, name, perspective, role: most, self: false, person, peer });
  }
  const order = new Intl.Collator(locale);
  const sorted = [...others.values()].toSorted((a, b) => order.compare(a.name ?? '\uffff', b.name ?? '\uffff'));
  return [{ ...me, key: 'me', self: true, peer: null }, ...sorted];
}

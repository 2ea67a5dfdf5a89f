import type { Perspective } from '@samtavla/protocol';
import type { Peer } from '../session/presence.ts';

export type PersonHere = {
  readonly key: string;
  readonly name: string | null;
  readonly perspective: Perspective;
  readonly self: boolean;
  /** Null on an anonymous board, where nobody can be told from another. */
  readonly person: string | null;
  /** The one of their connections that looks at the board, to be followed; null for none. */
  readonly peer: string | null;
};

type Me = Pick<Peer, 'person' | 'name' | 'perspective'>;

/** Who is on the board now: I first, then by name; a person with several tabs once. */
export function peopleHere(me: Me, peers: readonly Peer[], locale: string): PersonHere[] {
  const others = new Map<string, PersonHere>();
  for (const { id, person, name, perspective, view } of peers) {
    if (person !== null && person === me.person) continue;
    const key = person ?? id;
    const peer = view === null ? (others.get(key)?.peer ?? null) : id;
    others.set(key, { key, name, perspective, self: false, person, peer });
  }
  const order = new Intl.Collator(locale);
  const sorted = [...others.values()].toSorted((a, b) => order.compare(a.name ?? '\uffff', b.name ?? '\uffff'));
  return [
    { key: 'me', name: me.name, perspective: me.perspective, self: true, person: me.person, peer: null },
    ...sorted,
  ];
}

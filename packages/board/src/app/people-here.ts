import type { Perspective } from '@samtavla/protocol';
import type { Peer } from '../session/presence.ts';

export type PersonHere = {
  readonly key: string;
  readonly name: string | null;
  readonly perspective: Perspective;
  readonly self: boolean;
};

type Me = Pick<Peer, 'person' | 'name' | 'perspective'>;

/** Who is on the board now: I first, then by name; a person with several tabs once. */
export function peopleHere(me: Me, peers: readonly Peer[], locale: string): PersonHere[] {
  const others = new Map<string, PersonHere>();
  for (const { id, person, name, perspective } of peers) {
    if (person !== null && person === me.person) continue;
    others.set(person ?? id, { key: person ?? id, name, perspective, self: false });
  }
  const order = new Intl.Collator(locale);
  const sorted = [...others.values()].toSorted((a, b) => order.compare(a.name ?? '\uffff', b.name ?? '\uffff'));
  return [{ key: 'me', name: me.name, perspective: me.perspective, self: true }, ...sorted];
}

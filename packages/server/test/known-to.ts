/** What a raw client has been told of who is here. */
import { DOING_NOTHING, type Doing, type PresenceId } from '@samtavla/protocol';
import type { RawClient } from './raw-client.ts';

type Known = { readonly name: string | null; readonly person: string | null; readonly doing: Doing };

/** What a client knows of everybody, itself among them. */
export function knownTo({ presence }: RawClient): Map<PresenceId, Known> {
  let known = new Map<PresenceId, Known>();
  for (const { self, came, left, news } of presence) {
    if (self !== null) known = new Map();
    for (const { id, name, person } of came) known.set(id, { name, person, doing: DOING_NOTHING });
    for (const id of left) known.delete(id);
    for (const { id, doing } of news) {
      const one = known.get(id);
      if (one !== undefined) known.set(id, { ...one, doing: { ...one.doing, ...doing } });
    }
  }
  return known;
}
export const namesTo = (client: RawClient) =>
  [...knownTo(client).values()].map(({ name }) => name ?? '').toSorted((a, b) => (a < b ? -1 : 1));
export const doingOf = (client: RawClient, name: string): Doing | undefined =>
  [...knownTo(client).values()].find((one) => one.name === name)?.doing;

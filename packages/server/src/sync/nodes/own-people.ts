/** The people on one board by this node, written down for the other nodes: all of them, or what is new since it was last written. */
import {
  DOING_NOTHING,
  writeArrival,
  writeNews,
  writeRoomNews,
  type Doing,
  type Identity,
  type PresenceId,
} from '@samtavla/protocol';
import type { OwnNews } from '../presence.ts';

type Person = { readonly identity: Identity; doing: Doing; fresh: Partial<Doing>; isNew: boolean };

/** Where a message to a client has its own number; any number says here that the message is whole. */
const WHOLE: PresenceId = 1;

export class OwnPeople {
  readonly #people = new Map<PresenceId, Person>();
  #left: PresenceId[] = [];

  get isEmpty(): boolean {
    return this.#people.size === 0;
  }

  take(news: OwnNews): void {
    const person = this.#people.get(news.id);
    if (news.kind === 'came') {
      this.#people.set(news.id, { identity: news.identity, doing: DOING_NOTHING, fresh: {}, isNew: true });
    } else if (news.kind === 'left') {
      this.#people.delete(news.id);
      this.#left.push(news.id);
    } else if (person !== undefined) {
      person.doing = { ...person.doing, ...news.doing };
      person.fresh = { ...person.fresh, ...news.doing };
    }
  }

  /** Null for nothing. */
  changes(): Uint8Array | null {
    const came = [...this.#people].filter(([, { isNew }]) => isNew);
    const told = [...this.#people].filter(([, { fresh }]) => Object.keys(fresh).length > 0);
    const left = this.#left;
    if (came.length + told.length + left.length === 0) return null;
    const news = told.map(([id, { fresh }]) => ({ id, doing: fresh }));
    return this.#written(null, came, left, news);
  }

  whole(): Uint8Array {
    const news = [...this.#people].map(([id, { doing }]) => ({ id, doing }));
    return this.#written(WHOLE, [...this.#people], [], news);
  }

  #written(
    self: PresenceId | null,
    came: readonly (readonly [PresenceId, Person])[],
    left: readonly PresenceId[],
    news: readonly { readonly id: PresenceId; readonly doing: Partial<Doing> }[],
  ): Uint8Array {
    this.#left = [];
    for (const person of this.#people.values()) Object.assign(person, { fresh: {}, isNew: false });
    return writeRoomNews({
      self,
      now: null,
      paceMillis: 0,
      came: came.map(([id, { identity }]) => writeArrival({ id, ...identity })),
      left,
      news: news.map(writeNews),
    });
  }
}

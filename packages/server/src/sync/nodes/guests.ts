import { NOBODY, readRoomNews, type BoardId, type PresenceId } from '@samtavla/protocol';
import type { Presence } from '../presence.ts';
import type { Listener } from '../presence-room.ts';

type Guest = { readonly listener: Listener; readonly id: PresenceId };

/** The people on a board by one other node, as they are shown on this one. */
export class Guests {
  readonly #board: BoardId;
  readonly #presence: Presence;
  /** By the number that their own node gave them. */
  readonly #guests = new Map<PresenceId, Guest>();
  heardAt = performance.now();

  constructor(board: BoardId, presence: Presence) {
    this.#board = board;
    this.#presence = presence;
  }

  hear(written: Uint8Array): void {
    this.heardAt = performance.now();
    const message = readRoomNews(written);
    if (message === null) throw new Error('A node told of its people what nobody can read.');
    const { self, came, left, news } = message;
    if (self !== null) {
      const here = new Set(came.map(({ id }) => id));
      for (const number of this.#guests.keys()) if (!here.has(number)) this.#leave(number);
    }
    for (const { id: number, ...identity } of came) {
      if (this.#guests.has(number)) continue;
      const listener: Listener = { isBehind: false, isElsewhere: true, sendNow: () => {} };
      this.#guests.set(number, { listener, id: this.#presence.guestCame(this.#board, listener, identity) });
    }
    for (const number of left) this.#leave(number);
    for (const { id: number, doing } of news) {
      const guest = this.#guests.get(number);
      if (guest !== undefined) this.#presence.guestTold(this.#board, guest.listener, doing);
    }
  }

  /** The number that the guest has on this node; `NOBODY` for who is not known here. */
  idOf(number: PresenceId): PresenceId {
    return this.#guests.get(number)?.id ?? NOBODY;
  }

  leave(): void {
    for (const number of this.#guests.keys()) this.#leave(number);
  }

  #leave(number: PresenceId): void {
    const guest = this.#guests.get(number);
    this.#guests.delete(number);
    if (guest !== undefined) this.#presence.guestLeft(this.#board, guest.listener);
  }
}

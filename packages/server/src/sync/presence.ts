import { NOBODY, type BoardId, type Identity, type Limits, type Told } from '@samtavla/protocol';
import type { Participant } from '../storage/storage.ts';
import type { BoardSocket } from './board-socket.ts';
import { PresenceRoom } from './presence-room.ts';

type Visitor = { readonly identity: Identity | null; readonly told: Told | null };

const STRANGER: Visitor = { identity: null, told: null };

/**
 * Who is on which board. A socket is in its board's room from when it has both been let in to the board's stage, whose readers
 * presence is for, and said something of itself. Who it is says its session; it never says so itself.
 */
export class Presence {
  readonly #limits: Limits;
  readonly #rooms = new Map<BoardId, PresenceRoom>();
  /** Those not in a room yet. Weak: a token may turn out to be right when its socket is gone. */
  readonly #visitors = new WeakMap<BoardSocket, Visitor>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  letIn(socket: BoardSocket, { id, name, perspective }: Participant): void {
    // No name is an anonymous board's, where nothing may lead from a cursor to a person.
    this.#look(socket, { identity: { person: name === null ? null : id, name, perspective } });
  }

  told(socket: BoardSocket, told: Told): void {
    const room = this.#rooms.get(socket.board);
    if (room?.has(socket) === true) room.tell(socket, told);
    else this.#look(socket, { told: both(this.#visitors.get(socket)?.told ?? null, told) });
  }

  left(socket: BoardSocket): void {
    this.#visitors.delete(socket);
    const room = this.#rooms.get(socket.board);
    room?.leave(socket);
    if (room?.isEmpty === true) this.#rooms.delete(socket.board);
  }

  #look(socket: BoardSocket, more: Partial<Visitor>): void {
    const visitor = { ...(this.#visitors.get(socket) ?? STRANGER), ...more };
    const { identity, told } = visitor;
    this.#visitors.set(socket, visitor);
    if (identity === null || told === null) return;
    const room = this.#rooms.get(socket.board) ?? new PresenceRoom(this.#limits);
    this.#rooms.set(socket.board, room);
    if (!room.has(socket)) room.enter(socket, identity);
    room.tell(socket, told);
    this.#visitors.set(socket, { identity, told: null });
  }
}

const both = (first: Told | null, second: Told): Told => ({
  doing: { ...first?.doing, ...second.doing },
  follows: second.follows ?? first?.follows ?? NOBODY,
});

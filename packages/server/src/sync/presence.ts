import {
  NOBODY,
  type BoardId,
  type Doing,
  type Identity,
  type Limits,
  type Millis,
  type PresenceId,
  type Role,
  type Told,
} from '@samtavla/protocol';
import type { Participant } from '../storage/storage.ts';
import type { BoardSocket } from './board-socket.ts';
import { PresenceRoom, type Listener } from './presence-room.ts';

type Visitor = { readonly identity: Identity | null; readonly told: Told | null };

/** What somebody on this node did, for the other nodes. */
export type OwnNews =
  | { readonly kind: 'came'; readonly id: PresenceId; readonly identity: Identity }
  | { readonly kind: 'told'; readonly id: PresenceId; readonly doing: Partial<Doing> }
  | { readonly kind: 'left'; readonly id: PresenceId };

const STRANGER: Visitor = { identity: null, told: null };

/**
 * Who is on which board. A socket is in its board's room from when it has both been let in to the board's stage, whose readers
 * presence is for, and said something of itself. Who it is says its session; it never says so itself. People on other nodes are guests
 * in the room: each node gives everybody it shows a number of its own.
 */
export class Presence {
  readonly #limits: Limits;
  readonly #now: () => Millis;
  readonly #onNews: (board: BoardId, news: OwnNews) => void;
  readonly #rooms = new Map<BoardId, PresenceRoom>();
  /** Those not in a room yet. Weak: a token may turn out to be right when its socket is gone. */
  readonly #visitors = new WeakMap<BoardSocket, Visitor>();

  constructor(limits: Limits, now: () => Millis, onNews: (board: BoardId, news: OwnNews) => void) {
    this.#limits = limits;
    this.#now = now;
    this.#onNews = onNews;
  }

  letIn(socket: BoardSocket, { id, name, perspective }: Participant, role: Role): void {
    // No name is an anonymous board's, where nothing may lead from a cursor to a person.
    this.#look(socket, { identity: { person: name === null ? null : id, name, perspective, role } });
  }

  told(socket: BoardSocket, told: Told): void {
    const room = this.#rooms.get(socket.board);
    if (room?.has(socket) === true) this.#tell(room, socket, told);
    else this.#look(socket, { told: both(this.#visitors.get(socket)?.told ?? null, told) });
  }

  left(socket: BoardSocket): void {
    this.#visitors.delete(socket);
    const id = this.idOf(socket);
    this.#leave(socket.board, socket);
    if (id !== NOBODY) this.#onNews(socket.board, { kind: 'left', id });
  }

  /** The number that others on this node know it by. */
  idOf(socket: BoardSocket): PresenceId {
    return this.#rooms.get(socket.board)?.idOf(socket) ?? NOBODY;
  }

  guestCame(board: BoardId, guest: Listener, identity: Identity): PresenceId {
    return this.#roomOf(board).enter(guest, identity);
  }

  guestTold(board: BoardId, guest: Listener, doing: Partial<Doing>): void {
    this.#rooms.get(board)?.tell(guest, { doing });
  }

  guestLeft(board: BoardId, guest: Listener): void {
    this.#leave(board, guest);
  }

  #look(socket: BoardSocket, more: Partial<Visitor>): void {
    const visitor = { ...(this.#visitors.get(socket) ?? STRANGER), ...more };
    const { identity, told } = visitor;
    this.#visitors.set(socket, visitor);
    if (identity === null || told === null) return;
    const { board } = socket;
    const room = this.#roomOf(board);
    if (!room.has(socket)) this.#onNews(board, { kind: 'came', id: room.enter(socket, identity), identity });
    this.#tell(room, socket, told);
    this.#visitors.set(socket, { identity, told: null });
  }

  #tell(room: PresenceRoom, socket: BoardSocket, told: Told): void {
    room.tell(socket, told);
    this.#onNews(socket.board, { kind: 'told', id: room.idOf(socket), doing: told.doing });
  }

  #roomOf(board: BoardId): PresenceRoom {
    const room = this.#rooms.get(board) ?? new PresenceRoom(this.#limits, this.#now);
    this.#rooms.set(board, room);
    return room;
  }

  #leave(board: BoardId, listener: Listener): void {
    const room = this.#rooms.get(board);
    room?.leave(listener);
    if (room?.isEmpty === true) this.#rooms.delete(board);
  }
}

const both = (first: Told | null, second: Told): Told => ({
  doing: { ...first?.doing, ...second.doing },
  follows: second.follows ?? first?.follows ?? NOBODY,
});

/**
 * Presence between nodes. What a board's people on this node do is told to the others in turns, and all of it every few seconds, so that
 * a message that was lost is made good; a node that has been silent for long has nobody here any more.
 */
import { NOBODY, type BoardId, type PresenceId } from '@samtavla/protocol';
import type { OwnNews, Presence } from '../presence.ts';
import { Guests } from './guests.ts';
import type { NodeLine } from './node-line.ts';
import { OwnPeople } from './own-people.ts';

/** All of it; three times before a node counts as gone, which is as soon as the dead line of a person does. */
const WHOLE_MILLIS = 4_000;
const SILENCE_MILLIS = 3 * WHOLE_MILLIS;

type Board = { readonly own: OwnPeople; readonly byNode: Map<string, Guests>; timer: NodeJS.Timeout | null };

export class PresenceRelay {
  readonly #line: Pick<NodeLine, 'say' | 'isShared'>;
  readonly #presence: Presence;
  readonly #turnMillis: number;
  readonly #boards = new Map<BoardId, Board>();
  readonly #beat = setInterval(() => this.#tellWhole(), WHOLE_MILLIS);

  constructor(line: Pick<NodeLine, 'say' | 'isShared'>, presence: Presence, turnMillis: number) {
    this.#line = line;
    this.#presence = presence;
    this.#turnMillis = turnMillis;
  }

  open(board: BoardId): void {
    this.#boards.set(board, { own: new OwnPeople(), byNode: new Map(), timer: null });
  }

  close(board: BoardId): void {
    const { byNode, timer } = this.#boards.get(board) ?? {};
    if (timer) clearTimeout(timer);
    // Whoever left last has not been told of yet.
    this.#tellChanges(board);
    this.#boards.delete(board);
    for (const guests of byNode?.values() ?? []) guests.leave();
  }

  take(board: BoardId, news: OwnNews): void {
    const entry = this.#boards.get(board);
    if (entry === undefined) return;
    entry.own.take(news);
    entry.timer ??= setTimeout(() => this.#tellChanges(board), this.#turnMillis);
  }

  /** Everybody, to whoever has just come. */
  tellWhole(board: BoardId): void {
    const own = this.#boards.get(board)?.own;
    if (own?.isEmpty === false) this.#line.say(board, { kind: 'presence', news: own.whole() });
  }

  hear(board: BoardId, node: string, news: Uint8Array): void {
    const entry = this.#boards.get(board);
    if (entry === undefined) return;
    const guests = entry.byNode.get(node) ?? new Guests(board, this.#presence);
    entry.byNode.set(node, guests);
    guests.hear(news);
  }

  /** Here, of whom another node knows by this number. */
  idOf(board: BoardId, node: string, number: PresenceId): PresenceId {
    return this.#boards.get(board)?.byNode.get(node)?.idOf(number) ?? NOBODY;
  }

  stop(): void {
    clearInterval(this.#beat);
    for (const board of this.#boards.keys()) this.close(board);
  }

  #tellChanges(board: BoardId): void {
    const entry = this.#boards.get(board);
    if (entry === undefined) return;
    entry.timer = null;
    const news = entry.own.changes();
    // Who comes later is told the whole.
    if (news !== null && this.#line.isShared(board)) this.#line.say(board, { kind: 'presence', news });
  }

  #tellWhole(): void {
    const now = performance.now();
    for (const [board, { byNode }] of this.#boards) {
      this.tellWhole(board);
      for (const [node, guests] of byNode) {
        if (now - guests.heardAt <= SILENCE_MILLIS) continue;
        guests.leave();
        byNode.delete(node);
      }
    }
  }
}

import type { Millis } from '@samtavla/protocol';
import type { BoardSocket } from './board-socket.ts';

/** A timer takes no longer delay (24 days): a later end is looked at on the way. */
const LONGEST_DELAY_MILLIS = 2 ** 31 - 1;

/** A socket's `readyState`. */
const CLOSED = 3;

/**
 * When each socket's session ends. It decides nothing: it only asks at that moment whether the session is over, as everything else
 * does that uses one. So an end that was moved, or a clock that was set, lets nobody stay and throws nobody out.
 */
export class SessionEnds {
  readonly #now: () => Millis;
  readonly #look: (socket: BoardSocket) => void;
  readonly #timers = new Map<BoardSocket, { readonly at: Millis; readonly timer: NodeJS.Timeout }>();

  constructor(now: () => Millis, look: (socket: BoardSocket) => void) {
    this.#now = now;
    this.#look = look;
  }

  /** Of several ends of one socket's sessions the first counts. */
  expect(socket: BoardSocket, at: Millis | null): void {
    const known = this.#timers.get(socket);
    if (at === null || socket.readyState === CLOSED || (known !== undefined && known.at <= at)) return;
    this.forget(socket);
    const delay = Math.min(Math.max(at - this.#now(), 1), LONGEST_DELAY_MILLIS);
    const timer = setTimeout(() => this.#look(socket), delay);
    timer.unref();
    this.#timers.set(socket, { at, timer });
  }

  forget(socket: BoardSocket): void {
    clearTimeout(this.#timers.get(socket)?.timer);
    this.#timers.delete(socket);
  }
}

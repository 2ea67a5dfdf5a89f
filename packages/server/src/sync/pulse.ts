import type { BoardSocket } from './board-socket.ts';

/** A dead line is known after two of these unanswered, so within twelve seconds its person is seen to be gone. */
const PULSE_MILLIS = 4_000;

/** One heartbeat for all sockets; who does not answer is gone. */
export class Pulse {
  readonly #sockets = new Set<BoardSocket>();
  readonly #timer = setInterval(() => this.#beat(), PULSE_MILLIS);

  add(socket: BoardSocket): void {
    this.#sockets.add(socket);
  }

  remove(socket: BoardSocket): void {
    this.#sockets.delete(socket);
  }

  get sockets(): ReadonlySet<BoardSocket> {
    return this.#sockets;
  }

  #beat(): void {
    for (const socket of this.#sockets) socket.ping();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

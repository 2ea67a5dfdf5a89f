import type { BoardSocket } from './board-socket.ts';

/** Below the 30 seconds after which the provider gives up a silent socket, and the 60 after which many proxies do. */
const PULSE_MILLIS = 20_000;

/** One heartbeat for all sockets; who has not answered the last one is gone. */
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

import { setTimeout as wait } from 'node:timers/promises';
import type { BoardId } from '@samtavla/protocol';
import type { Logger } from 'pino';

/** Something that is worked out anew for a board when asked, and at most once a second however often: a hall that writes or votes is counted so. */
export class OnceASecond {
  readonly #task: (board: BoardId) => Promise<void>;
  readonly #log: Logger;
  readonly #due = new Set<BoardId>();
  readonly #stop = new AbortController();

  constructor(task: (board: BoardId) => Promise<void>, log: Logger) {
    this.#task = task;
    this.#log = log;
  }

  ask(board: BoardId): void {
    if (this.#due.has(board)) return;
    this.#due.add(board);
    this.#run(board).catch((err: unknown) => {
      if (!this.#stop.signal.aborted) this.#log.warn({ board, err }, 'could not count');
    });
  }

  /** Begins nothing any more. */
  stop(): void {
    this.#stop.abort();
  }

  async #run(board: BoardId): Promise<void> {
    await wait(1_000, undefined, { signal: this.#stop.signal, ref: false }).finally(() => this.#due.delete(board));
    await this.#task(board);
  }
}

import { StorageUnavailable } from '../storage-error.ts';

type Turn = { last: Promise<unknown>; failure: StorageUnavailable | null };

/**
 * The order in which calls are made is the order in which they take effect: a write begins when all earlier ones have ended, and a
 * read too. When one finds the database unavailable, those that wait behind it are given up with it: each would wait as long again,
 * and a database that hangs would make them hang.
 */
export class CallOrder {
  #turn: Turn = { last: Promise.resolve(), failure: null };

  async write<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn;
    const result = this.#after(turn, work);
    turn.last = result.catch((error: unknown) => this.#failed(turn, error));
    return result;
  }

  async read<T>(work: () => Promise<T>): Promise<T> {
    return this.#after(this.#turn, work);
  }

  async #after<T>(turn: Turn, work: () => Promise<T>): Promise<T> {
    await turn.last;
    if (turn.failure !== null) throw turn.failure;
    return work();
  }

  #failed(turn: Turn, error: unknown): void {
    if (!(error instanceof StorageUnavailable)) return;
    turn.failure ??= error;
    if (this.#turn === turn) this.#turn = { last: Promise.resolve(), failure: null };
  }
}

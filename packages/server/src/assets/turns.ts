import type { AssetOwner } from './asset-store.ts';

/** On each board one thing at a time: its quota is weighed, and then there is room for what was weighed. */
export class Turns {
  readonly #last = new Map<AssetOwner, Promise<unknown>>();

  async take<T>(board: AssetOwner, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(board);
    const turn = (async () => {
      await before?.catch(() => {});
      return work();
    })();
    this.#last.set(board, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(board) === turn) this.#last.delete(board);
    }
  }
}

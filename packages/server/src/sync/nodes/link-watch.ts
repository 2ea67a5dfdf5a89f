import type { BoardId } from '@samtavla/protocol';
import type { Storage } from '../../storage/storage.ts';

/**
 * Sees that a board's links are not what they were, and so that sessions may be over, also where the node that closed them did not come
 * to tell.
 */
export class LinkWatch {
  readonly #storage: Pick<Storage, 'links'>;
  readonly #onChange: (board: BoardId) => void;
  /** Each board's open links; null before the first look. */
  readonly #open = new Map<BoardId, string | null>();

  constructor(storage: Pick<Storage, 'links'>, onChange: (board: BoardId) => void) {
    this.#storage = storage;
    this.#onChange = onChange;
  }

  add(board: BoardId): void {
    this.#open.set(board, null);
  }

  remove(board: BoardId): void {
    this.#open.delete(board);
  }

  async look(): Promise<void> {
    for (const [board, before] of this.#open) {
      const open = await this.#openLinks(board);
      if (open === before || !this.#open.has(board)) continue;
      this.#open.set(board, open);
      // Also at the first look: between somebody's coming and now a link may have been closed.
      this.#onChange(board);
    }
  }

  async #openLinks(board: BoardId): Promise<string> {
    const open = (await this.#storage.links(board)).filter(({ closedAt }) => closedAt === null);
    return open
      .map(({ hash }) => Buffer.from(hash).toString('hex'))
      .toSorted()
      .join();
  }
}

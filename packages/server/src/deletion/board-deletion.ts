import type { BoardFacts, BoardId, Limits, Millis } from '@samtavla/protocol';
import type { AssetStore } from '../assets/asset-store.ts';
import type { Storage } from '../storage/storage.ts';
import type { Sync } from '../sync/sync.ts';
import { deletedAt, stepFor, warningDays } from './retention.ts';

const DAY = 24 * 60 * 60_000;

type Parts = {
  readonly storage: Storage;
  readonly assets: AssetStore;
  readonly sync: Pick<Sync, 'endOverSessions'> & { readonly documents: Pick<Sync['documents'], 'forget'> };
  readonly limits: Pick<Limits, 'regretDays'>;
  /** Null: a board that nobody uses stays. */
  readonly retentionDays: number | null;
  readonly now: () => Millis;
};

/** How a board ends: closed at once, regretted for a while, and then gone with all that is about it. */
export class BoardDeletion {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async isDeleted(board: BoardId): Promise<boolean> {
    return (await this.#parts.storage.deletion(board)) !== null;
  }

  /** Closes the board to everybody, at once. */
  async delete(board: BoardId): Promise<void> {
    const { now, limits } = this.#parts;
    await this.#mark(board, (now() + limits.regretDays * DAY) as Millis);
  }

  async deleteForGood(board: BoardId): Promise<void> {
    await this.#mark(board, this.#parts.now());
    await this.#purge(board);
  }

  async takeBack(board: BoardId): Promise<void> {
    await this.#parts.storage.takeBackDeletion(board, this.#parts.now());
  }

  /** What a board says when nobody has used it for long; null where it has nothing to say. */
  async disuse(board: BoardId): Promise<NonNullable<BoardFacts['disuse']> | null> {
    const { storage, retentionDays } = this.#parts;
    const use = retentionDays === null ? null : await storage.lastUse(board);
    if (retentionDays === null || use === null || use.warnedAt === null) return null;
    const { usedAt, warnedAt } = use;
    return { since: usedAt, deletedAt: deletedAt({ usedAt, warnedAt }, retentionDays) };
  }

  /** Purges what is to be gone by now, and warns of and deletes what nobody uses. One that fails does not hold up the others. */
  async goOn(onFailure: (board: BoardId, error: unknown) => void): Promise<void> {
    for (const board of await this.#parts.storage.boardsGone(this.#parts.now()))
      await this.#purge(board).catch((error: unknown) => onFailure(board, error));
    if (this.#parts.retentionDays !== null) await this.#retire(this.#parts.retentionDays);
  }

  async #retire(days: number): Promise<void> {
    const { storage, now } = this.#parts;
    const since = (now() - (days - warningDays(days)) * DAY + 1) as Millis;
    const unused = (await storage.boardsUnused(since)).map((use) => ({ ...use, step: stepFor(use, days, now()) }));
    const warned = unused.filter(({ step }) => step === 'warn').map(({ board }) => board);
    if (warned.length > 0) await storage.warn(warned, now());
    for (const { board } of unused.filter(({ step }) => step === 'delete')) await this.delete(board);
  }

  async #mark(board: BoardId, goneAt: Millis): Promise<void> {
    await this.#parts.storage.markDeleted(board, { deletedAt: this.#parts.now(), goneAt });
    await this.#parts.sync.endOverSessions(board);
  }

  async #purge(board: BoardId): Promise<void> {
    const { storage, assets, sync } = this.#parts;
    await sync.documents.forget(board);
    // Before the rows, so that a server that is killed between the two begins again; after them, for an upload that ended meanwhile.
    await assets.remove(board);
    await storage.purge(board);
    await assets.remove(board);
  }
}

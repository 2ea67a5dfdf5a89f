import type { Logger } from 'pino';
import * as Y from 'yjs';
import type { Compaction, Storage } from '../storage/storage.ts';
import { replay } from './replay.ts';

/** At how many rows a document is compacted. */
export type CompactionRows = {
  /** One that closes: opening it again then costs one decode. */
  readonly atRest: number;
  /** One that stays open: a day's workshop must not take seconds to open after a crash. */
  readonly open: number;
};
const COMPACTION_ROWS: CompactionRows = { atRest: 50, open: 2_000 };

/**
 * Folds a document's log into its snapshot. Made from what is stored, never from memory, which may hold what the disk does not;
 * so it may run at any moment and be cut off at any moment. Resolves to what it did; null for nothing, or when another node's came
 * between.
 *
 * @param leavesNothing of what was deleted, in the database's files
 */
export async function compact(
  storage: Pick<Storage, 'read' | 'compact'>,
  document: string,
  leavesNothing = false,
): Promise<Compaction | null> {
  const stored = await storage.read(document);
  if (stored === null || stored.tail.length === 0) return null;
  const doc = new Y.Doc();
  replay(stored, doc);
  const state = Y.encodeStateAsUpdateV2(doc);
  doc.destroy();
  const compaction = {
    document,
    basedOn: stored.snapshot?.version ?? 0,
    state,
    foldedIn: stored.tail.map(({ row }) => row),
    ...(leavesNothing && { leavesNothing }),
  };
  return (await storage.compact(compaction)) ? compaction : null;
}

/** Counts each document's rows, and compacts one document at a time when there are many. */
export class Compactor {
  readonly #storage: Pick<Storage, 'read' | 'compact'>;
  readonly #log: Logger;
  readonly #onCompacted: (compaction: Compaction) => void;
  readonly #at: CompactionRows;
  readonly #rows = new Map<string, number>();
  #work: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(
    storage: Pick<Storage, 'read' | 'compact'>,
    log: Logger,
    onCompacted: (compaction: Compaction) => void,
    at = COMPACTION_ROWS,
  ) {
    this.#storage = storage;
    this.#log = log;
    this.#onCompacted = onCompacted;
    this.#at = at;
  }

  opened(document: string, rows: number): void {
    this.#rows.set(document, rows);
  }

  appended(document: string): void {
    const rows = (this.#rows.get(document) ?? 0) + 1;
    this.#rows.set(document, rows >= this.#at.open ? 0 : rows);
    if (rows >= this.#at.open) this.#enqueue(document);
  }

  closed(document: string): void {
    const rows = this.#rows.get(document) ?? 0;
    this.#rows.delete(document);
    if (rows >= this.#at.atRest) this.#enqueue(document);
  }

  /** Now, so that nothing is left of what was deleted from it. */
  forgetDeleted(document: string): void {
    this.#enqueue(document, true);
  }

  #enqueue(document: string, leavesNothing = false): void {
    this.#work = this.#work
      .then(() => (this.#isStopped ? undefined : this.#compact(document, leavesNothing)))
      // The log is whole without it; the next close tries again.
      .catch((error: unknown) => this.#log.warn({ document, err: error }, 'could not compact a document'));
  }

  async #compact(document: string, leavesNothing: boolean): Promise<void> {
    const done = await compact(this.#storage, document, leavesNothing);
    if (done !== null) this.#onCompacted(done);
  }

  /** Begins nothing new: who stops the server waits for it, and the log is whole. */
  stop(): void {
    this.#isStopped = true;
  }

  async finished(): Promise<void> {
    await this.#work;
  }
}

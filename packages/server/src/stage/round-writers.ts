/** How many have written in the round that is on: all that others are told of it before it is revealed. */
import {
  documentName,
  notesToReveal,
  parseDocumentName,
  readWriters,
  writeWriters,
  type BoardId,
  type Stage,
} from '@samtavla/protocol';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Storage } from '../storage/storage.ts';
import type { StoredDocuments } from '../sync/stored-documents.ts';
import { lookAtDesks } from './desks.ts';

type Parts = {
  readonly storage: Pick<Storage, 'people'>;
  readonly documents: Pick<StoredDocuments, 'read' | 'write'>;
  /** What is in memory of a board's stage. */
  readonly stageNow: (board: BoardId) => Stage | null;
  readonly log: Logger;
};

/** A hall that writes is counted at most so often. */
const COUNT_MILLIS = 1_000;

export class RoundWriters {
  readonly #parts: Parts;
  readonly #stop = new AbortController();
  readonly #due = new Set<BoardId>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A document has been written in. */
  written(document: string): void {
    const address = parseDocumentName(document);
    if (address?.kind === 'desk') this.#countSoon(address.board);
  }

  /** Begins nothing any more. */
  stop(): void {
    this.#stop.abort();
  }

  #countSoon(board: BoardId): void {
    if (this.#due.has(board) || (this.#parts.stageNow(board)?.round ?? null) === null) return;
    this.#due.add(board);
    this.#count(board).catch((err: unknown) => {
      if (!this.#stop.signal.aborted) this.#parts.log.warn({ board, err }, 'could not count who has written');
    });
  }

  async #count(board: BoardId): Promise<void> {
    await wait(COUNT_MILLIS, undefined, { signal: this.#stop.signal, ref: false }).finally(() =>
      this.#due.delete(board),
    );
    const round = this.#parts.stageNow(board)?.round ?? null;
    if (round === null) return;
    const desks = await lookAtDesks(this.#parts, board, (desk) => notesToReveal(desk, new Set([round])).length > 0);
    const count = desks.filter(({ seen }) => seen).length;
    await this.#parts.documents.write([documentName({ board, kind: 'stage' })], ([stage]) => {
      if (stage !== undefined && readWriters(stage, round) !== count) writeWriters(stage, round, count);
    });
  }
}

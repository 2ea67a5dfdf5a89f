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
import type { Logger } from 'pino';
import type { Storage } from '../storage/storage.ts';
import type { StoredDocuments } from '../sync/stored-documents.ts';
import { lookAtDesks } from './desks.ts';
import { OnceASecond } from './once-a-second.ts';

type Parts = {
  readonly storage: Pick<Storage, 'people'>;
  readonly documents: Pick<StoredDocuments, 'read' | 'write'>;
  /** What is in memory of a board's stage. */
  readonly stageNow: (board: BoardId) => Stage | null;
  readonly log: Logger;
};

export class RoundWriters {
  readonly #parts: Parts;
  readonly #counting: OnceASecond;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#counting = new OnceASecond((board) => this.#count(board), parts.log);
  }

  /** A document has been written in. */
  written(document: string): void {
    const address = parseDocumentName(document);
    const isOn = address?.kind === 'desk' && (this.#parts.stageNow(address.board)?.round ?? null) !== null;
    if (isOn) this.#counting.ask(address.board);
  }

  /** Begins nothing any more. */
  stop(): void {
    this.#counting.stop();
  }

  async #count(board: BoardId): Promise<void> {
    const round = this.#parts.stageNow(board)?.round ?? null;
    if (round === null) return;
    const desks = await lookAtDesks(this.#parts, board, (desk) => notesToReveal(desk, new Set([round])).length > 0);
    const count = desks.filter(({ seen }) => seen).length;
    await this.#parts.documents.write([documentName({ board, kind: 'stage' })], ([stage]) => {
      if (stage !== undefined && readWriters(stage, round) !== count) writeWriters(stage, round, count);
    });
  }
}

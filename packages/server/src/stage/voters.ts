/** How many have voted in the vote that is open: all that anybody is told of it before it is closed. */
import { ballotsGiven, documentName, readVoters, writeVoters, type BoardId } from '@samtavla/protocol';
import type { Logger } from 'pino';
import type { Storage } from '../storage/storage.ts';
import type { StoredDocuments } from '../sync/stored-documents.ts';
import { OnceASecond } from './once-a-second.ts';

type Parts = {
  readonly storage: Pick<Storage, 'ballots' | 'stage'>;
  readonly documents: Pick<StoredDocuments, 'write'>;
  readonly log: Logger;
};

export class Voters {
  readonly #parts: Parts;
  readonly #counting: OnceASecond;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#counting = new OnceASecond((board) => this.#count(board), parts.log);
  }

  /** Somebody has voted. */
  voted(board: BoardId): void {
    this.#counting.ask(board);
  }

  /** Begins nothing any more. */
  stop(): void {
    this.#counting.stop();
  }

  async #count(board: BoardId): Promise<void> {
    const { storage, documents } = this.#parts;
    const vote = (await storage.stage(board))?.votes.at(-1);
    // Once it is closed its result says how many.
    if (vote === undefined || vote.state === 'closed') return;
    const count = ballotsGiven(await storage.ballots(board, vote.id));
    await documents.write([documentName({ board, kind: 'stage' })], ([stage]) => {
      if (stage !== undefined && readVoters(stage, vote.id) !== count) writeVoters(stage, vote.id, count);
    });
  }
}

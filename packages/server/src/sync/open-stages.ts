/**
 * The stages of the boards that somebody has open here, in memory as long as they have: what each message is held against. The row in
 * storage is the truth, and the document what people see of it; one that is behind its row is written again.
 */
import { documentName, OPEN_STAGE, readStage, writeStage, type BoardId, type Stage } from '@samtavla/protocol';
import type { Logger } from 'pino';
import type { Storage } from '../storage/storage.ts';
import type { HeldDocument, StoredDocuments } from './stored-documents.ts';

type Parts = {
  readonly storage: Pick<Storage, 'stage'>;
  readonly documents: Pick<StoredDocuments, 'hold' | 'write'>;
  readonly log: Logger;
  /** Told of the stage of a board that nobody had open here. */
  readonly onOpened: (board: BoardId, stage: Stage) => void;
};

type Held = {
  readonly document: HeldDocument;
  /** What the document says. */
  shown: Stage | null;
  readonly stopFollowing: () => void;
};

const nameOf = (board: BoardId): string => documentName({ board, kind: 'stage' });

export class OpenStages {
  readonly #parts: Parts;
  readonly #sockets = new Map<BoardId, number>();
  readonly #opening = new Map<BoardId, Promise<Held>>();
  readonly #held = new Map<BoardId, Held>();
  /** The newest that this process has read in storage or put there. */
  readonly #newest = new Map<BoardId, Stage>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  arrived(board: BoardId): void {
    this.#sockets.set(board, (this.#sockets.get(board) ?? 0) + 1);
  }

  left(board: BoardId): void {
    const others = (this.#sockets.get(board) ?? 0) - 1;
    if (others > 0) this.#sockets.set(board, others);
    else this.#sockets.delete(board);
    if (others <= 0) this.#letGo(board);
  }

  /** Resolves when the board's stage is in memory and no older than its row. Refuses when it cannot be read. */
  async open(board: BoardId): Promise<void> {
    // A copy that was dropped meanwhile is nobody's any more.
    if (this.#held.get(board)?.document.isCurrent() === false) this.#letGo(board);
    const opening = this.#opening.get(board) ?? this.#open(board);
    this.#opening.set(board, opening);
    try {
      this.#held.set(board, await opening);
    } catch (error) {
      this.#opening.delete(board);
      throw error;
    }
    // Whoever asked for it may be gone.
    if (!this.#sockets.has(board)) this.#letGo(board);
  }

  /** Null while it is not in memory. */
  now(board: BoardId): Stage | null {
    const held = this.#held.get(board);
    return held?.document.isCurrent() === true ? held.shown : null;
  }

  /** Shows people a stage that is in storage. Resolves when that is on disk too. */
  async show(board: BoardId, stage: Stage): Promise<void> {
    if (this.#sockets.has(board)) this.#note(board, stage);
    await this.#parts.documents.write([nameOf(board)], ([doc]) => {
      if (doc !== undefined && versionOf(readStage(doc)) < stage.version) writeStage(doc, stage);
    });
  }

  async #open(board: BoardId): Promise<Held> {
    const document = await this.#parts.documents.hold(nameOf(board));
    const held: Held = { document, shown: null, stopFollowing: () => document.doc.off('update', look) };
    const look = () => this.#look(board, held);
    document.doc.on('update', look);
    look();
    try {
      // A server that stopped between the row and the document left the document behind.
      const stage = (await this.#parts.storage.stage(board)) ?? OPEN_STAGE;
      if (versionOf(held.shown) < stage.version) await this.show(board, stage);
      this.#parts.onOpened(board, stage);
      return held;
    } catch (error) {
      await letGo(held);
      throw error;
    }
  }

  /** Of two that are written at once by two servers either may win, also the older one: the other's server writes it again. */
  #look(board: BoardId, held: Held): void {
    held.shown = readStage(held.document.doc);
    const newest = this.#newest.get(board);
    if (newest === undefined || held.shown === null || held.shown.version >= newest.version) return;
    this.show(board, newest).catch((err: unknown) => this.#parts.log.warn({ board, err }, 'could not show a stage'));
  }

  #letGo(board: BoardId): void {
    const held = this.#held.get(board);
    this.#held.delete(board);
    this.#opening.delete(board);
    this.#newest.delete(board);
    if (held !== undefined) void letGo(held);
  }

  #note(board: BoardId, stage: Stage): void {
    if (versionOf(this.#newest.get(board)) < stage.version) this.#newest.set(board, stage);
  }
}

const versionOf = (stage: Stage | null | undefined): number => stage?.version ?? 0;

async function letGo({ document, stopFollowing }: Held): Promise<void> {
  stopFollowing();
  await document.letGo();
}

/**
 * The documents in memory and the log below them: what is read into a document, what is written in it, and how a copy in memory that
 * cannot be trusted is dropped.
 *
 *     log ──▶ restore ──▶ document ──▶ IncomingUpdates ──▶ DurableGate ──▶ log ──▶ frames leave
 *      ▲                                                                    │
 *      └────────────────────────────── Compactor ◀──────────────────────────┘
 */
import type { Document, onAuthenticatePayload, onLoadDocumentPayload } from '@hocuspocus/server';
import type { BoardId, RefusalCode } from '@samtavla/protocol';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import type { Watch } from '../metrics/watch.ts';
import { Refused } from '../refused.ts';
import { StorageCorrupt } from '../storage/storage-error.ts';
import type { LogEntry, RowId, Storage, StoredDocument } from '../storage/storage.ts';
import type { BoardSocket } from './board-socket.ts';
import { Compactor, type CompactionRows } from './compaction.ts';
import { DurableGate } from './durable-gate.ts';
import { IncomingUpdates, type Along } from './incoming-updates.ts';
import type { Nodes } from './nodes/nodes.ts';
import { OpenDocuments, type SocketContext } from './open-documents.ts';
import type { Refusing, RefusingParts } from './refusing.ts';
import { replay } from './replay.ts';
import { WrittenBy } from './written-by.ts';

/** Hocuspocus' own timers and queues, out of the way of ours: the largest delay a timer takes (24 days). */
const NEVER_MILLIS = 2 ** 31 - 1;

export type StoredDocumentsParts = RefusingParts & {
  readonly storage: Storage;
  readonly nodes: Nodes;
  readonly refusing: Refusing;
  readonly log: Logger;
  readonly watch: Watch;
  readonly compactAt?: CompactionRows | undefined;
  /** Lets a socket into a document, or throws the refusal. */
  readonly authenticate: (payload: onAuthenticatePayload<SocketContext>) => Promise<void>;
  /** Whether what this socket sends of this document may be written now. */
  readonly mayWrite: (socket: BoardSocket, document: string) => boolean;
  /** Told of every update that goes to the log. */
  readonly onAppend?: (document: string) => void;
};

/** A document that stays in memory, whoever comes and goes. */
export type HeldDocument = {
  readonly doc: Y.Doc;
  /** False for a copy that was dropped: what it says is nobody's any more. */
  readonly isCurrent: () => boolean;
  readonly letGo: () => Promise<void>;
};

type OwnConnection = Awaited<ReturnType<OpenDocuments['openDirectConnection']>>;

export class StoredDocuments {
  readonly #parts: StoredDocumentsParts;
  readonly #gate: DurableGate;
  readonly #compactor: Compactor;
  readonly #incoming: IncomingUpdates;
  readonly #open: OpenDocuments;

  constructor(parts: StoredDocumentsParts) {
    this.#parts = parts;
    const { storage, nodes, refusing, log } = parts;
    this.#gate = new DurableGate(
      { append: (entries) => this.#commit(entries) },
      {
        onCommitted: (entries, rows) => nodes.committed(entries, rows),
        onFailure: (documents, error) => this.#commitFailed(documents, error),
      },
    );
    this.#compactor = new Compactor(storage, log, (compaction) => nodes.compacted(compaction), parts.compactAt);
    // A copy that was dropped is nothing to anybody any more.
    this.#incoming = new IncomingUpdates({
      append: (document, update, along) => {
        if (!this.#open.isAbandoned(document)) this.#append(document.name, update, along);
      },
      broke: (document, sender) => {
        if (!this.#open.isAbandoned(document)) this.#giveUp(document, sender);
      },
    });
    this.#open = new OpenDocuments({
      quiet: true,
      timeout: NEVER_MILLIS,
      // A broadcast must come after the update has reached the gate: Hocuspocus hears of updates first, and would send a large
      // one at once.
      flushDelay: 0,
      flushMaxBytes: Number.POSITIVE_INFINITY,
      onAuthenticate: (payload) => refusing.run(payload.context.socket, () => parts.authenticate(payload)),
      onLoadDocument: (payload) => refusing.run(payload.context.socket, () => this.#load(payload)),
      beforeHandleMessage: async ({ document, context: { socket }, connection }) => {
        // An update to a copy that is not the document any more would be acknowledged and stored nowhere. And what a refused socket
        // had sent before it was refused is still in Hocuspocus' queue.
        if (!this.#open.isCurrent(document)) socket?.refuse('internal');
        if (socket === undefined) return;
        connection.readOnly = socket.isRefused || !parts.mayWrite(socket, document.name);
      },
      beforeSync: async (payload) => this.#incoming.weigh(payload),
      // Also of a client that is gone meanwhile, to which no frame is sent any more.
      afterHandleMessage: async ({ document, context }) => {
        if (isBroken(document) && this.#open.isCurrent(document)) this.#giveUp(document, context.socket);
      },
      afterUnloadDocument: async ({ documentName }) => this.#compactor.closed(documentName),
    });
  }

  /** Hands a socket's frames to Hocuspocus. */
  connect(socket: BoardSocket, request: Request): ReturnType<OpenDocuments['handleConnection']> {
    return this.#open.handleConnection(socket, request, { socket });
  }

  /** Sends now, or when all that the document has is on disk. */
  deliver(name: string, socket: BoardSocket, send: () => void): void {
    const document = this.#open.documents.get(name);
    // The first frame after it broke is the acknowledgement of what broke it.
    if (document !== undefined && isBroken(document)) this.#giveUp(document, socket);
    else this.#gate.deliver(name, send);
  }

  get number(): number {
    return this.#open.documents.size;
  }

  /** One that somebody has open. */
  get(name: string): Document | undefined {
    return this.#open.documents.get(name);
  }

  /** What a document says now, and no more of it than is on disk. Refuses when it cannot be read. */
  async read<T>(name: string, look: (doc: Y.Doc) => T): Promise<T> {
    while (this.#gate.holds(name)) await this.#gate.settled(name);
    const open = this.get(name);
    if (open !== undefined) return look(open);
    const doc = new Y.Doc();
    await this.#restore(name, doc);
    const result = look(doc);
    doc.destroy();
    return result;
  }

  /**
   * The server's own change of documents, seen at once by all who have them open and undone by nobody's undo. Resolves when it is on
   * disk: what is changed before `change` returns goes into one commit, whichever of the documents it is in.
   */
  async write(names: readonly string[], change: (docs: readonly Y.Doc[]) => void): Promise<void> {
    if (this.#parts.health.isDown) throw new Refused('storage-unavailable');
    const opened: OwnConnection[] = [];
    try {
      for (const name of names) opened.push(await this.#open.openDirectConnection(name, {}));
      const documents = opened.flatMap(({ document }) => document ?? []);
      const areCurrent = () => documents.every((document) => this.#open.isCurrent(document));
      if (!areCurrent()) throw new Refused('internal');
      change(documents);
      // What broke by it was dropped, and is on disk as it was before.
      if (!areCurrent()) throw new Refused('internal');
      await Promise.all(names.map((name) => this.#gate.settled(name)));
    } finally {
      for (const connection of opened) await connection.disconnect();
    }
  }

  /** Keeps a document in memory until it is let go of. Refuses when it cannot be read. */
  async hold(name: string): Promise<HeldDocument> {
    const connection = await this.#open.openDirectConnection(name, {});
    const { document } = connection;
    if (document === null) throw new Refused('internal');
    return {
      doc: document,
      isCurrent: () => this.#open.isCurrent(document),
      letGo: () => connection.disconnect(),
    };
  }

  /** Folds a document's log into its snapshot, so that storage holds nothing of what was deleted from it. */
  async forgetDeleted(name: string): Promise<void> {
    await this.#gate.settled(name);
    this.#compactor.forgetDeleted(name);
  }

  /** Who has sent what of a document, on whichever node. */
  async writtenBy(name: string): Promise<WrittenBy> {
    await this.#gate.settled(name);
    return new WrittenBy(await this.#parts.storage.spans(name));
  }

  /** Drops a board's documents, which nobody may open any more. Resolves when nothing of them is on its way to storage. */
  async forget(board: BoardId): Promise<void> {
    const isOfBoard = (name: string) => name.startsWith(`${board}/`);
    for (const name of [...this.#open.documents.keys()].filter(isOfBoard)) this.#abandon(name, 'board-deleted');
    for (const name of this.#gate.documentsUnderWay().filter(isOfBoard)) await this.#gate.settled(name).catch(() => {});
  }

  /** What another node has stored: not logged again, and told to everybody here. */
  takeStored(document: Document, stored: StoredDocument): void {
    try {
      this.#incoming.takeStored(document, stored);
      if (!isBroken(document)) return;
    } catch (error) {
      this.#parts.log.error({ document: document.name, err: error }, 'what another node stored cannot be read');
    }
    this.#giveUp(document);
  }

  /** Resolves when nothing is on its way to storage, however it ended. */
  stored(): Promise<void> {
    return this.#gate.drained();
  }

  /** Begins no compaction any more, and resolves when that which is under way is done. */
  stopCompacting(): Promise<void> {
    this.#compactor.stop();
    return this.#compactor.finished();
  }

  async #load({ document, documentName: name }: onLoadDocumentPayload<SocketContext>): Promise<void> {
    const { nodes, storage } = this.#parts;
    // A document that was closed with rows still on their way is read after them.
    await this.#gate.settled(name);
    nodes.documentOpening(document);
    // Also of a document that could not be read, and so never was open.
    document.on('destroy', () => nodes.documentClosed(document));
    const stored = await this.#restore(name, document);
    nodes.documentOpened(document, stored);
    this.#compactor.opened(name, stored.tail.length);
    this.#incoming.follow(document, await storage.spans(name));
  }

  /** A document that cannot be read is never taken for an empty one. */
  async #restore(name: string, doc: Y.Doc): Promise<StoredDocument> {
    const stored = await this.#parts.storage.read(name);
    try {
      if (stored === null) throw new Error('Nothing is stored.');
      replay(stored, doc);
      return stored;
    } catch (error) {
      this.#parts.log.error({ document: name, err: error }, 'a stored document cannot be read');
      throw new Refused('document-damaged');
    }
  }

  #append(name: string, update: Uint8Array, along: Along): void {
    this.#gate.append(name, update, along);
    this.#parts.onAppend?.(name);
    this.#compactor.appended(name);
  }

  async #commit(entries: readonly LogEntry[]): Promise<readonly RowId[]> {
    const began = performance.now();
    const rows = await this.#parts.storage.append(entries);
    this.#parts.watch.committed(entries.length, (performance.now() - began) / 1000);
    return rows;
  }

  #commitFailed(documents: readonly string[], error: unknown): void {
    this.#parts.log.error({ documents: documents.length, err: error }, 'could not store');
    this.#parts.watch.commitFailed();
    this.#parts.health.failed();
    for (const name of documents) this.#abandon(name, 'storage-unavailable');
    if (error instanceof StorageCorrupt) this.#parts.onCorrupt(error);
  }

  /** What it holds was not told to the gate: nothing of it may leave. What is on disk is whole, and opens again. */
  #giveUp(document: Document, sender?: BoardSocket): void {
    this.#parts.log.error({ document: document.name }, 'a document in memory is broken');
    sender?.refuse('bad-frame');
    this.#abandon(document.name, 'internal');
  }

  #abandon(name: string, why: RefusalCode): void {
    const document = this.get(name);
    if (document !== undefined) this.#parts.nodes.documentClosed(document);
    this.#open.abandon(name, why);
  }
}

/**
 * Something was thrown in the middle of a transaction. Yjs then waits for its end for ever, and tells of no update again; nothing
 * but these two fields shows it.
 */
const isBroken = ({ _transaction, _transactionCleanups }: Document): boolean =>
  _transaction !== null || _transactionCleanups.length > 0;

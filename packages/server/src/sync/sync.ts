import type {
  afterHandleMessagePayload,
  beforeHandleMessagePayload,
  beforeSyncPayload,
  Connection,
  Document,
  onAuthenticatePayload,
  onLoadDocumentPayload,
} from '@hocuspocus/server';
import { isTransactionOrigin } from '@hocuspocus/server';
import {
  accessTo,
  parseDocumentName,
  REFUSALS,
  type BoardId,
  type Limits,
  type Millis,
  type ParticipantId,
  type RefusalCode,
} from '@samtavla/protocol';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import type { Admission } from '../links/admission.ts';
import type { Census, Watch } from '../metrics/watch.ts';
import { Refused } from '../refused.ts';
import { StorageCorrupt, StorageUnavailable } from '../storage/storage-error.ts';
import type { LogEntry, RowId, Span, Storage, StoredDocument } from '../storage/storage.ts';
import { BoardSocket, type Line } from './board-socket.ts';
import { Compactor, type CompactionRows } from './compaction.ts';
import { relayDrag, showDrag } from './drags.ts';
import { DurableGate } from './durable-gate.ts';
import { textOfStateless } from './frame.ts';
import { hasNestedTooDeep, nestsTooDeep } from './nesting.ts';
import { ALONE, type Nodes } from './nodes/nodes.ts';
import { SeveralNodes } from './nodes/several-nodes.ts';
import { OpenDocuments, type SocketContext } from './open-documents.ts';
import { Presence } from './presence.ts';
import { Pulse } from './pulse.ts';
import { replay } from './replay.ts';
import { SessionEnds } from './session-ends.ts';
import { StorageHealth } from './storage-health.ts';
import { WaitingStructs } from './waiting-structs.ts';
import { WrittenBy } from './written-by.ts';

/** Hocuspocus' own timers and queues, out of the way of ours: the largest delay a timer takes (24 days). */
const NEVER_MILLIS = 2 ** 31 - 1;

/** y-protocols' question for what the asker lacks, the one sync message that brings nothing. */
const STATE_VECTOR = 0;

/** Of a transaction that brings what the log has already. */
const FROM_LOG = Symbol('from the log');

/** Refusals that cost a document; all others cost the socket. */
const OF_ONE_DOCUMENT: readonly RefusalCode[] = ['not-allowed', 'document-damaged'];

export type SyncParts = {
  readonly storage: Storage;
  readonly admission: Admission;
  readonly log: Logger;
  readonly limits: Limits;
  readonly now: () => Millis;
  readonly compactAt?: CompactionRows | undefined;
  /** Where other nodes on the same storage are told what this one does; null: there are none. */
  readonly nodes: { readonly redisUrl: string; readonly secretKey: string } | null;
  readonly watch: Watch;
  /** Told of every update that goes to the log. */
  readonly onAppend?: (document: string) => void;
  /** The database is damaged: nothing can be trusted to be stored from here on. */
  readonly onCorrupt: (error: StorageCorrupt) => void;
};

type OwnConnection = Awaited<ReturnType<OpenDocuments['openDirectConnection']>>;

/** The documents in memory, and the sockets that edit them. */
export class Sync {
  readonly health: StorageHealth;
  readonly #parts: SyncParts;
  readonly #gate: DurableGate;
  readonly #compactor: Compactor;
  readonly #pulse = new Pulse();
  readonly #presence: Presence;
  readonly #nodes: Nodes;
  /** By the document that they watch. */
  readonly #waiting = new WeakMap<Document, WaitingStructs>();
  readonly #ends: SessionEnds;
  /** What each connection has sent last of a document, from just before it is applied. */
  readonly #arriving = new WeakMap<Connection, Uint8Array>();
  readonly #documents: OpenDocuments;
  readonly #writtenBy = new WeakMap<Y.Doc, WrittenBy>();
  /** What the update that is being applied begins, until its `update` event. */
  readonly #begun = new WeakMap<Y.Doc, readonly Span[]>();
  #isClosing = false;

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#presence = new Presence(parts.limits, (board, news) => this.#nodes.presence(board, news));
    this.#nodes = parts.nodes === null ? ALONE : this.#severalNodes(parts.nodes);
    this.#ends = new SessionEnds(parts.now, (socket) => void this.#endIfOver(socket));
    this.health = new StorageHealth(parts.storage);
    this.#gate = new DurableGate(
      { append: (entries) => this.#commit(entries) },
      {
        onCommitted: (entries, rows) => this.#nodes.committed(entries, rows),
        onFailure: (documents, error) => this.#commitFailed(documents, error),
      },
    );
    const onCompacted = this.#nodes.compacted.bind(this.#nodes);
    this.#compactor = new Compactor(parts.storage, parts.log, onCompacted, parts.compactAt);
    this.#documents = new OpenDocuments({
      quiet: true,
      timeout: NEVER_MILLIS,
      // A broadcast must come after the update has reached the gate: Hocuspocus hears of updates first, and would send a large
      // one at once.
      flushDelay: 0,
      flushMaxBytes: Number.POSITIVE_INFINITY,
      onAuthenticate: (payload) => this.#refusing(payload.context, () => this.#authenticate(payload)),
      onLoadDocument: (payload) => this.#refusing(payload.context, () => this.#load(payload)),
      beforeHandleMessage: (payload) => this.#holdOff(payload),
      beforeSync: (payload) => this.#weigh(payload),
      afterHandleMessage: (payload) => this.#lookAfter(payload),
      afterUnloadDocument: async ({ documentName }) => this.#compactor.closed(documentName),
    });
  }

  /** Takes over a socket that was opened for a board. */
  accept(line: Line, board: BoardId, request: Request): void {
    const socket: BoardSocket = new BoardSocket(line, board, this.#parts.limits, {
      onFrame: (bytes) => client.handleMessage(bytes),
      onDrag: (document, bytes) => this.#relayDrag(document, socket, bytes),
      onTold: (told) => this.#presence.told(socket, told),
      onClosed: (why) => {
        this.#presence.left(socket);
        this.#nodes.left(board);
        this.#ends.forget(socket);
        this.#pulse.remove(socket);
        client.handleClose();
        if (why !== null) this.#closed(board, why);
      },
      deliver: (document, from, send) => this.#deliver(document, from, send),
    });
    const client = this.#documents.handleConnection(socket, request, { socket });
    this.#pulse.add(socket);
    this.#nodes.arrived(board);
    if (this.#isClosing) socket.refuse('shutting-down');
    else if (this.health.isDown) socket.refuse('storage-unavailable');
  }

  /** Closes a socket that leads nowhere. */
  turnAway(line: Pick<Line, 'close'>, code: RefusalCode): void {
    line.close(REFUSALS[code].close, code);
    this.#closed(null, code);
  }

  #closed(board: BoardId | null, code: RefusalCode): void {
    this.#parts.watch.refused('socket', code);
    this.#parts.log.info({ board, code }, 'closed a socket');
  }

  census(): Census {
    const inside = [...this.#pulse.sockets].filter(({ isIn }) => isIn);
    return {
      people: inside.length,
      boards: new Set(inside.map(({ board }) => board)).size,
      documents: this.#documents.documents.size,
      canStore: !this.health.isDown,
    };
  }

  /** What a document says now, and no more of it than is on disk. Refuses when it cannot be read. */
  async read<T>(name: string, look: (doc: Y.Doc) => T): Promise<T> {
    while (this.#gate.holds(name)) await this.#gate.settled(name);
    const open = this.#documents.documents.get(name);
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
    if (this.health.isDown) throw new Refused('storage-unavailable');
    const opened: OwnConnection[] = [];
    try {
      for (const name of names) opened.push(await this.#documents.openDirectConnection(name, {}));
      const documents = opened.flatMap(({ document }) => document ?? []);
      const areCurrent = () => documents.every((document) => this.#documents.isCurrent(document));
      if (!areCurrent()) throw new Refused('internal');
      change(documents);
      // What broke by it was dropped, and is on disk as it was before.
      if (!areCurrent()) throw new Refused('internal');
      await Promise.all(names.map((name) => this.#gate.settled(name)));
    } finally {
      for (const connection of opened) await connection.disconnect();
    }
  }

  /** Who has sent what of a document, on whichever node. */
  async writtenBy(name: string): Promise<WrittenBy> {
    await this.#gate.settled(name);
    return new WrittenBy(await this.#parts.storage.spans(name));
  }

  /** Drops a board's documents, which nobody may open any more. Resolves when nothing of them is on its way to storage. */
  async forget(board: BoardId): Promise<void> {
    const isOfBoard = (name: string) => name.startsWith(`${board}/`);
    for (const name of [...this.#documents.documents.keys()].filter(isOfBoard)) this.#abandon(name, 'board-deleted');
    for (const name of this.#gate.documentsUnderWay().filter(isOfBoard)) await this.#gate.settled(name).catch(() => {});
  }

  /** Boards that somebody has open. */
  boardsOpen(): ReadonlySet<BoardId> {
    return new Set([...this.#pulse.sockets].map(({ board }) => board));
  }

  /** Closes the sockets of whoever's session is over, on every node: what storage says now decides, not what it said when they came. */
  async endOverSessions(board: BoardId): Promise<void> {
    this.#nodes.sessionsEnded(board);
    await this.#endOverSessionsHere(board);
  }

  async #endOverSessionsHere(board: BoardId): Promise<void> {
    const sockets = [...this.#pulse.sockets].filter((socket) => socket.board === board);
    await Promise.all(sockets.map((socket) => this.#endIfOver(socket)));
  }

  /** Where it cannot be found out now, they come again, and are asked then. */
  async #endIfOver(socket: BoardSocket): Promise<void> {
    this.#ends.forget(socket);
    await this.#refusing({ socket }, () => this.#checkTokens(socket)).catch(() => {});
  }

  /** Refuses what is over; what ends later is looked at again then. */
  async #checkTokens(socket: BoardSocket): Promise<void> {
    for (const token of socket.tokens) {
      const session = await this.#parts.admission.session(socket.board, token);
      this.#ends.expect(socket, session?.endsAt ?? null);
    }
  }

  /** Stores what is under way, closes every socket and waits for what goes on behind. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#compactor.stop();
    await this.#gate.drained();
    for (const socket of this.#pulse.sockets) socket.refuse('shutting-down');
    await this.#gate.drained();
    await this.#compactor.finished();
    await this.#nodes.close();
    this.#pulse.stop();
    this.health.stop();
  }

  #severalNodes(nodes: NonNullable<SyncParts['nodes']>): Nodes {
    const { storage, log, limits } = this.#parts;
    return new SeveralNodes({
      ...nodes,
      storage,
      log,
      presence: this.#presence,
      presenceMillis: limits.presenceMillis,
      fromOthers: {
        onStored: (document, stored) => this.#takeStored(document, stored),
        onDrag: (name, text) => showDrag(this.#documents.documents.get(name), text),
        onSessions: (board) => void this.#endOverSessionsHere(board),
        onFailure: (error) => void this.#refusalOf(error),
      },
    });
  }

  /** What another node has stored: not logged again, and told to everybody here. */
  #takeStored(document: Document, stored: StoredDocument): void {
    try {
      replay(stored, document, FROM_LOG);
      this.#waiting.get(document)?.tookFromLog();
      if (!isBroken(document)) return;
    } catch (error) {
      this.#parts.log.error({ document: document.name, err: error }, 'what another node stored cannot be read');
    }
    this.#giveUp(document);
  }

  #relayDrag(name: string, from: BoardSocket, bytes: Uint8Array): void {
    if (relayDrag(this.#documents.documents.get(name), from, bytes))
      this.#nodes.dragged(name, this.#presence.idOf(from), textOfStateless(bytes));
  }

  #deliver(name: string, socket: BoardSocket, send: () => void): void {
    const document = this.#documents.documents.get(name);
    // The first frame after it broke is the acknowledgement of what broke it.
    if (document !== undefined && isBroken(document)) this.#giveUp(document, socket);
    else this.#gate.deliver(name, send);
  }

  /** What it holds was not told to the gate: nothing of it may leave. What is on disk is whole, and opens again. */
  #giveUp(document: Document, sender?: BoardSocket): void {
    this.#parts.log.error({ document: document.name }, 'a document in memory is broken');
    sender?.refuse('bad-frame');
    this.#abandon(document.name, 'internal');
  }

  #abandon(name: string, why: RefusalCode): void {
    const document = this.#documents.documents.get(name);
    if (document !== undefined) this.#nodes.documentClosed(document);
    this.#documents.abandon(name, why);
  }

  async #authenticate(payload: onAuthenticatePayload<SocketContext>): Promise<void> {
    const { token, documentName, connectionConfig, context } = payload;
    const { socket } = context;
    const address = parseDocumentName(documentName);
    if (socket === undefined || address === null) throw new Refused('bad-frame');
    if (this.health.isDown) throw new Refused('storage-unavailable');
    // Before the session is looked for: a link that is closed meanwhile ends this socket too.
    socket.tokens.add(token);
    const session = await this.#parts.admission.session(socket.board, token);
    if (session === null) throw new Refused(await this.#whyNoSession(socket.board));
    const access = accessTo(session.role, session.participant.id, address);
    if (access === 'none') throw new Refused('not-allowed');
    connectionConfig.readOnly = access === 'read';
    // On an anonymous board nothing stored may lead from a person to what they wrote.
    if (session.participant.name !== null) socket.people.set(documentName, session.participant.id);
    socket.authenticated();
    this.#ends.expect(socket, session.endsAt);
    if (address.kind === 'stage') this.#presence.letIn(socket, session.participant);
  }

  async #whyNoSession(board: BoardId): Promise<RefusalCode> {
    return (await this.#parts.storage.board(board)) === null ? 'board-unknown' : 'session-unknown';
  }

  async #load({ document, documentName: name }: onLoadDocumentPayload<SocketContext>): Promise<void> {
    // A document that was closed with rows still on their way is read after them.
    await this.#gate.settled(name);
    this.#nodes.documentOpening(document);
    // Also of a document that could not be read, and so never was open.
    document.on('destroy', () => this.#nodes.documentClosed(document));
    const stored = await this.#restore(name, document);
    this.#nodes.documentOpened(document, stored);
    this.#compactor.opened(name, stored.tail.length);
    const waiting = new WaitingStructs(document);
    this.#waiting.set(document, waiting);
    this.#writtenBy.set(document, new WrittenBy(await this.#parts.storage.spans(name)));
    document.on('afterTransactionCleanup', (transaction) => this.#applied(name, waiting, transaction));
    document.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin === FROM_LOG || this.#documents.isAbandoned(document)) return;
      if (hasNestedTooDeep(transaction)) this.#giveUp(document, senderOf(transaction)?.context.socket);
      else this.#append(name, update, this.#begun.get(document));
      this.#begun.delete(document);
    });
  }

  /** What Yjs made of an update, before it is acknowledged. What is in the document has its `update` event. */
  #applied(name: string, waiting: WaitingStructs, transaction: Y.Transaction): void {
    const connection = senderOf(transaction);
    const update = connection && this.#arriving.get(connection);
    const socket = connection?.context.socket;
    if (update === undefined || socket === undefined) return;
    const outcome = waiting.applied(socket, update);
    const isKept = outcome === 'in' || outcome === 'waits';
    const spans = isKept ? this.#spansOf(transaction, socket.people.get(name), update) : [];
    if (outcome === 'waits') this.#append(name, update, spans);
    else this.#begun.set(transaction.doc, spans);
    if (isKept) return;
    if (outcome === 'too-many') socket.refuse('too-many');
    else socket.refuse('bad-frame');
  }

  /**
   * An update to a copy that is not the document any more would be acknowledged and stored nowhere. And what a refused socket had
   * sent before it was refused is still in Hocuspocus' queue.
   */
  async #holdOff({ document, context, connection }: beforeHandleMessagePayload<SocketContext>): Promise<void> {
    if (!this.#documents.isCurrent(document)) context.socket?.refuse('internal');
    if (context.socket?.isRefused === true) connection.readOnly = true;
  }

  async #weigh({ document, context, connection, type, payload }: beforeSyncPayload<SocketContext>): Promise<void> {
    if (type === STATE_VECTOR || connection.readOnly) return;
    this.#arriving.set(connection, payload);
    if (!nestsTooDeep(document, payload)) return;
    context.socket?.refuse('bad-frame');
    connection.readOnly = true;
  }

  /** Also of a client that is gone meanwhile, to which no frame is sent any more. */
  async #lookAfter({ document, context }: afterHandleMessagePayload<SocketContext>): Promise<void> {
    if (isBroken(document) && this.#documents.isCurrent(document)) this.#giveUp(document, context.socket);
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

  #spansOf(transaction: Y.Transaction, person: ParticipantId | undefined, update: Uint8Array): readonly Span[] {
    const written = this.#writtenBy.get(transaction.doc);
    if (person === undefined || written === undefined) return [];
    return written.sent(person, update, (client) => transaction.beforeState.get(client) ?? 0);
  }

  #append(name: string, update: Uint8Array, spans: readonly Span[] = []): void {
    this.#gate.append(name, update, spans);
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
    this.health.failed();
    for (const name of documents) this.#abandon(name, 'storage-unavailable');
    if (error instanceof StorageCorrupt) this.#parts.onCorrupt(error);
  }

  /** Runs a hook of Hocuspocus': what it refuses costs a document or the socket. */
  async #refusing(context: SocketContext, hook: () => Promise<void>): Promise<void> {
    try {
      await hook();
    } catch (error) {
      const refused = this.#refusalOf(error);
      if (OF_ONE_DOCUMENT.includes(refused.code)) this.#parts.watch.refused('document', refused.code);
      else context.socket?.refuse(refused.code);
      throw refused;
    }
  }

  #refusalOf(error: unknown): Refused {
    if (error instanceof Refused) return error;
    if (error instanceof StorageCorrupt) this.#parts.onCorrupt(error);
    if (error instanceof StorageUnavailable) {
      this.health.failed();
      return new Refused('storage-unavailable');
    }
    this.#parts.log.error({ err: error }, 'could not read what is stored');
    return new Refused('internal');
  }
}

/**
 * Something was thrown in the middle of a transaction. Yjs then waits for its end for ever, and tells of no update again; nothing
 * but these two fields shows it.
 */
const isBroken = ({ _transaction, _transactionCleanups }: Document): boolean =>
  _transaction !== null || _transactionCleanups.length > 0;

/** The connection whose message a transaction applies. */
const senderOf = ({ origin }: Y.Transaction): Connection<SocketContext> | undefined =>
  isTransactionOrigin(origin) && origin.source === 'connection' ? origin.connection : undefined;

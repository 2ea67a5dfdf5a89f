/**
 * What is written into a document in memory, followed from the frame that brings it to the log.
 *
 *     frame ──▶ weigh ──▶ Yjs ──▶ applied ──▶ `update` ──▶ append
 *                                    └─ waits for others: append
 */
import { isTransactionOrigin, type beforeSyncPayload, type Connection, type Document } from '@hocuspocus/server';
import type { ParticipantId, RefusalCode } from '@samtavla/protocol';
import type * as Y from 'yjs';
import type { LogEntry, StoredDocument, Span } from '../storage/storage.ts';
import type { BoardSocket } from './board-socket.ts';
import { hasNestedTooDeep, nestsTooDeep } from './nesting.ts';
import type { SocketContext } from './open-documents.ts';
import { replay } from './replay.ts';
import { Revealing } from './revealing.ts';
import { WaitingStructs } from './waiting-structs.ts';
import { WrittenBy } from './written-by.ts';

/** y-protocols' question for what the asker lacks, the one sync message that brings nothing. */
const STATE_VECTOR = 0;

/** Of a transaction that brings what the log has already. */
const FROM_LOG = Symbol('from the log');

type Followed = {
  readonly waiting: WaitingStructs;
  readonly writtenBy: WrittenBy;
  /** What the update that is being applied begins, until its `update` event. */
  begun: readonly Span[];
};

/** What goes to the log with an update. */
export type Along = Pick<LogEntry, 'spans' | 'revealed'>;

type Outcomes = {
  /** It is in the document, or waits there, and belongs in the log. */
  readonly append: (document: Document, update: Uint8Array, along: Along) => void;
  /** It is in the document and must not leave. */
  readonly broke: (document: Document, sender?: BoardSocket) => void;
};

export class IncomingUpdates {
  readonly #outcomes: Outcomes;
  readonly #followed = new WeakMap<Document, Followed>();
  /** What each connection has sent last, from just before it is applied. */
  readonly #arriving = new WeakMap<Connection, Uint8Array>();

  constructor(outcomes: Outcomes) {
    this.#outcomes = outcomes;
  }

  /** @param spans who wrote what of it so far */
  follow(document: Document, spans: readonly Span[]): void {
    const followed: Followed = { waiting: new WaitingStructs(document), writtenBy: new WrittenBy(spans), begun: [] };
    this.#followed.set(document, followed);
    document.on('afterTransactionCleanup', (transaction) => this.#applied(document, followed, transaction));
    document.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin !== FROM_LOG) this.#isIn(document, followed, update, transaction);
    });
  }

  /** Brings a document up to what the log has: not logged again. Throws as `replay` does. */
  takeStored(document: Document, stored: StoredDocument): void {
    replay(stored, document, FROM_LOG);
    this.#followed.get(document)?.waiting.tookFromLog();
  }

  /** Looks at a frame before Yjs does; what nests too deep, or would wait where too much waits already, is not applied. */
  weigh({ document, context, connection, type, payload }: beforeSyncPayload<SocketContext>): void {
    if (type === STATE_VECTOR || connection.readOnly) return;
    this.#arriving.set(connection, payload);
    const refusal = this.#refusalOf(document, payload);
    if (refusal === null) return;
    context.socket?.refuse(refusal);
    connection.readOnly = true;
  }

  #refusalOf(document: Document, update: Uint8Array): RefusalCode | null {
    if (nestsTooDeep(document, update)) return 'bad-frame';
    return this.#followed.get(document)?.waiting.bears(update) === false ? 'too-many' : null;
  }

  /** What Yjs made of an update, before it is acknowledged. What is in the document has its `update` event. */
  #applied(document: Document, followed: Followed, transaction: Y.Transaction): void {
    const connection = senderOf(transaction);
    const update = connection && this.#arriving.get(connection);
    const socket = connection?.context.socket;
    if (update === undefined || socket === undefined) return;
    const outcome = followed.waiting.applied(socket, update);
    if (outcome === 'too-many') return socket.refuse('too-many');
    if (outcome === 'failed') return socket.refuse('bad-frame');
    const spans = spansOf(followed, transaction, socket.people.get(document.name), update);
    if (outcome === 'waits') this.#outcomes.append(document, update, { spans });
    else followed.begun = spans;
  }

  #isIn(document: Document, followed: Followed, update: Uint8Array, transaction: Y.Transaction): void {
    if (hasNestedTooDeep(transaction)) this.#outcomes.broke(document, senderOf(transaction)?.context.socket);
    else this.#outcomes.append(document, update, alongWith(followed, transaction, update));
    followed.begun = [];
  }
}

function alongWith(followed: Followed, transaction: Y.Transaction, update: Uint8Array): Along {
  const origin: unknown = transaction.origin;
  if (!(origin instanceof Revealing)) return { spans: followed.begun };
  return { spans: spansOf(followed, transaction, origin.writer ?? undefined, update), revealed: origin.notes };
}

function spansOf(
  { writtenBy }: Followed,
  transaction: Y.Transaction,
  person: ParticipantId | undefined,
  update: Uint8Array,
): readonly Span[] {
  if (person === undefined) return [];
  return writtenBy.sent(person, update, (client) => transaction.beforeState.get(client) ?? 0);
}

/** The connection whose message a transaction applies. */
const senderOf = ({ origin }: Y.Transaction): Connection<SocketContext> | undefined =>
  isTransactionOrigin(origin) && origin.source === 'connection' ? origin.connection : undefined;

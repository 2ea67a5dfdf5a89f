/**
 * Several nodes on one database. What a node has stored it tells the others by Redis, which is quick and may lose it; what was not heard
 * is found in the log: when a board is first heard, when Redis is back, and every few seconds.
 *
 *     this node   gate ─▶ commit ─▶ committed ─▶ (Redis) ─┐
 *     another                                             ├─▶ onStored ─▶ its document ─▶ its people
 *                 log ──────────────▶ look ───────────────┘
 */
import type { Document } from '@hocuspocus/server';
import { NOBODY, parseDocumentName, readDrag, writeDrag, type BoardId, type PresenceId } from '@samtavla/protocol';
import type { Logger } from 'pino';
import type { Compaction, LogEntry, RowId, Storage, StoredDocument } from '../../storage/storage.ts';
import type { OwnNews, Presence } from '../presence.ts';
import { LinkWatch } from './link-watch.ts';
import { NodeLine } from './node-line.ts';
import type { NodeMessage, Row } from './node-message.ts';
import type { FromOthers, Nodes } from './nodes.ts';
import { OpenLogs } from './open-logs.ts';
import { PresenceRelay } from './presence-relay.ts';

/** How long what a node stored and did not come to tell (it was killed, or Redis is gone) is unknown to the others. */
const LOOK_MILLIS = 2_000;

export type SeveralNodesParts = {
  readonly redisUrl: string;
  readonly secretKey: string;
  readonly storage: Pick<Storage, 'readNew' | 'links'>;
  readonly presence: Presence;
  readonly presenceMillis: number;
  readonly log: Logger;
  readonly fromOthers: FromOthers;
};

export class SeveralNodes implements Nodes {
  readonly #storage: Pick<Storage, 'readNew'>;
  readonly #fromOthers: FromOthers;
  readonly #line: NodeLine;
  readonly #presence: PresenceRelay;
  readonly #links: LinkWatch;
  readonly #logs = new OpenLogs<Document>();
  readonly #sockets = new Map<BoardId, number>();
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> | null = null;
  #looksAgain = false;

  constructor({ redisUrl, secretKey, storage, presence, presenceMillis, log, fromOthers }: SeveralNodesParts) {
    this.#storage = storage;
    this.#fromOthers = fromOthers;
    this.#line = new NodeLine(redisUrl, secretKey, log, {
      onMessage: (board, node, message) => this.#receive(board, node, message),
      onHeard: (board) => this.#heard(board),
    });
    this.#presence = new PresenceRelay(this.#line, presence, presenceMillis);
    this.#links = new LinkWatch(storage, (board) => fromOthers.onSessions(board));
    this.#timer = setInterval(() => this.#look(), LOOK_MILLIS);
  }

  arrived(board: BoardId): void {
    const sockets = (this.#sockets.get(board) ?? 0) + 1;
    this.#sockets.set(board, sockets);
    if (sockets > 1) return;
    this.#presence.open(board);
    this.#links.add(board);
    this.#line.hear(board);
  }

  left(board: BoardId): void {
    const sockets = (this.#sockets.get(board) ?? 1) - 1;
    if (sockets > 0) return void this.#sockets.set(board, sockets);
    this.#sockets.delete(board);
    this.#presence.close(board);
    this.#links.remove(board);
    this.#line.ignore(board);
  }

  documentOpening(document: Document): void {
    this.#logs.opening(document.name, document);
  }

  documentOpened(document: Document, stored: StoredDocument): void {
    this.#logs.opened(document.name, document, stored);
  }

  documentClosed(document: Document): void {
    this.#logs.closed(document.name, document);
  }

  committed(entries: readonly LogEntry[], rows: readonly RowId[]): void {
    const byDocument = new Map<string, Row[]>();
    for (const [at, { document, update }] of entries.entries()) {
      const row = rows[at];
      if (row === undefined) throw new Error('Storage did not tell the row of each entry.');
      byDocument.set(document, [...(byDocument.get(document) ?? []), { row, update }]);
    }
    for (const [document, stored] of byDocument) {
      this.#logs.took(document, { snapshot: null, tail: stored });
      this.#line.say(boardOf(document), { kind: 'rows', document, rows: stored });
    }
  }

  compacted({ document, basedOn, foldedIn }: Compaction): void {
    this.#logs.folded({ document, basedOn, foldedIn });
    this.#line.say(boardOf(document), { kind: 'folded', document, basedOn, rows: foldedIn });
  }

  dragged(document: string, by: PresenceId, text: string): void {
    const board = boardOf(document);
    if (this.#line.isShared(board)) this.#line.say(board, { kind: 'drag', document, by, text });
  }

  sessionsEnded(board: BoardId): void {
    this.#line.say(board, { kind: 'sessions' });
  }

  presence(board: BoardId, news: OwnNews): void {
    this.#presence.take(board, news);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#presence.stop();
    await this.#looking;
    await this.#line.close();
  }

  #heard(board: BoardId): void {
    this.#line.say(board, { kind: 'who' });
    this.#presence.tellWhole(board);
    this.#look();
  }

  #receive(board: BoardId, node: string, message: NodeMessage): void {
    switch (message.kind) {
      case 'rows':
        return this.#take(message.document, { snapshot: null, tail: message.rows });
      case 'folded':
        return this.#logs.folded({ ...message, foldedIn: message.rows });
      case 'look':
        return this.#look();
      case 'sessions':
        return this.#fromOthers.onSessions(board);
      case 'drag':
        return this.#showDrag(board, node, message);
      case 'presence':
        return this.#presence.hear(board, node, message.news);
      case 'who':
        return this.#presence.tellWhole(board);
    }
  }

  #take(name: string, stored: StoredDocument): void {
    const document = this.#logs.get(name);
    if (document === null) return;
    this.#fromOthers.onStored(document, stored);
    this.#logs.took(name, stored);
  }

  /** The dragger has a number of this node's here. Who is not known here yet drags nothing: the next message is a moment away. */
  #showDrag(board: BoardId, node: string, { document, by, text }: NodeMessage & { kind: 'drag' }): void {
    const message = readDrag(text);
    const id = this.#presence.idOf(board, node, by);
    if (message !== null && id !== NOBODY) this.#fromOthers.onDrag(document, writeDrag({ ...message, by: String(id) }));
  }

  /** One at a time; what is asked for meanwhile may be too late for it, and is one more. */
  #look(): void {
    if (this.#looking !== null) {
      this.#looksAgain = true;
      return;
    }
    this.#looking = this.#readLog()
      .catch((error: unknown) => this.#fromOthers.onFailure(error))
      .finally(() => {
        this.#looking = null;
        if (this.#looksAgain) this.#look();
      });
  }

  async #readLog(): Promise<void> {
    this.#looksAgain = false;
    const known = this.#logs.known();
    if (known.length > 0) for (const [name, stored] of await this.#storage.readNew(known)) this.#take(name, stored);
    await this.#links.look();
  }
}

function boardOf(document: string): BoardId {
  const address = parseDocumentName(document);
  if (address === null) throw new Error('A document of no board.');
  return address.board;
}

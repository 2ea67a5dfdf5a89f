import { Hocuspocus, type Document, type WebSocketLike } from '@hocuspocus/server';
import type { RefusalCode } from '@samtavla/protocol';
import type { BoardSocket } from './board-socket.ts';

/** What Hocuspocus carries for us with each connection. */
export type SocketContext = { readonly socket?: BoardSocket };

/**
 * Hocuspocus, with its own idea of storing taken out: updates go to the log as they happen, so a document can leave memory the
 * moment nobody has it open, and nothing waits for a debounced store.
 */
export class OpenDocuments extends Hocuspocus<SocketContext> {
  readonly #abandoned = new WeakSet<Document>();

  override storeDocumentHooks(): Promise<void> {
    return Promise.resolve();
  }

  /** By identity: Hocuspocus goes by name, and would take away the fresh copy that replaced an abandoned one. */
  override async unloadDocument(document: Document): Promise<void> {
    if (this.documents.get(document.name) === document) await super.unloadDocument(document);
    else if (!document.isDestroyed) document.destroy();
  }

  /** Drops a document's copy in memory, and everybody who has it open. What is on disk stays, and can be opened again. */
  abandon(name: string, why: RefusalCode): void {
    const document = this.documents.get(name);
    if (document === undefined) return;
    this.documents.delete(name);
    this.#abandoned.add(document);
    for (const connection of document.getConnections()) refuse(connection.webSocket, why);
    if (document.getConnectionsCount() === 0) document.destroy();
  }

  isAbandoned(document: Document): boolean {
    return this.#abandoned.has(document);
  }

  /** False for a copy that was abandoned, or unloaded in the moment in which somebody opened it. */
  isCurrent(document: Document): boolean {
    return this.documents.get(document.name) === document;
  }
}

const refuse = (socket: WebSocketLike & Partial<Pick<BoardSocket, 'refuse'>>, why: RefusalCode): void =>
  socket.refuse?.(why);

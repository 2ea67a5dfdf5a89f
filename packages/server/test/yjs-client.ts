/** A real provider on a real socket, as the board uses it: one document. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import {
  addNote,
  PROTOCOL_VERSION,
  readNotes,
  refusalOfClose,
  type JoinResponse,
  type RefusalCode,
} from '@samtavla/protocol';
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';

export type YjsClient = {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly synced: Promise<void>;
  /** Why the server closed the socket, when it does. */
  readonly closed: Promise<RefusalCode | null>;
  /** Why the server refused the document, when it does. */
  readonly denied: Promise<string>;
  write(text: string): void;
  texts(): string[];
  close(): void;
};

export function yjsClient(
  socketUrl: string,
  joined: Pick<JoinResponse, 'token' | 'board'>,
  name: string,
  doc = new Y.Doc(),
): YjsClient {
  const synced = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<RefusalCode | null>();
  const denied = Promise.withResolvers<string>();
  const socket = new HocuspocusProviderWebsocket({
    url: `${socketUrl}/${joined.board.id}?v=${PROTOCOL_VERSION}`,
    delay: 50,
    minDelay: 50,
    maxDelay: 200,
    onClose: ({ event }) => closed.resolve(refusalOfClose(event.code)),
  });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    document: doc,
    token: joined.token,
    onSynced: () => synced.resolve(),
    onAuthenticationFailed: ({ reason }) => denied.resolve(reason),
  });
  provider.attach();
  const close = () => {
    provider.destroy();
    socket.destroy();
  };
  onTestFinished(close);
  return {
    doc,
    provider,
    synced: synced.promise,
    closed: closed.promise,
    denied: denied.promise,
    write: (text) => void addNote(doc, { text }),
    texts: () =>
      readNotes(doc)
        .map((note) => note.text)
        .toSorted(),
    close,
  };
}

/** Resolves when it holds; looks again after each change of the document. */
export function until(client: Pick<YjsClient, 'doc' | 'provider'>, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      client.doc.off('update', look);
      client.provider.off('unsyncedChanges', look);
      resolve();
    };
    client.doc.on('update', look);
    client.provider.on('unsyncedChanges', look);
    look();
  });
}

/** Resolves when the server has acknowledged all that this client wrote. */
export const acknowledged = (client: YjsClient): Promise<void> =>
  until(client, () => client.provider.unsyncedChanges === 0);

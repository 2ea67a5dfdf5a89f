/** One of a board's documents, kept in step over the board's socket. */
import { HocuspocusProvider, type HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { accessTo, isRefusalCode, parseDocumentName, type JoinResponse, type RefusalCode } from '@samtavla/protocol';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

export type OpenDocument = {
  readonly doc: Y.Doc;
  /** Whether this person may write it, by the grant table; the server holds it against them whatever a client believes. */
  readonly writable: boolean;
  readonly messages: Messages;
};

/** Words between those who have the document open at this moment; kept nowhere, and lost without a connection. */
export type Messages = {
  send(text: string): void;
  /** Calls back with what others say, true or not; returns the way to stop. */
  subscribe(listener: (text: string) => void): () => void;
};

/** A document with what only its connection needs. */
export type ConnectedDocument = OpenDocument & {
  readonly awareness: Awareness | null;
  /** Whether the first exchange with the server, on the socket of now, is over. */
  isInStep(): boolean;
  close(): void;
};

export type DocumentEvents = {
  readonly inStep: () => void;
  readonly changedHere: (name: string) => void;
  readonly refused: (refusal: RefusalCode) => void;
};

export function openDocument(
  socket: HocuspocusProviderWebsocket,
  name: string,
  { token, role, participant }: JoinResponse,
  events: DocumentEvents,
): ConnectedDocument {
  const address = parseDocumentName(name);
  const doc = new Y.Doc();
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    document: doc,
    token,
    // The stage carries presence: nobody but the server writes it, so a connection's id there stands under no text anywhere.
    ...(address?.kind !== 'stage' && { awareness: null }),
    onSynced: events.inStep,
    onAuthenticationFailed: ({ reason }) => events.refused(isRefusalCode(reason) ? reason : 'not-allowed'),
  });
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) events.changedHere(name);
  });
  provider.attach();
  return {
    doc,
    writable: address !== null && accessTo(role, participant.id, address) === 'write',
    messages: messagesOf(provider),
    awareness: provider.awareness,
    isInStep: () => provider.synced,
    close: () => provider.destroy(),
  };
}

const messagesOf = (provider: HocuspocusProvider): Messages => ({
  send: (text) => provider.sendStateless(text),
  subscribe(listener) {
    const hear = ({ payload }: { payload: string }) => listener(payload);
    provider.on('stateless', hear);
    return () => void provider.off('stateless', hear);
  },
});

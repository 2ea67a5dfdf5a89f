/** One of a board's documents: filled from the copy on the device or by one response, then kept in step over the board's socket. */
import { HocuspocusProvider } from '@hocuspocus/provider';
import {
  accessTo,
  isRefusalCode,
  parseDocumentName,
  type Gate,
  type JoinResponse,
  type RefusalCode,
} from '@samtavla/protocol';
import * as Y from 'yjs';
import type { BoardSocket } from './board-socket.ts';
import { copyName } from './copy/copies-of-board.ts';
import { copyWhen, FROM_COPY, keepCopy, NO_COPY, type DocumentCopy } from './copy/document-copy.ts';

export type OpenDocument = {
  readonly doc: Y.Doc;
  /** Whether this person may write it now, by the grant table; the server holds it against them whatever a client believes. */
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
  /** Whether this person's role may write it at any time. */
  readonly everWritable: boolean;
  readonly name: string;
  readonly copy: DocumentCopy;
  /** Whether the first exchange with the server, on the socket of now, is over. */
  isInStep(): boolean;
  /** Asks the server for what is new, so that something comes back over a line that is alive. */
  ask(): void;
  close(): void;
};

export type DocumentEvents = {
  readonly inStep: () => void;
  readonly changedHere: (name: string) => void;
  /** There is something here that leaves with the next handshake, and not before. */
  readonly unsentHere: (name: string) => void;
  readonly refused: (refusal: RefusalCode) => void;
  /** The server knows less of a document than this page, which may not write it: it was set back to an earlier state. */
  readonly setBack: (name: string) => void;
};

type Opening = {
  readonly events: DocumentEvents;
  /** Whether a copy is kept on this device. */
  readonly keepsCopy: boolean;
  /** Where there is no copy to begin with; null when all is to come by the socket. */
  readonly firstState: (() => Promise<Uint8Array | null>) | null;
  /** What the stage says of the canvas. */
  readonly gate?: () => Gate;
  /** What was written here is not to be sent now: a copy on the device that holds some of it is left as it lies. */
  readonly liesAside?: boolean;
  /** What was put aside before, to be sent with the first handshake; null for nothing. */
  readonly brought?: Uint8Array | null;
  /** The document is asked for when this says so, and stands empty until then. */
  readonly wanted?: Promise<unknown>;
};

/** The origin of the first state. */
const FROM_SERVER = Symbol('from the server, not by the socket');

export function openDocument(
  socket: BoardSocket,
  name: string,
  { token, role, participant }: JoinResponse,
  { events, keepsCopy, firstState, gate = () => 'open', liesAside = false, brought = null, wanted }: Opening,
): ConnectedDocument {
  const address = parseDocumentName(name);
  const mayWrite = (now: Gate) => address !== null && accessTo(role, participant.id, address, now) === 'write';
  const everWritable = mayWrite('open');
  // Each with a client id of its own, new with every visit: under one that a copy knows, clocks would be used twice.
  const doc = new Y.Doc();
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    document: doc,
    token,
    // Presence is ours (`presence.ts`), and has nothing to do with a document.
    awareness: null,
    onSynced: events.inStep,
    onAuthenticationFailed: ({ reason }) => events.refused(isRefusalCode(reason) ? reason : 'not-allowed'),
  });
  if (!everWritable) socket.readOnly(name, () => events.setBack(name));
  const keep = () => keepCopy({ name: copyName(name), doc, writable: everWritable && !liesAside });
  const copy = !keepsCopy ? NO_COPY : wanted === undefined ? keep() : copyWhen(wanted, keep);
  const elsewhere = new Set<unknown>([provider, FROM_SERVER, FROM_COPY]);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    const isOurs = !elsewhere.has(origin);
    if (origin !== FROM_COPY) copy.add(update, isOurs);
    if (isOurs) (provider.isAttached ? events.changedHere : events.unsentHere)(name);
  });

  let isClosed = false;
  let isWanted = wanted === undefined;
  const begin = async () => {
    const found = await copy.opened;
    if (found.isUnsent) events.unsentHere(name);
    const state = found.isThere || firstState === null ? null : await firstState();
    if (isClosed) return;
    if (state !== null) Y.applyUpdateV2(doc, state, FROM_SERVER);
    if (brought !== null) {
      Y.applyUpdate(doc, brought);
      // The server may have got it all by another way, and then nothing changes here.
      events.unsentHere(name);
    }
    await wanted;
    if (isClosed) return;
    isWanted = true;
    // Only now: the handshake asks for what is not here yet.
    provider.attach();
  };
  void begin();
  return {
    name,
    doc,
    everWritable,
    get writable() {
      return mayWrite(gate());
    },
    messages: messagesOf(provider),
    copy,
    isInStep: () => provider.synced || !isWanted,
    ask: () => provider.forceSync(),
    close() {
      isClosed = true;
      provider.destroy();
      copy.close();
    },
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

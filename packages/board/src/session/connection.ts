/** A board that is open in this tab: its documents, kept in step with the server over one socket. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import {
  accessTo,
  isRefusalCode,
  LAYOUT_VERSION,
  layoutOf,
  parseDocumentName,
  PROTOCOL_VERSION,
  refusalOfClose,
  REFUSALS,
  type JoinResponse,
  type RefusalCode,
} from '@samtavla/protocol';
import * as Y from 'yjs';
import { countingSocket } from './counting-socket.ts';
import { presenceOver, type Presence } from './presence.ts';
import { signal, type Readable } from './signal.ts';
import { countUnacknowledged } from './unacknowledged.ts';

/**
 * - `opening`  nothing to show yet
 * - `online`   in step, but for what is under way
 * - `offline`  the socket is gone and will be tried again; `refusal` when the server said why
 * - `ended`    the server said no for good
 */
export type Link =
  | { readonly state: 'opening' | 'online' }
  | { readonly state: 'offline'; readonly refusal: RefusalCode | null }
  | { readonly state: 'ended'; readonly refusal: RefusalCode };

export type OpenDocument = {
  readonly doc: Y.Doc;
  /** Whether this person may write it, by the grant table; the server holds it against them whatever a client believes. */
  readonly writable: boolean;
};

export type Connection = {
  readonly joined: JoinResponse;
  readonly plan: OpenDocument;
  readonly stage: OpenDocument;
  readonly canvas: OpenDocument;
  readonly presence: Presence;
  readonly link: Readable<Link>;
  /** True while anything done here is not known to be on the server's disk. */
  readonly unsaved: Readable<boolean>;
  close(): void;
};

/** Opens the socket and the board's documents. It goes on reconnecting until `close`, or until the server refuses for good. */
export function connect(joined: JoinResponse, url: string): Connection {
  const link = signal<Link>({ state: 'opening' });
  const unsaved = signal(false);
  const counter = countUnacknowledged({
    changed: () => unsaved.set(counter.any()),
    // What this page shows is then not what the others see: it must not go on as if it were.
    refused: () => end('not-allowed'),
  });
  const socket = new HocuspocusProviderWebsocket({
    url: `${url}?v=${PROTOCOL_VERSION}`,
    WebSocketPolyfill: countingSocket(counter),
    delay: 500,
    minDelay: 500,
    maxDelay: 8_000,
  });

  function end(refusal: RefusalCode): void {
    link.set({ state: 'ended', refusal });
    socket.disconnect();
  }

  const providers: HocuspocusProvider[] = [];
  const inStep = () => {
    if (link.get().state === 'ended' || !providers.every((provider) => provider.synced)) return;
    const newest = Math.max(...providers.map((provider) => layoutOf(provider.document) ?? 0));
    if (newest > LAYOUT_VERSION) end('version-too-old');
    else link.set({ state: 'online' });
  };
  const open = (name: string): OpenDocument & { readonly provider: HocuspocusProvider } => {
    const address = parseDocumentName(name);
    const doc = new Y.Doc();
    const provider = new HocuspocusProvider({
      websocketProvider: socket,
      name,
      document: doc,
      token: joined.token,
      // The stage carries presence: nobody but the server writes it, so a connection's id there stands under no text anywhere.
      ...(address?.kind !== 'stage' && { awareness: null }),
      onSynced: inStep,
      onAuthenticationFailed: ({ reason }) => end(isRefusalCode(reason) ? reason : 'not-allowed'),
    });
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider) counter.changedLocally(name);
    });
    providers.push(provider);
    const writable = address !== null && accessTo(joined.role, joined.participant.id, address) === 'write';
    return { doc, provider, writable };
  };

  const plan = open(joined.documents.plan);
  const stage = open(joined.documents.stage);
  const canvas = open(joined.documents.canvas);
  for (const provider of providers) provider.attach();

  socket.on('close', ({ event }: { event: { code: number } }) => {
    counter.closed();
    const refusal = refusalOfClose(event.code);
    if (refusal !== null && REFUSALS[refusal].then !== 'retry') end(refusal);
    else if (link.get().state !== 'ended') link.set({ state: 'offline', refusal });
  });

  const { awareness } = stage.provider;
  if (awareness === null) throw new Error('The stage is the document whose provider carries presence.');
  const { participant, board } = joined;
  const presence = presenceOver(awareness, {
    person: board.anonymous ? null : participant.id,
    name: participant.name,
    perspective: participant.perspective,
  });

  socket.on('open', () => presence.renew());

  return {
    joined,
    plan,
    stage,
    canvas,
    presence,
    link,
    unsaved,
    close() {
      presence.close();
      for (const provider of providers) provider.destroy();
      socket.destroy();
    },
  };
}

/** A board that is open in this tab: its documents, kept in step with the server over one socket. */
import {
  accessTo,
  LAYOUT_VERSION,
  layoutOf,
  OPEN_STAGE,
  parseDocumentName,
  PROTOCOL_VERSION,
  readStage,
  readVoters,
  readWriters,
  refusalOfClose,
  REFUSALS,
  type JoinResponse,
  type Millis,
  type RefusalCode,
  type Stage,
} from '@samtavla/protocol';
import type * as Y from 'yjs';
import { historyOver, type History } from '../binding/history.ts';
import { BoardSocket } from './board-socket.ts';
import { wipeCopy, wipeSentCopies } from './copy/copies-of-board.ts';
import { countingSocket } from './counting-socket.ts';
import { firstState } from './first-state.ts';
import { followHints } from './line-hints.ts';
import { clearRevealed, deskOf, type Desk } from './desk.ts';
import { openDocument, type DocumentEvents, type OpenDocument } from './open-document.ts';
import { presenceOver, type Presence } from './presence.ts';
import { serverTime } from './server-time.ts';
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

export type Connection = {
  readonly joined: JoinResponse;
  readonly plan: OpenDocument;
  /** What is going on; as on a new board until it is known. */
  readonly stage: Readable<Stage>;
  /** How many have written in the round that is on. */
  readonly writers: Readable<number>;
  /** How many have voted in the latest vote. */
  readonly voters: Readable<number>;
  readonly canvas: OpenDocument;
  /** One's own, for what is written privately; null where one's role has none. */
  readonly desk: Desk | null;
  readonly presence: Presence;
  /** Of what this person does on the board in this tab, on the canvas and in the outline. */
  readonly history: History;
  readonly link: Readable<Link>;
  /** What a person may begin to write now. What closes in some seconds, or would be refused, is not offered. */
  readonly writable: Readable<Writable>;
  /** By the server's clock. */
  readonly now: () => Millis;
  /** True from when the server has refused what was written here: nobody else sees it, and nothing more is sent. */
  readonly isRefused: Readable<boolean>;
  /** True while anything done here is not known to be on the server's disk. */
  readonly unsaved: Readable<boolean>;
  /** True while the copy on this device holds everything that is here. */
  readonly onDevice: Readable<boolean>;
  /** Leaves the board; what is not yet saved is still sent. */
  close(): void;
};

/** By document. */
export type Writable = { readonly plan: boolean; readonly canvas: boolean; readonly desk: boolean };

/** How long to wait before trying a broken socket again: at first, and at most. A room full of phones comes back spread out. */
const RETRY_MILLIS = 500;
const LONGEST_RETRY_MILLIS = 8_000;

/** After these nobody comes back by the session they had, and mostly not at all. */
const OVER: readonly RefusalCode[] = [
  'session-unknown',
  'link-closed',
  'link-ended',
  'removed',
  'board-unknown',
  'board-deleted',
];

type Options = {
  /** Whether the board's documents are kept on this device too; never on a shared machine. */
  readonly keepsCopy: boolean;
  /** What was written on the canvas is not to be sent now. */
  readonly liesAside?: boolean;
  /** What was put aside of the canvas before, to be sent now. */
  readonly brought?: Uint8Array | null;
};

/** Opens the socket and the board's documents. It goes on reconnecting until `close`, or until the server refuses for good. */
export function connect(joined: JoinResponse, url: string, { keepsCopy, ...aside }: Options): Connection {
  const link = signal<Link>({ state: 'opening' });
  const unsaved = signal(false);
  const onDevice = signal(false);
  const isRefused = signal(false);
  const stageNow = signal<Stage>(OPEN_STAGE);
  const writers = signal(0);
  const voters = signal(0);
  const time = serverTime();
  const counter = countUnacknowledged(() => socket.isOpen, {
    changed: () => {
      unsaved.set(counter.any());
      for (const each of documents) if (each.isInStep() && !counter.anyIn(each.name)) each.copy.allSent();
    },
    // What this page shows is then not what the others see: it must not go on as if it were.
    refused: () => {
      socket.disconnect();
      isRefused.set(true);
    },
  });
  const socket: BoardSocket = new BoardSocket({
    url: `${url}?v=${PROTOCOL_VERSION}`,
    WebSocketPolyfill: countingSocket(counter),
    delay: RETRY_MILLIS,
    // The provider's own least is longer, and then it never tries at all.
    minDelay: RETRY_MILLIS,
    maxDelay: LONGEST_RETRY_MILLIS,
  });
  const end = (refusal: RefusalCode) => {
    link.set({ state: 'ended', refusal });
    socket.disconnect();
    // What is on the screen stays to be read; what nobody else has stays on the device too.
    if (keepsCopy && OVER.includes(refusal)) void wipeSentCopies(joined.board.id);
  };

  const events: DocumentEvents = {
    inStep,
    changedHere: (name) => counter.changedLocally(name),
    unsentHere: (name) => counter.unsentHere(name),
    refused: end,
    setBack(name) {
      if (keepsCopy) void wipeCopy(name);
      end('bad-frame');
    },
  };
  // Plan and stage are a few kB: one more request costs more than the socket's missing compression.
  const bySocket = { events, keepsCopy, firstState: null };
  const byResponse = { ...bySocket, firstState: () => firstState(joined.board.id, joined.token) };
  const roundBegun = Promise.withResolvers<void>();
  const gate = () => stageNow.get().canvas;
  const plan = openDocument(socket, joined.documents.plan, joined, bySocket);
  const stage = openDocument(socket, joined.documents.stage, joined, bySocket);
  const canvas = openDocument(socket, joined.documents.canvas, joined, { ...byResponse, ...aside, gate });
  const { desk: deskName } = joined.documents;
  // Most boards have no round, and most phones a slow line.
  const deskDocument =
    deskName === undefined ? null : openDocument(socket, deskName, joined, { ...bySocket, wanted: roundBegun.promise });
  const readNow = () => {
    stageNow.set(readStage(stage.doc) ?? OPEN_STAGE);
    writers.set(readWriters(stage.doc, stageNow.get().round));
    voters.set(readVoters(stage.doc, stageNow.get().votes.at(-1)?.id ?? ''));
    if (stageNow.get().rounds.length > 0) roundBegun.resolve();
  };
  stage.doc.on('update', readNow);
  const documents = [plan, stage, canvas, ...(deskDocument === null ? [] : [deskDocument])];
  const desk = deskDocument && deskOf(deskDocument, stageNow, (now) => mayBegin(joined, now));
  const stopClearing = desk === null ? () => {} : clearRevealed(desk.doc, canvas.doc);
  for (const { copy } of documents) {
    copy.isWhole.subscribe(() => onDevice.set(documents.every((each) => each.copy.isWhole.get())));
  }

  function inStep(): void {
    if (link.get().state === 'ended' || !documents.every((document) => document.isInStep())) return;
    const newest = Math.max(...documents.map(({ doc }) => layoutOf(doc) ?? 0));
    if (newest > LAYOUT_VERSION) end('version-too-old');
    else link.set({ state: 'online' });
  }

  const writable = signal<Writable>({ plan: plan.writable, canvas: canvas.writable, desk: false });
  const judge = () => {
    const isOver = link.get().state === 'ended';
    const now = stageNow.get();
    const next: Writable = {
      plan: plan.writable && !isOver,
      canvas: mayBegin(joined, now) && !isOver,
      desk: desk !== null && now.round !== null && now.desk === 'open' && !isOver,
    };
    const before = writable.get();
    if (next.plan !== before.plan || next.canvas !== before.canvas || next.desk !== before.desk) writable.set(next);
  };
  link.subscribe(judge);
  stageNow.subscribe(judge);

  const presence = presenceOver((frame) => socket.send(frame), time.heard);
  socket.on('open', () => presence.opened());
  socket.on('message', ({ data }: { data: ArrayBuffer }) => presence.hear(new Uint8Array(data)));
  socket.on('early', ({ document }: { document: string }) => counter.unsentHere(document));
  socket.on('disconnect', ({ event }: { event: { code: number } }) => {
    counter.closed();
    presence.lost();
    const refusal = refusalOfClose(event.code);
    if (refusal !== null && REFUSALS[refusal].then !== 'retry') end(refusal);
    else if (link.get().state !== 'ended') link.set({ state: 'offline', refusal });
  });

  const written = { plan, canvas, desk };
  const docs = Object.values(written).flatMap((document) => (document?.everWritable === true ? [document.doc] : []));
  // What is closed, or is on the canvas now, is not taken back.
  const mayWrite = (doc: Y.Doc) =>
    (['plan', 'canvas', 'desk'] as const).some((kind) => written[kind]?.doc === doc && writable.get()[kind]);
  const history = historyOver(docs, { mayWrite });
  const stopHints = followHints(() => socket.look(() => stage.ask()));
  const shut = () => {
    stopHints();
    stopClearing();
    history.close();
    for (const document of documents) document.close();
    socket.destroy();
  };
  const close = () => {
    presence.close();
    if (unsaved.get() && link.get().state !== 'ended' && !isRefused.get()) whenFalse(unsaved, shut);
    else shut();
  };
  return {
    joined,
    plan,
    stage: stageNow,
    writers,
    voters,
    canvas,
    desk,
    presence,
    history,
    link,
    writable,
    now: time.now,
    isRefused,
    unsaved,
    onDevice,
    close,
  };
}

/** Whether to begin to write on the canvas: not where it closes in some seconds, to whom it does. */
export function mayBegin({ role, participant, documents }: JoinResponse, { canvas }: Stage): boolean {
  const address = parseDocumentName(documents.canvas);
  const gate = canvas === 'open' ? 'open' : 'closed';
  return address !== null && accessTo(role, participant.id, address, gate) === 'write';
}

function whenFalse(value: Readable<boolean>, then: () => void): void {
  const stop = value.subscribe(() => {
    if (value.get()) return;
    stop();
    then();
  });
}

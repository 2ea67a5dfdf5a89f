/**
 * One client's socket, between `ws` and Hocuspocus. Inwards it holds the client to the limits and to well-formed frames; outwards
 * it sends a document's frames only when the durable gate lets them; and it closes with a code of ours, once.
 */
import {
  REFUSALS,
  type BoardId,
  type DocumentAddress,
  type Limits,
  type ParticipantId,
  type RefusalCode,
  type Role,
  type Told,
} from '@samtavla/protocol';
import type { WebSocketLike } from '@hocuspocus/server';
import { TokenBucket } from './token-bucket.ts';
import { documentOfOutgoing, readFrame, type DocumentFrame } from './frame.ts';

/** Hocuspocus' application-level ping, for providers without presence: without it they take silence for a dead line. */
const PING = new Uint8Array([9]);
/** A silent line is given up after so many unanswered pings: two, because our own busiest second must not look like everybody's silence. */
const UNANSWERED = 2;
/** How many pings go to the browser for one to the provider, which gives up after 30 seconds. */
const PINGS_A_PROVIDER_PING = 5;
/** How long a peer may take to answer a close before the line is cut. */
const CLOSE_MILLIS = 2_000;

/** What a `ws` is to it; a y-websocket client's stands behind one that translates. */
export type Line = {
  readonly readyState: number;
  readonly bufferedAmount: number;
  send(bytes: Uint8Array): void;
  ping(): void;
  close(code: number, reason: string): void;
  terminate(): void;
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): unknown;
  on(event: 'pong' | 'close' | 'error', listener: (value: unknown) => void): unknown;
};

/** What the grant table asks of whoever has a document open. */
export type OpenedAs = { readonly role: Role; readonly self: ParticipantId; readonly address: DocumentAddress };

type Handlers = {
  /** A well-formed frame of this board's. */
  readonly onFrame: (bytes: Uint8Array) => void;
  /** A drag message within the limits, to be told on to others if this socket may write the document. */
  readonly onDrag: (document: string, bytes: Uint8Array) => void;
  /** What somebody does, within the limits; not yet known to be anybody on the board. */
  readonly onTold: (told: Told) => void;
  /** Called once, whoever closed it. */
  readonly onClosed: (why: RefusalCode | null) => void;
  /** Sends now or when the document's updates are on disk; may refuse the socket instead. */
  readonly deliver: (document: string, socket: BoardSocket, send: () => void) => void;
};

export class BoardSocket implements WebSocketLike {
  readonly board: BoardId;
  /** Those it has shown: one for each document, which its client takes from one session. */
  readonly tokens = new Set<string>();
  /** By document: who it was opened for. A person may come with several sessions, a client with those of several persons. */
  readonly people = new Map<string, ParticipantId>();
  /** By document: who it was opened as. */
  readonly roles = new Map<string, OpenedAs>();
  readonly #ws: Line;
  readonly #limits: Limits;
  readonly #handlers: Handlers;
  readonly #deadline: NodeJS.Timeout;
  readonly #named = new Set<string>();
  /** Documents whose token has come: from there on Hocuspocus bounds what it queues. */
  readonly #announced = new Set<string>();
  readonly #messages: TokenBucket;
  readonly #drags: TokenBucket;
  #isAuthenticated = false;
  #unauthenticatedFrames = 0;
  #unauthenticatedBytes = 0;
  #largestSent = 0;
  #isClosed = false;
  #isRefused = false;
  #pings = 0;
  #unanswered = 0;

  constructor(ws: Line, board: BoardId, limits: Limits, handlers: Handlers) {
    this.board = board;
    this.#limits = limits;
    this.#ws = ws;
    this.#handlers = handlers;
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messageBurst);
    this.#drags = new TokenBucket(limits.dragsPerSecond);
    this.#deadline = setTimeout(() => this.refuse('too-many'), limits.authenticationMillis);
    ws.on('message', (data: Buffer, isBinary) => this.#receive(data, isBinary));
    ws.on('pong', () => (this.#unanswered = 0));
    ws.on('close', () => this.#closed(null));
    // `ws` closes the socket itself after an error (a frame over `maxPayload`, a broken one).
    ws.on('error', () => {});
  }

  /** 3 is `CLOSED`: from the moment we close it, for whoever sends. */
  get readyState(): number {
    return this.#isClosed ? 3 : this.#ws.readyState;
  }

  /** Whether it was let in to any document. */
  get isIn(): boolean {
    return this.#isAuthenticated;
  }

  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** A document was opened with a valid token. */
  authenticated(): void {
    clearTimeout(this.#deadline);
    this.#isAuthenticated = true;
  }

  /** Closes the socket with a refusal's code. What was held for it is not sent. */
  refuse(code: RefusalCode): void {
    if (this.#isClosed) return;
    this.#isRefused = true;
    this.#ws.close(REFUSALS[code].close, code);
    setTimeout(() => this.#ws.terminate(), CLOSE_MILLIS).unref();
    this.#closed(code);
  }

  /** Hocuspocus closes what it cannot make sense of. */
  close(): void {
    this.refuse('bad-frame');
  }

  send(data: Parameters<WebSocketLike['send']>[0]): void {
    if (this.#isClosed || !(data instanceof Uint8Array)) return;
    this.#handlers.deliver(documentOfOutgoing(data), this, () => this.#write(data));
  }

  /** So far behind with reading that where somebody is would be where they were. */
  get isBehind(): boolean {
    return this.#ws.bufferedAmount > this.#limits.positionBacklogBytes;
  }

  /** Sends at once and beside the gate: for what tells of no update, but of what people do at this moment. */
  sendNow(bytes: Uint8Array): void {
    this.#write(bytes);
  }

  ping(): void {
    if (this.#unanswered >= UNANSWERED) return this.#ws.terminate();
    this.#unanswered += 1;
    this.#ws.ping();
    if (this.#pings % PINGS_A_PROVIDER_PING === 0) this.#write(PING);
    this.#pings += 1;
  }

  #write(bytes: Uint8Array): void {
    if (this.#isClosed) return;
    this.#largestSent = Math.max(this.#largestSent, bytes.length);
    // A large board's first sync is one frame, and fits always; it is what piles up behind it that is limited.
    if (this.#ws.bufferedAmount > this.#largestSent + this.#limits.bufferedBytes) this.#ws.terminate();
    else this.#ws.send(bytes);
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#isClosed) return;
    if (data.length > this.#limits.frameBytes) return this.refuse('too-large');
    if (!this.#hasRoomFor(data.length)) return this.refuse('too-many');
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length);
    const frame = isBinary ? readFrame(bytes) : null;
    this.#unanswered = 0;
    if (frame === null) return this.refuse('bad-frame');
    if (frame === 'alive') return;
    if (frame.kind === 'presence') return this.#handlers.onTold(frame.told);
    if (frame.kind === 'question' && !this.#messages.take(this.#limits.questionMessages))
      return this.refuse('too-many');
    const refusal = this.#overLimit(frame);
    if (refusal !== null) return this.refuse(refusal);
    if (frame.kind === 'stateless') this.#receiveDrag(frame.document, bytes);
    else if (frame.kind !== 'awareness') this.#handlers.onFrame(bytes);
  }

  /** Before it is read: what is too much costs us no more than to count it. */
  #hasRoomFor(bytes: number): boolean {
    if (!this.#isAuthenticated) this.#unauthenticatedBytes += bytes;
    if (this.#unauthenticatedBytes > this.#limits.bytesBeforeAuthentication) return false;
    return this.#messages.take(Math.ceil(bytes / this.#limits.messageBytes));
  }

  /** Never for Hocuspocus, whose stateless messages pass `readOnly` by. What is too much is dropped: the next says it again. */
  #receiveDrag(document: string, bytes: Uint8Array): void {
    if (bytes.length <= this.#limits.dragBytes && this.#drags.take()) this.#handlers.onDrag(document, bytes);
  }

  #overLimit({ document, address, kind }: DocumentFrame): RefusalCode | null {
    if (address.board !== this.board) return 'not-allowed';
    this.#named.add(document);
    if (this.#named.size > this.#limits.documentsPerSocket) return 'too-many';
    if (kind === 'token') this.#announced.add(document);
    else if (kind === 'close') this.#announced.delete(document);
    else if (!this.#announced.has(document)) this.#unauthenticatedFrames += 1;
    return this.#unauthenticatedFrames > this.#limits.framesBeforeAuthentication ? 'too-many' : null;
  }

  #closed(why: RefusalCode | null): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearTimeout(this.#deadline);
    this.#handlers.onClosed(why);
  }
}

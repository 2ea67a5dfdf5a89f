/**
 * One client's socket, between `ws` and Hocuspocus. Inwards it holds the client to the limits and to well-formed frames; outwards
 * it sends a document's frames only when the durable gate lets them; and it closes with a code of ours, once.
 */
import { REFUSALS, type BoardId, type Limits, type RefusalCode } from '@samtavla/protocol';
import type { WebSocketLike } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import { TokenBucket } from './token-bucket.ts';
import { documentOfOutgoing, readFrame, type Frame } from './frame.ts';

/** Hocuspocus' application-level ping, for providers without presence: without it they take silence for a dead line. */
const PING = new Uint8Array([9]);
/** How long a peer may take to answer a close before the line is cut. */
const CLOSE_MILLIS = 2_000;

type Handlers = {
  /** A well-formed frame of this board's. */
  readonly onFrame: (bytes: Uint8Array) => void;
  /** A drag message within the limits, to be told on to others if this socket may write the document. */
  readonly onDrag: (document: string, bytes: Uint8Array) => void;
  /** Called once, whoever closed it. */
  readonly onClosed: (why: RefusalCode | null) => void;
  /** Sends now or when the document's updates are on disk; may refuse the socket instead. */
  readonly deliver: (document: string, socket: BoardSocket, send: () => void) => void;
};

export class BoardSocket implements WebSocketLike {
  readonly board: BoardId;
  readonly #ws: WebSocket;
  readonly #limits: Limits;
  readonly #handlers: Handlers;
  readonly #deadline: NodeJS.Timeout;
  readonly #named = new Set<string>();
  /** Documents whose token has come: from there on Hocuspocus bounds what it queues. */
  readonly #announced = new Set<string>();
  readonly #drags: TokenBucket;
  #unauthenticatedFrames = 0;
  #largestSent = 0;
  #isClosed = false;
  #isRefused = false;
  #isAlive = true;

  constructor(ws: WebSocket, board: BoardId, limits: Limits, handlers: Handlers) {
    this.board = board;
    this.#limits = limits;
    this.#ws = ws;
    this.#handlers = handlers;
    this.#drags = new TokenBucket(limits.dragsPerSecond);
    this.#deadline = setTimeout(() => this.refuse('too-many'), limits.authenticationMillis);
    ws.on('message', (data: Buffer, isBinary) => this.#receive(data, isBinary));
    ws.on('pong', () => (this.#isAlive = true));
    ws.on('close', () => this.#closed(null));
    // `ws` closes the socket itself after an error (a frame over `maxPayload`, a broken one).
    ws.on('error', () => {});
  }

  /** 3 is `CLOSED`: from the moment we close it, for whoever sends. */
  get readyState(): number {
    return this.#isClosed ? 3 : this.#ws.readyState;
  }

  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** A document was opened with a valid token. */
  authenticated(): void {
    clearTimeout(this.#deadline);
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

  /**
   * Sends where somebody drags something, at once and beside the gate: it tells of no update. A reader who is behind goes without:
   * the next message says all of it again, and the drop comes with the document.
   */
  relayDrag(bytes: Uint8Array): void {
    if (this.#ws.bufferedAmount <= this.#limits.dragBacklogBytes) this.#write(bytes);
  }

  ping(): void {
    if (!this.#isAlive) return this.#ws.terminate();
    this.#isAlive = false;
    this.#ws.ping();
    this.#write(PING);
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
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length);
    const frame = isBinary ? readFrame(bytes) : null;
    this.#isAlive = true;
    if (frame === null) return this.refuse('bad-frame');
    if (frame === 'alive') return;
    const refusal = this.#overLimit(frame);
    if (refusal !== null) return this.refuse(refusal);
    if (frame.kind === 'stateless') this.#receiveDrag(frame.document, bytes);
    else this.#handlers.onFrame(bytes);
  }

  /** Never for Hocuspocus, whose stateless messages pass `readOnly` by. What is too much is dropped: the next says it again. */
  #receiveDrag(document: string, bytes: Uint8Array): void {
    if (bytes.length <= this.#limits.dragBytes && this.#drags.take()) this.#handlers.onDrag(document, bytes);
  }

  #overLimit({ document, address, kind }: Frame): RefusalCode | null {
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

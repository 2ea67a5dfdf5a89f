/**
 * A plain y-websocket client on one document. It speaks Hocuspocus' messages without the document's name before them and without
 * its additions, so a frame is given the name on its way in and loses it on its way out; all else (limits, reading, gate, closing)
 * is the same as for everybody.
 *
 *     client ── sync, awareness ──▶ name before it ──▶ BoardSocket        anything else ──▶ is no frame
 *     client ◀── sync ──────────── name off, 4 → 0 ◀── BoardSocket        ping ──▶ an empty awareness update
 *                                                                         refused ──▶ permission denied
 *
 * Acknowledgements, drags and Hocuspocus' own farewell are left out: the client would know nothing to do with them.
 */
import { EventEmitter } from 'node:events';
import { isRefusalCode, REFUSALS, type RefusalCode } from '@samtavla/protocol';
import { createDecoder, readTailAsUint8Array, readVarString, readVarUint, type Decoder } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import type { WebSocket } from 'ws';
import type { Line } from './board-socket.ts';
import { AUTH, isSingle, TYPE } from './frame.ts';

/** What y-websocket sends. Yjs' own presence is among it: it is counted as any frame, and passed over. */
const FROM_CLIENT: readonly number[] = [TYPE.sync, TYPE.awareness, TYPE.queryAwareness];
/** An empty frame: what cannot be one, for `BoardSocket` to refuse. */
const NO_FRAME = Buffer.alloc(0);
/** News of nobody. A y-websocket client gives a line up that says nothing for half a minute. */
const SIGN_OF_LIFE = new Uint8Array([TYPE.awareness, 1, 0]);
/** y-protocols' number, where Hocuspocus has another. */
const PERMISSION_DENIED = 0;

export class YWebsocketLine extends EventEmitter implements Line {
  readonly #ws: WebSocket;
  readonly #document: string;

  constructor(ws: WebSocket, document: string) {
    super();
    this.#ws = ws;
    this.#document = document;
    ws.on('message', (data: Buffer, isBinary) => this.emit('message', this.#named(data), isBinary));
    for (const event of ['pong', 'close', 'error']) ws.on(event, () => this.emit(event, null));
  }

  /** Says who it is, as Hocuspocus' own clients do in their first frame. */
  authenticate(token: string): void {
    const encoder = createEncoder();
    writeVarString(encoder, this.#document);
    writeVarUint(encoder, TYPE.auth);
    writeVarUint(encoder, AUTH.token);
    writeVarString(encoder, token);
    this.emit('message', Buffer.from(toUint8Array(encoder)), true);
  }

  get readyState(): number {
    return this.#ws.readyState;
  }

  get bufferedAmount(): number {
    return this.#ws.bufferedAmount;
  }

  send(bytes: Uint8Array): void {
    const sent = isSingle(bytes) ? SIGN_OF_LIFE : this.#unnamed(createDecoder(bytes));
    if (sent !== null) this.#ws.send(sent);
  }

  ping(): void {
    this.#ws.ping();
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason);
  }

  terminate(): void {
    this.#ws.terminate();
  }

  #named(data: Buffer): Buffer {
    if (!FROM_CLIENT.includes(data[0] ?? -1)) return NO_FRAME;
    const encoder = createEncoder();
    writeVarString(encoder, this.#document);
    return Buffer.concat([toUint8Array(encoder), data]);
  }

  /** What the client is to have of a frame of the server's; null for nothing. */
  #unnamed(decoder: Decoder): Uint8Array | null {
    readVarString(decoder);
    switch (readVarUint(decoder)) {
      case TYPE.sync:
      case TYPE.syncReply:
        return frame(TYPE.sync, readTailAsUint8Array(decoder));
      case TYPE.syncStatus:
        return readVarUint(decoder) === 0 ? denied('not-allowed') : null;
      case TYPE.auth:
        if (readVarUint(decoder) === AUTH.denied) this.#refuse(readVarString(decoder));
        return null;
      default:
        return null;
    }
  }

  /** The one document that it came for: without it the line is for nothing. */
  #refuse(reason: string): void {
    const code: RefusalCode = isRefusalCode(reason) ? reason : 'internal';
    this.#ws.close(REFUSALS[code].close, code);
  }
}

function frame(type: number, body: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, type);
  writeUint8Array(encoder, body);
  return toUint8Array(encoder);
}

function denied(code: RefusalCode): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, PERMISSION_DENIED);
  writeVarString(encoder, code);
  return frame(TYPE.auth, toUint8Array(encoder));
}

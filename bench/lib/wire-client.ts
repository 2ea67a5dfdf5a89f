/**
 * A light Yjs client over a bare WebSocket: no provider that batches, waits or retries. Hocuspocus and y-websocket speak the same
 * sync protocol; Hocuspocus puts the document's name before each frame, asks for a token and acknowledges.
 */
import type { IncomingMessage } from 'node:http';
import { createDecoder, readVarInt, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import {
  createEncoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
  type Encoder,
} from 'lib0/encoding';
import { writeTold, type Point } from '@samtavla/protocol';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

export type Address = {
  readonly url: string;
  /** Null where the address itself names the document, as y-websocket has it. */
  readonly document: { readonly name: string; readonly token: string } | null;
  /** Where presence is our own and not Yjs' awareness: the document whose readers it is for. */
  readonly stage?: string;
};

const TYPE = { sync: 0, awareness: 1, token: 2, syncReply: 4, acknowledgement: 8 } as const;
const SYNC = { stateVector: 0, difference: 1, update: 2 } as const;
/** Far above any measured time: a bench that waits longer than this waits for what never comes. */
const PATIENCE_MILLIS = 30_000;
/** What came from the server, as origin of the document's updates. */
const FROM_SERVER = Symbol('from the server');

export class WireClient {
  readonly doc = new Y.Doc();
  /** Updates sent, in their order, which is the order they are acknowledged in. */
  readonly sent: Uint8Array[] = [];
  readonly closed: Promise<void>;
  readonly reads: boolean;
  readonly #ws: WebSocket;
  readonly #address: Address;
  #listeners: (() => void)[] = [];
  #acknowledged = 0;
  #isSynced = false;
  #pointed = 0;
  #received = () => 0;

  private constructor(address: Address, reads: boolean) {
    this.#address = address;
    this.reads = reads;
    this.#ws = new WebSocket(address.url);
    this.#ws.once('upgrade', ({ socket }: IncomingMessage) => (this.#received = () => socket.bytesRead));
    this.#ws.once('open', () => this.#greet());
    this.#ws.on('message', (data: Buffer) => this.#receive(new Uint8Array(data)));
    this.#ws.on('error', () => {});
    this.closed = new Promise((resolve) => this.#ws.once('close', () => resolve()));
    void this.closed.then(() => this.#tell());
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_SERVER) this.#send(update);
    });
  }

  /**
   * Resolves when the document's state has come.
   * @param reads else what comes is counted, and the document holds only what is written here
   */
  static async open(address: Address, reads = true): Promise<WireClient> {
    const client = new WireClient(address, reads);
    await client.until(() => client.#isSynced);
    return client;
  }

  get acknowledged(): number {
    return this.#acknowledged;
  }

  get isOpen(): boolean {
    return this.#ws.readyState === WebSocket.OPEN;
  }

  /** All that came over the line, the WebSocket's own frames and handshake with it. */
  get bytesReceived(): number {
    return this.#received();
  }

  /** Resolves when it holds, looked at after whatever comes in; rejects when the line breaks first, or it never comes to hold. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (problem?: string) => {
        clearTimeout(patience);
        this.#listeners = this.#listeners.filter((one) => one !== look);
        if (problem === undefined) resolve();
        else reject(new Error(`${this.#address.url} ${problem}`));
      };
      const look = () => {
        if (holds()) settle();
        else if (this.#ws.readyState === WebSocket.CLOSED) settle('broke the line.');
      };
      const patience = setTimeout(() => settle('did not send what was waited for.'), PATIENCE_MILLIS);
      this.#listeners.push(look);
      look();
    });
  }

  /** Tells the others where this person points, as this server's own clients do. */
  point(cursor: Point): void {
    const { stage, document } = this.#address;
    this.#pointed += 1;
    if (stage === undefined) return this.#sayAware({ user: { name: 'Kari', color: '#0062ba' }, cursor });
    if (this.#pointed === 1 && document !== null) this.#sayToken(stage, document.token);
    if (this.isOpen) this.#ws.send(writeTold({ doing: { cursor } }));
  }

  close(): void {
    this.#ws.terminate();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #greet(): void {
    const { document } = this.#address;
    if (document !== null) this.#sayToken(document.name, document.token);
    this.#write(TYPE.sync, (encoder) => {
      writeVarUint(encoder, SYNC.stateVector);
      writeVarUint8Array(encoder, Y.encodeStateVector(this.doc));
    });
  }

  #send(update: Uint8Array): void {
    this.sent.push(update);
    this.#write(TYPE.sync, (encoder) => {
      writeVarUint(encoder, SYNC.update);
      writeVarUint8Array(encoder, update);
    });
  }

  #sayToken(name: string, token: string): void {
    const say = (encoder: Encoder) => {
      writeVarUint(encoder, 0);
      writeVarString(encoder, token);
    };
    this.#write(TYPE.token, say, name);
  }

  /** A list of one client: its id, how often it has spoken, and all of its state. */
  #sayAware(state: object): void {
    const body = createEncoder();
    for (const number of [1, this.doc.clientID, this.#pointed]) writeVarUint(body, number);
    writeVarString(body, JSON.stringify(state));
    this.#write(TYPE.awareness, (encoder) => writeVarUint8Array(encoder, toUint8Array(body)));
  }

  #write(type: number, writeBody: (encoder: Encoder) => void, name = this.#address.document?.name): void {
    if (this.#ws.readyState !== WebSocket.OPEN) return;
    const encoder = createEncoder();
    if (name !== undefined) writeVarString(encoder, name);
    writeVarUint(encoder, type);
    writeBody(encoder);
    this.#ws.send(toUint8Array(encoder));
  }

  #receive(bytes: Uint8Array): void {
    // Hocuspocus' ping names no document.
    if (bytes.length < 2 || (this.#isSynced && !this.reads)) return;
    const decoder = createDecoder(bytes);
    if (this.#address.document !== null) readVarString(decoder);
    const type = readVarUint(decoder);
    if (type === TYPE.sync || type === TYPE.syncReply) {
      const step = readVarUint(decoder);
      // The server asks for what it lacks; it lacks nothing, for a client here begins empty and sends all it writes.
      if (step === SYNC.stateVector) return;
      if (this.reads) Y.applyUpdate(this.doc, readVarUint8Array(decoder), FROM_SERVER);
      if (step === SYNC.difference) this.#isSynced = true;
    } else if (type === TYPE.acknowledgement && readVarInt(decoder) === 1) this.#acknowledged += 1;
    this.#tell();
  }
}

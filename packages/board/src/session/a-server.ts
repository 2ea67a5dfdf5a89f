/** For tests: a server behind the page's socket, as Hocuspocus speaks, with documents that a test can look into. */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import {
  createEncoder,
  toUint8Array,
  writeVarInt,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
  type Encoder,
} from 'lib0/encoding';
import * as Y from 'yjs';

const [SYNC, AUTH, SYNC_STATUS] = [0, 2, 8];
const [STEP_1, STEP_2, UPDATE] = [0, 1, 2];
const AUTHENTICATED = 2;

export class AServer {
  readonly documents = new Map<string, Y.Doc>();
  /** Documents' names, one for each write that arrived. */
  readonly written: string[] = [];
  /** The bytes of each difference that was sent. */
  readonly differences: number[] = [];
  acknowledges = true;
  private held: (() => void)[] = [];

  document(name: string): Y.Doc {
    const doc = this.documents.get(name) ?? new Y.Doc();
    this.documents.set(name, doc);
    return doc;
  }

  /** Sends the acknowledgements that were held. */
  acknowledge(): void {
    this.acknowledges = true;
    for (const send of this.held.splice(0)) send();
  }

  /** A `WebSocket` class that leads here, and opens by itself. */
  socketClass(): typeof WebSocket {
    const take = (frame: Uint8Array, reply: (frame: Uint8Array) => void) => this.take(frame, reply);
    class Socket extends EventTarget {
      static readonly OPEN = 1;
      readyState = 0;
      constructor() {
        super();
        setTimeout(() => {
          this.readyState = 1;
          this.dispatchEvent(new Event('open'));
        });
      }
      send(frame: Uint8Array): void {
        const reply = (data: Uint8Array) => this.dispatchEvent(new MessageEvent('message', { data: data.buffer }));
        take(frame.slice(), (data) => queueMicrotask(() => reply(data)));
      }
      close(): void {
        this.readyState = 3;
      }
    }
    return Socket as unknown as typeof WebSocket;
  }

  private take(bytes: Uint8Array, reply: (frame: Uint8Array) => void): void {
    if (bytes.length === 1) return;
    const decoder = createDecoder(bytes);
    const name = readVarString(decoder);
    const answer = (type: number, write: (encoder: Encoder) => void) => reply(frameOf(name, type, write));
    const type = readVarUint(decoder);
    if (type === AUTH) {
      answer(AUTH, (encoder) => {
        writeVarUint(encoder, AUTHENTICATED);
        writeVarString(encoder, 'read-write');
      });
    }
    if (type !== SYNC) return;
    const step = readVarUint(decoder);
    const payload = readVarUint8Array(decoder);
    if (step === STEP_1) this.answerHandshake(this.document(name), payload, answer);
    else if (step === STEP_2 || step === UPDATE) this.write(name, payload, answer);
  }

  private answerHandshake(doc: Y.Doc, known: Uint8Array, answer: Answer): void {
    const difference = Y.encodeStateAsUpdate(doc, known);
    this.differences.push(difference.length);
    answer(SYNC, syncMessage(STEP_2, difference));
    answer(SYNC, syncMessage(STEP_1, Y.encodeStateVector(doc)));
  }

  private write(name: string, update: Uint8Array, answer: Answer): void {
    this.written.push(name);
    Y.applyUpdate(this.document(name), update);
    const send = () => answer(SYNC_STATUS, (encoder) => writeVarInt(encoder, 1));
    if (this.acknowledges) send();
    else this.held.push(send);
  }
}

type Answer = (type: number, write: (encoder: Encoder) => void) => void;

const syncMessage = (step: number, payload: Uint8Array) => (encoder: Encoder) => {
  writeVarUint(encoder, step);
  writeVarUint8Array(encoder, payload);
};

function frameOf(name: string, type: number, write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, name);
  writeVarUint(encoder, type);
  write(encoder);
  return toUint8Array(encoder);
}

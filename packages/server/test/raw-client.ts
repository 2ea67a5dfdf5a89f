/**
 * A client that speaks the wire itself: no provider that would retry, wait or forget. It keeps each frame it receives, and counts
 * acknowledgements.
 */
import {
  isPresence,
  readRoomNews,
  refusalOfClose,
  writeTold,
  type BoardId,
  type RefusalCode,
  type RoomNews,
  type Told,
} from '@samtavla/protocol';
import { createDecoder, readVarInt, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

export const TYPE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  stateless: 5,
  broadcastStateless: 6,
  close: 7,
  syncStatus: 8,
} as const;
const SYNC = { stateVector: 0, difference: 1, update: 2 } as const;

export type Received =
  | { readonly document: string; readonly kind: 'stateVector' | 'difference' | 'update'; readonly bytes: Uint8Array }
  | { readonly document: string; readonly kind: 'acknowledged' | 'refused' | 'awareness' | 'other' }
  | { readonly document: string; readonly kind: 'denied' | 'authenticated' | 'stateless'; readonly text: string };

export class RawClient {
  readonly received: Received[] = [];
  /** As they came. */
  readonly frames: Uint8Array[] = [];
  readonly presence: RoomNews[] = [];
  readonly closed: Promise<{ code: number; refusal: RefusalCode | null }>;
  readonly #ws: WebSocket;
  readonly opened: Promise<void>;
  #listeners: (() => void)[] = [];

  constructor(url: string) {
    this.#ws = new WebSocket(url);
    this.opened = new Promise((resolve) => this.#ws.once('open', resolve));
    this.closed = new Promise((resolve) =>
      this.#ws.once('close', (code) => {
        resolve({ code, refusal: refusalOfClose(code) });
        this.#tell();
      }),
    );
    this.#ws.on('error', () => {});
    this.#ws.on('message', (data: Buffer) => {
      const bytes = new Uint8Array(data);
      this.frames.push(bytes);
      if (isPresence(bytes)) this.presence.push(readRoomNews(bytes) ?? fail());
      else if (bytes.length > 1) this.received.push(read(bytes));
      this.#tell();
    });
  }

  static async open(socketUrl: string, board: BoardId, query = ''): Promise<RawClient> {
    const client = new RawClient(`${socketUrl}/${board}${query}`);
    await Promise.race([client.opened, client.closed]);
    return client;
  }

  get isOpen(): boolean {
    return this.#ws.readyState === WebSocket.OPEN;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Resolves when it holds, after whatever comes in. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        this.#listeners = this.#listeners.filter((one) => one !== look);
        resolve();
      };
      this.#listeners.push(look);
      look();
    });
  }

  count(document: string, kind: Received['kind']): number {
    return this.received.filter((one) => one.document === document && one.kind === kind).length;
  }

  send(bytes: Uint8Array | string): void {
    this.#ws.send(bytes);
  }

  tell(told: Told): void {
    this.send(writeTold(told));
  }

  authenticate(document: string, token: string): void {
    this.send(frame(document, TYPE.auth, (encoder) => (writeVarUint(encoder, 0), writeVarString(encoder, token))));
  }

  askState(document: string, doc = new Y.Doc()): void {
    this.send(syncFrame(document, SYNC.stateVector, Y.encodeStateVector(doc)));
  }

  difference(document: string, update: Uint8Array): void {
    this.send(syncFrame(document, SYNC.difference, update));
  }

  update(document: string, update: Uint8Array): void {
    this.send(syncFrame(document, SYNC.update, update));
  }

  /** Opens a document and takes its state, as a provider does. Rejects when the document is refused. */
  async openDocument(document: string, token: string, doc = new Y.Doc()): Promise<Y.Doc> {
    const [differences, denied] = [this.count(document, 'difference'), this.count(document, 'denied')];
    this.authenticate(document, token);
    this.askState(document, doc);
    await this.until(
      () => this.count(document, 'difference') > differences || this.count(document, 'denied') > denied || !this.isOpen,
    );
    const last = this.received.findLast((one) => one.document === document && one.kind === 'difference');
    if (last?.kind !== 'difference') throw new Error(`${document} was not opened.`);
    Y.applyUpdate(doc, last.bytes);
    return doc;
  }

  stopReading(): void {
    this.#ws.pause();
  }

  readAgain(): void {
    this.#ws.resume();
  }

  close(): void {
    this.#ws.terminate();
  }
}

function fail(): never {
  throw new Error('The server sent presence that nobody can read.');
}

type Encoder = ReturnType<typeof createEncoder>;

export function frame(document: string, type: number, writeBody: (encoder: Encoder) => void = () => {}): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, document);
  writeVarUint(encoder, type);
  writeBody(encoder);
  return toUint8Array(encoder);
}

export const syncFrame = (document: string, step: number, payload: Uint8Array): Uint8Array =>
  frame(document, TYPE.sync, (encoder) => (writeVarUint(encoder, step), writeVarUint8Array(encoder, payload)));

/** What Yjs' own clients call presence, of as many made-up clients. */
export function awarenessOf(document: string, first: number, count: number): Uint8Array {
  const body = createEncoder();
  writeVarUint(body, count);
  for (let client = first; client < first + count; client += 1) {
    for (const number of [client, 1]) writeVarUint(body, number);
    writeVarString(body, '{"who":{"name":"Ingen"}}');
  }
  return frame(document, TYPE.awareness, (encoder) => writeVarUint8Array(encoder, toUint8Array(body)));
}

function read(bytes: Uint8Array): Received {
  const decoder = createDecoder(bytes);
  const document = readVarString(decoder);
  const type = readVarUint(decoder);
  if (type === TYPE.sync || type === 4) {
    const kind = (['stateVector', 'difference', 'update'] as const)[readVarUint(decoder)] ?? 'update';
    return { document, kind, bytes: readVarUint8Array(decoder) };
  }
  if (type === TYPE.syncStatus) return { document, kind: readVarInt(decoder) === 1 ? 'acknowledged' : 'refused' };
  if (type === TYPE.auth)
    return { document, kind: readVarUint(decoder) === 1 ? 'denied' : 'authenticated', text: readVarString(decoder) };
  if (type === TYPE.stateless) return { document, kind: 'stateless', text: readVarString(decoder) };
  return { document, kind: type === TYPE.awareness ? 'awareness' : 'other' };
}

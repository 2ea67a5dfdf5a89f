/** A member of a room of `TLSocketRoom`, which speaks tldraw's own protocol: differences of records, in JSON. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Point } from '@samtavla/protocol';
import { DEFAULT_INITIAL_SNAPSHOT } from '@tldraw/sync-core';
import { WebSocket } from 'ws';
import { stockNotes } from '../../canvas/subjects/stock-note.ts';
import type { Member } from '../member.ts';

/** Of `@tldraw/sync-core` 5.4.2. */
const PROTOCOL = 8;

/** What is put, patched or removed, by record; a patch says the same of properties. */
type Difference = Readonly<Record<string, ['put' | 'patch' | 'remove', unknown?]>>;
type Told = { readonly type: string; readonly data?: readonly Told[]; readonly diff?: Difference };

export class TldrawMember implements Member {
  readonly note = `shape:${randomUUID()}`;
  readonly reads: boolean;
  readonly #ws: WebSocket;
  readonly #presence = `instance_presence:${randomUUID()}`;
  #listeners: ((mark: number, note: string) => void)[] = [];
  #clock = 0;
  #isShown = false;
  #received = () => 0;

  private constructor(ws: WebSocket, reads: boolean) {
    this.#ws = ws;
    this.reads = reads;
    ws.once('upgrade', ({ socket }: IncomingMessage) => (this.#received = () => socket.bytesRead));
    ws.on('error', () => {});
  }

  /** @param room where its server has it, as `ws://127.0.0.1:1234/rooms/one` */
  static async enter(room: string, reads: boolean): Promise<TldrawMember> {
    const ws = new WebSocket(`${room}?sessionId=${randomUUID()}`);
    const member = new TldrawMember(ws, reads);
    await once(ws, 'open');
    const { schema } = DEFAULT_INITIAL_SNAPSHOT;
    member.#say({
      type: 'connect',
      connectRequestId: randomUUID(),
      lastServerClock: 0,
      protocolVersion: PROTOCOL,
      schema,
    });
    for (let isIn = false; !isIn;) {
      const [data] = (await once(ws, 'message')) as [Buffer];
      isIn = (JSON.parse(data.toString()) as Told).type === 'connect';
    }
    ws.on('message', (data: Buffer) => member.#receive(data));
    const [note] = stockNotes([{ x: 0, y: 0, text: 'en lapp' }]);
    member.#push({ diff: { [member.note]: ['put', { ...note, id: member.note }] } });
    return member;
  }

  move(mark: number): void {
    this.#push({ diff: { [this.note]: ['patch', { x: ['put', mark] }] } });
  }

  onOthersMove(seen: (mark: number, note: string) => void): () => void {
    this.#listeners.push(seen);
    return () => (this.#listeners = this.#listeners.filter((one) => one !== seen));
  }

  point({ x, y }: Point): void {
    const cursor = { x, y, rotation: 0, type: 'default' };
    const presence = this.#isShown ? ['patch', { cursor: ['put', cursor] }] : ['put', this.#self(cursor)];
    this.#isShown = true;
    this.#push({ presence });
  }

  get bytesReceived(): number {
    return this.#received();
  }

  get isOpen(): boolean {
    return this.#ws.readyState === WebSocket.OPEN;
  }

  close(): void {
    this.#ws.terminate();
  }

  #push(what: object): void {
    this.#say({ type: 'push', clientClock: (this.#clock += 1), ...what });
  }

  #say(message: object): void {
    if (this.isOpen) this.#ws.send(JSON.stringify(message));
  }

  #receive(data: Buffer): void {
    if (!this.reads) return;
    const told = JSON.parse(data.toString()) as Told;
    for (const { diff = {} } of told.data ?? [told]) {
      for (const [note, [, value]] of Object.entries(diff)) {
        const mark = markIn(value);
        if (mark !== null && note !== this.note) for (const seen of this.#listeners) seen(mark, note);
      }
    }
  }

  #self(cursor: object): object {
    return {
      id: this.#presence,
      typeName: 'instance_presence',
      userId: 'user:kari',
      userName: 'Kari',
      color: '#0062ba',
      cursor,
      currentPageId: 'page:page',
      camera: { x: 0, y: 0, z: 1 },
      screenBounds: { x: 0, y: 0, w: 1_280, h: 800 },
      selectedShapeIds: [],
      followingUserId: null,
      lastActivityTimestamp: 0,
      brush: null,
      scribbles: [],
      chatMessage: '',
      meta: {},
    };
  }
}

/** The new x of a note: in a patch, or in a note that came with it. */
function markIn(value: unknown): number | null {
  const { x } = (value ?? {}) as { x?: unknown };
  const mark = Array.isArray(x) ? (x[1] as unknown) : x;
  return typeof mark === 'number' ? mark : null;
}

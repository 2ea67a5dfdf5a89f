import {
  addNote,
  randomId,
  type BoardId,
  type JoinResponse,
  type Millis,
  type ParticipantId,
} from '@samtavla/protocol';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { connect, type Connection } from './connection.ts';

// Before anything is imported: the provider keeps the clock it finds then.
vi.hoisted(() => vi.useFakeTimers());

/** A socket that a test opens, closes and falls silent by hand. */
class FakeSocket extends EventTarget {
  static OPEN = 1;
  static made: FakeSocket[] = [];
  readyState = 0;
  sent: Uint8Array[] = [];

  constructor() {
    super();
    FakeSocket.made.push(this);
  }

  send(frame: Uint8Array): void {
    this.sent.push(frame);
  }

  /** The browser waits for the other side's answer, which on a dead line never comes. */
  close(): void {
    this.readyState = 2;
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  /** A heartbeat, for which the provider takes the line to be alive. */
  ping(): void {
    this.dispatchEvent(new MessageEvent('message', { data: Uint8Array.of(9).buffer }));
  }

  hear(frame: Uint8Array<ArrayBuffer>): void {
    this.dispatchEvent(new MessageEvent('message', { data: frame.buffer }));
  }

  end(code: number): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason: '' }));
  }
}

const board = randomId() as BoardId;
const joined: JoinResponse = {
  token: 'x'.repeat(43),
  role: 'participant',
  participant: { id: randomId() as ParticipantId, name: 'Kari', perspective: {} },
  board: { id: board, title: 'T', template: 'tom-tavle', locale: 'nb', anonymous: false, createdAt: 0 as Millis },
  documents: { plan: `${board}/plan`, stage: `${board}/stage`, canvas: `${board}/canvas` },
  now: 0 as Millis,
};

let connection: Connection;
let page: EventTarget;
beforeEach(() => {
  FakeSocket.made = [];
  page = Object.assign(new EventTarget(), { document: new EventTarget() });
  vi.stubGlobal('window', page);
  vi.stubGlobal('WebSocket', FakeSocket);
  connection = connect(joined, 'ws://tavle.test/sync/x', { keepsCopy: false });
});
afterEach(() => {
  // What is unsaved would keep it trying, into the next test.
  newest().end(4404);
  connection.close();
  vi.unstubAllGlobals();
});

const newest = (): FakeSocket => {
  const socket = FakeSocket.made.at(-1);
  if (socket === undefined) throw new Error('No socket was made.');
  return socket;
};
const write = (text: string) => addNote(connection.canvas.doc, { text });

/** A sync message's kind: the bytes behind the document's name. */
const kinds = ({ sent }: FakeSocket, document = joined.documents.canvas) =>
  sent
    .filter((frame) => frame[0] === document.length)
    .map((frame) => Array.from(frame.subarray(document.length + 1, document.length + 3)));

/** The server's part of a handshake: it says that it has nothing yet. */
function question(document: string): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarString(encoder, document);
  for (const each of [0, 0]) writeVarUint(encoder, each);
  writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()));
  return new Uint8Array(toUint8Array(encoder));
}

describe('the connection', () => {
  test('[N5] a line that is dead without saying so is offline, and what is written then is not called saved', async () => {
    newest().open();
    newest().ping();
    await vi.advanceTimersByTimeAsync(45_000);
    write('ut i tomheten');
    expect(connection.unsaved.get()).toBe(true);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(connection.link.get().state).toBe('offline');
    expect(connection.unsaved.get()).toBe(true);
  });

  test('[N5] a document whose line was given up is not in step until the next handshake', async () => {
    newest().open();
    newest().ping();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.link.get().state).toBe('offline');
    newest().open();
    newest().ping();
    await vi.advanceTimersByTimeAsync(0);
    const asked = kinds(newest()).filter(([type, step]) => type === 0 && step === 0);
    expect(asked).toHaveLength(1);
    expect(connection.link.get().state).toBe('offline');
  });

  test('[N6] after a refusal for good no socket is tried again', async () => {
    newest().open();
    newest().end(4404);
    expect(connection.link.get()).toEqual({ state: 'ended', refusal: 'board-unknown' });
    const tried = FakeSocket.made.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.made).toHaveLength(tried);
  });

  test('[N6] after a refusal for now it is tried again', async () => {
    newest().open();
    newest().end(4502);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.made.length).toBeGreaterThan(1);
  });

  test('[N7] what was written on a broken line is left to the handshake, not sent letter by letter before it', async () => {
    newest().open();
    newest().ping();
    newest().end(1006);
    for (let letter = 0; letter < 30; letter += 1) write(String(letter));
    await vi.advanceTimersByTimeAsync(10_000);
    newest().open();
    await vi.advanceTimersByTimeAsync(0);
    newest().ping();
    const updates = kinds(newest()).filter(([type, step]) => type === 0 && step === 2);
    expect(updates).toEqual([]);
    expect(connection.unsaved.get()).toBe(true);
  });

  test('[N26] a change made before the handshake goes with it, and one made after it goes at once', async () => {
    newest().open();
    await vi.advanceTimersByTimeAsync(0);
    newest().ping();
    write('for tidlig');
    const writes = () => kinds(newest()).flatMap(([type, step]) => (type === 0 && step !== 0 ? [step] : []));
    expect([writes(), connection.unsaved.get()]).toEqual([[], true]);
    newest().hear(question(joined.documents.canvas));
    expect([writes(), connection.unsaved.get()]).toEqual([[1], true]);
    write('i tide');
    expect(writes()).toEqual([1, 2]);
    newest().end(1006);
    await vi.advanceTimersByTimeAsync(10_000);
    newest().open();
    await vi.advanceTimersByTimeAsync(0);
    write('for tidlig igjen');
    expect(writes()).toEqual([]);
  });

  test('[N25] a silent line is given up seconds after the browser hints at it, and one that answers is kept', async () => {
    newest().open();
    newest().ping();
    await vi.advanceTimersByTimeAsync(100);
    page.dispatchEvent(new Event('offline'));
    newest().ping();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(FakeSocket.made).toHaveLength(1);
    page.dispatchEvent(new Event('offline'));
    expect(connection.link.get().state).toBe('opening');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(connection.link.get().state).toBe('offline');
    expect(FakeSocket.made).toHaveLength(2);
  });

  test('[N25] a broken line is tried at once when the browser hints at a new one, and never after a refusal for good', async () => {
    newest().open();
    newest().end(1006);
    page.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeSocket.made).toHaveLength(2);
    newest().open();
    newest().end(4404);
    page.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.made).toHaveLength(2);
  });
});

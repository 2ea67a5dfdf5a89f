/** Updates that no editor makes: what they may not do to the document, and to the others on it. */
import { addNote, LIMITS, readNotes } from '@samtavla/protocol';
import { array, assert, constantFrom, nat, oneof, property, record } from 'fast-check';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, type Encoder } from 'lib0/encoding';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import type { StoredDocument } from '../src/storage/storage.ts';
import { nestsTooDeep } from '../src/sync/nesting.ts';
import { isReadableUpdate } from '../src/sync/readable-update.ts';
import { replay } from '../src/sync/replay.ts';
import { WaitingStructs } from '../src/sync/waiting-structs.ts';
import { RawClient } from './raw-client.ts';
import { join, makeBoard, testServer } from './test-server.ts';

/** Storage that can keep everybody waiting for the canvas. */
class SlowStorage extends MemoryStorage {
  reading: Promise<void> = Promise.resolve();

  override async read(document: string): Promise<StoredDocument | null> {
    if (document.endsWith('/canvas')) await this.reading;
    return super.read(document);
  }
}

async function workshop() {
  const storage = new SlowStorage();
  const server = await testServer({ storage });
  const board = await makeBoard(server);
  const { documents, token } = await join(server, board, 'participant');
  const { canvas, plan } = documents;
  const connect = async () => {
    const client = await RawClient.open(server.socketUrl, board.board.id);
    onTestFinished(() => client.close());
    return client;
  };
  const open = async (document = canvas) => {
    const client = await connect();
    await client.openDocument(document, token);
    return client;
  };
  const stored = async () => {
    const [doc, read] = [new Y.Doc(), await storage.read(canvas)];
    if (read === null) throw new Error('Nothing is stored.');
    replay(read, doc);
    return doc;
  };
  return { storage, token, canvas, plan, connect, open, stored };
}

/** Elements within elements, the outermost in a fragment of its own. */
function nest(doc: Y.Doc, levels: number): void {
  let holder: Y.XmlFragment = doc.getXmlFragment('deep');
  for (let level = 0; level < levels; level += 1) {
    const inner = new Y.XmlElement('p');
    holder.insert(0, [inner]);
    holder = inner;
  }
}

/** An update for each level. */
function nestedLevels(levels: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  nest(doc, levels);
  return updates;
}

/** Far deeper than a stack, and the few bytes that take it away. */
function endless() {
  const doc = new Y.Doc();
  doc.transact(() => nest(doc, 12_000));
  const deletion = written({ structs: [], deletions: [{ client: doc.clientID, clock: 0, length: 1 }] });
  return { update: Y.encodeStateAsUpdate(doc), deletion };
}

async function writes(client: RawClient, canvas: string): Promise<string> {
  const doc = new Y.Doc();
  addNote(doc, { text: 'hei' });
  const before = client.count(canvas, 'acknowledged');
  client.update(canvas, Y.encodeStateAsUpdate(doc));
  await client.until(() => client.count(canvas, 'acknowledged') > before || !client.isOpen);
  return client.isOpen ? 'acknowledged' : ((await client.closed).refusal ?? 'closed');
}

test('[S22] a document that breaks in memory says nothing more: its sender is refused, the others come again and lose nothing', async () => {
  const { storage, canvas, open, stored } = await workshop();
  const { update, deletion } = endless();
  // No client could bring this in; a mistake of ours might.
  await storage.append([{ document: canvas, update }]);
  const [hostile, bystander] = [await open(), await open()];
  expect(await writes(bystander, canvas)).toBe('acknowledged');
  hostile.update(canvas, deletion);
  expect((await hostile.closed).refusal).toBe('bad-frame');
  expect((await bystander.closed).refusal).toBe('internal');
  expect(hostile.count(canvas, 'acknowledged')).toBe(0);
  expect(await writes(await open(), canvas)).toBe('acknowledged');
  expect(readNotes(await stored())).toHaveLength(2);
});

test('[S22] also when the sender is gone before its update is applied', async () => {
  const { storage, canvas, open, stored } = await workshop();
  const { update, deletion } = endless();
  await storage.append([{ document: canvas, update }]);
  const [hostile, bystander] = [await open(), await open()];
  hostile.update(canvas, deletion);
  hostile.close();
  expect((await bystander.closed).refusal).toBe('internal');
  expect(await writes(await open(), canvas)).toBe('acknowledged');
  expect(readNotes(await stored())).toHaveLength(1);
});

test('[S18] a log that cannot be replayed costs its own document and no other', async () => {
  const { storage, token, canvas, plan, connect } = await workshop();
  const { update, deletion } = endless();
  await storage.append([update, deletion].map((one) => ({ document: canvas, update: one })));
  const client = await connect();
  client.authenticate(canvas, token);
  await client.until(() => client.count(canvas, 'denied') === 1);
  expect(client.received).toContainEqual({ document: canvas, kind: 'denied', text: 'document-damaged' });
  await client.openDocument(plan, token);
  expect(client.isOpen).toBe(true);
});

test('[S21] depth that is put together while it waits is refused before it is too deep', async () => {
  const { canvas, open, stored } = await workshop();
  const [hostile, other] = [await open(), await open()];
  // The innermost first: each waits for the one that will hold it.
  for (const update of nestedLevels(2 * LIMITS.nestedTypes).toReversed()) hostile.update(canvas, update);
  expect((await hostile.closed).refusal).toBe('too-many');
  expect(await writes(other, canvas)).toBe('acknowledged');
  expect(readNotes(await stored())).toHaveLength(1);
});

test('[S21] depth that many sockets bring in one moment is not stored', async () => {
  const { storage, token, canvas, connect, open, stored } = await workshop();
  const updates = nestedLevels(5 * LIMITS.nestedTypes);
  const { promise, resolve } = Promise.withResolvers<void>();
  storage.reading = promise;
  const sockets = [];
  for (let part = 0; part < 5; part += 1) {
    const socket = await connect();
    const levels = updates.slice(part * LIMITS.nestedTypes, (part + 1) * LIMITS.nestedTypes);
    socket.authenticate(canvas, token);
    socket.update(canvas, Y.mergeUpdates(levels));
    sockets.push(socket);
  }
  // All of them wait for the same document, and go on in the same moment.
  await Promise.all(sockets.map((socket) => socket.until(() => socket.count(canvas, 'authenticated') === 1)));
  resolve();
  await Promise.all(
    sockets.map((socket) => socket.until(() => !socket.isOpen || socket.count(canvas, 'acknowledged') === 1)),
  );
  expect(sockets.some((socket) => !socket.isOpen)).toBe(true);
  expect(await writes(await open(), canvas)).toBe('acknowledged');
  let levels = 0;
  for (
    let holder: unknown = (await stored()).getXmlFragment('deep');
    holder instanceof Y.XmlFragment;
    holder = holder.get(0)
  )
    levels += 1;
  expect(levels).toBeLessThanOrEqual(2 * LIMITS.nestedTypes + 1);
});

test('[S21] thousands of paragraphs beside each other are weighed in a moment', () => {
  const doc = new Y.Doc();
  const paragraphs = Array.from({ length: 20_000 }, () => new Y.XmlElement('p'));
  doc.getXmlFragment('long').insert(0, paragraphs);
  const update = Y.encodeStateAsUpdate(doc);
  const before = performance.now();
  expect(nestsTooDeep(new Y.Doc(), update)).toBe(false);
  expect(performance.now() - before).toBeLessThan(2_000);
});

type Place = { readonly client: number; readonly clock: number };
type Struct = Place & {
  readonly content: 'deleted' | 'text' | 'type' | 'gc' | 'skip' | 'format';
  readonly length: number;
  readonly holder: Place | null;
  readonly origin: Place | null;
  readonly rightOrigin: Place | null;
  readonly key: string | null;
};
type Written = {
  readonly structs: readonly Struct[];
  readonly deletions: readonly (Place & { readonly length: number })[];
};

/** An update (V1) as Yjs reads it, whatever it says: each struct in a list of its own. */
function written({ structs, deletions }: Written): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, structs.length);
  for (const struct of structs) {
    for (const number of [1, struct.client, struct.clock]) writeVarUint(encoder, number);
    writeStruct(encoder, struct);
  }
  writeVarUint(encoder, deletions.length);
  for (const { client, clock, length } of deletions)
    for (const number of [client, 1, clock, length]) writeVarUint(encoder, number);
  return toUint8Array(encoder);
}

const CONTENT = { gc: 0, deleted: 1, text: 4, format: 6, type: 7, skip: 10 } as const;
/** Of the shared types. */
const XML_FRAGMENT = 4;

function writeStruct(encoder: Encoder, { content, length, holder, origin, rightOrigin, key }: Struct): void {
  if (content === 'gc' || content === 'skip') {
    for (const number of [CONTENT[content], length]) writeVarUint(encoder, number);
    return;
  }
  const flags = (origin === null ? 0 : 128) | (rightOrigin === null ? 0 : 64) | (key === null ? 0 : 32);
  // One byte, not a number of any length.
  encoder.cbuf[encoder.cpos] = CONTENT[content] | flags;
  encoder.cpos += 1;
  for (const place of [origin, rightOrigin]) if (place !== null) writePlace(encoder, place);
  if (origin === null && rightOrigin === null) {
    writeVarUint(encoder, holder === null ? 1 : 0);
    if (holder === null) writeVarString(encoder, 'root');
    else writePlace(encoder, holder);
    if (key !== null) writeVarString(encoder, key);
  }
  if (content === 'deleted') writeVarUint(encoder, length);
  else if (content === 'text') writeVarString(encoder, 'x'.repeat(length));
  else if (content === 'format') for (const part of ['bold', 'true']) writeVarString(encoder, part);
  else writeVarUint(encoder, XML_FRAGMENT);
}

function writePlace(encoder: Encoder, { client, clock }: Place): void {
  writeVarUint(encoder, client);
  writeVarUint(encoder, clock);
}

const place = record({ client: constantFrom(1, 2, 3), clock: nat({ max: 6 }) });
const orNone = oneof(constantFrom(null), place);
const struct = record({
  client: constantFrom(1, 2, 3),
  clock: nat({ max: 6 }),
  content: constantFrom('deleted', 'text', 'type', 'gc', 'skip', 'format'),
  length: oneof(nat({ max: 3 }), constantFrom(2 ** 31, Number.MAX_SAFE_INTEGER)),
  holder: orNone,
  origin: orNone,
  rightOrigin: orNone,
  key: constantFrom(null, 'k', 'l'),
}).map((one) => ({ ...one, length: one.content === 'text' ? one.length % 4 : one.length }) satisfies Struct);
const update = record({
  structs: array(struct, { maxLength: 4 }),
  deletions: array(record({ client: constantFrom(1, 2, 3), clock: nat({ max: 6 }), length: nat({ max: 3 }) }), {
    maxLength: 2,
  }),
});

/** What was thrown, and whether the document goes on, and others can read what the server would say of it. */
function whatGoesWrong(doc: Y.Doc, write: () => void): { readonly thrown: unknown; readonly isUsable: boolean } {
  let thrown: unknown = null;
  try {
    write();
  } catch (error) {
    thrown = error;
  }
  const isBroken = doc._transaction !== null || doc._transactionCleanups.length > 0;
  if (isBroken) return { thrown, isUsable: false };
  Y.decodeStateVector(Y.encodeStateVector(doc));
  Y.decodeUpdateV2(Y.encodeStateAsUpdateV2(doc));
  return { thrown, isUsable: true };
}

test('[S14] whatever updates are let through, the document goes on, and opens again as far as it was', () => {
  let applied = 0;
  const rounds = property(array(update, { minLength: 1, maxLength: 12 }), (updates) => {
    const doc = new Y.Doc();
    const waiting = new WaitingStructs(doc);
    const log: Uint8Array[] = [];
    let current: Uint8Array = new Uint8Array();
    doc.on('afterTransactionCleanup', () => {
      if (waiting.applied(log, current) === 'waits') log.push(current);
    });
    doc.on('update', (one: Uint8Array) => log.push(one));
    for (const bytes of updates.map(written)) {
      if (!isReadableUpdate(bytes) || nestsTooDeep(doc, bytes)) continue;
      current = bytes;
      applied += 1;
      expect(whatGoesWrong(doc, () => Y.applyUpdate(doc, bytes)).isUsable).toBe(true);
    }
    const again = new Y.Doc();
    const stored = { snapshot: null, tail: log.map((one, row) => ({ row: row as never, update: one })) };
    expect(whatGoesWrong(again, () => replay(stored, again))).toEqual({ thrown: null, isUsable: true });
    expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVector(doc));
  });
  assert(rounds, { numRuns: process.env['VERIFY'] === '1' ? 30_000 : 1_500 });
  expect(applied).toBeGreaterThan(500);
});

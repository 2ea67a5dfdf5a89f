/** What a document goes through between the disk and memory. */
import {
  addNote,
  LAYOUT_VERSION,
  layoutOf,
  OPEN_STAGE,
  readNotes,
  readPlanFacts,
  readStage,
  readZones,
} from '@samtavla/protocol';
import { TEMPLATES } from '@samtavla/templates';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { pino } from 'pino';
import { emptyDocument } from '../src/boards/seed.ts';
import { compact, Compactor } from '../src/sync/compaction.ts';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import type { Compaction, StoredDocument } from '../src/storage/storage.ts';
import { RawClient } from './raw-client.ts';
import { codeOf, join, makeBoard, testServer, type TestServer } from './test-server.ts';

const seeds = TEMPLATES.flatMap((template) =>
  template.presets.map((preset) => ({ id: template.id, preset: preset.id, template, made: preset })),
);

test.each(seeds)(
  '[S4] a board from $id, $preset: its zones, phases and lists in its own language',
  async ({ template, made: preset }) => {
    const server = await testServer();
    const board = await makeBoard(server, { template: template.id, preset: preset.id, locale: 'en' });
    const { documents, token } = await join(server, board, 'facilitator');
    const client = await RawClient.open(server.socketUrl, board.board.id);
    onTestFinished(() => client.close());
    const plan = await client.openDocument(documents.plan, token);
    const zones = readZones(plan);
    expect(zones.map(({ title, question, box, kind, tint }) => ({ title, question, box, kind, tint }))).toEqual(
      template.zones.map(({ title, question, box, kind, tint }) => ({
        title: title.en,
        question: question.en,
        box,
        kind,
        tint,
      })),
    );
    expect(readNotes(plan).map(({ text, author }) => ({ text, author }))).toEqual(
      (preset.standing ?? []).map(({ text }) => ({ text: text.en, author: null })),
    );
    const facts = readPlanFacts(plan);
    expect(facts).toMatchObject({
      title: template.name.en,
      locale: 'en',
      template: template.id,
      preset: preset.id,
      anonymous: false,
    });
    expect(facts.sectors.map(({ name }) => name)).toEqual(template.perspectives.map(({ name }) => name.en));
    expect(facts.levels.map(({ name }) => name)).toEqual(template.levels.map(({ name }) => name.en));
    const zoneIds = new Map(template.zones.map((zone, order) => [zone.id, zones[order]?.id]));
    expect(facts.phases).toEqual(
      preset.phases.map((phase) => ({
        ...phase,
        name: phase.name.en,
        zones: phase.zones.map((zone) => zoneIds.get(zone)),
        closes: phase.private,
      })),
    );
  },
);

test('[S4] the server alone seeds: a stage that is open, a canvas, a desk and an inbox with their layout and nothing more', async () => {
  const server = await testServer();
  const board = await makeBoard(server);
  const { documents, token } = await join(server, board, 'facilitator');
  const client = await RawClient.open(server.socketUrl, board.board.id);
  onTestFinished(() => client.close());
  expect(readStage(await client.openDocument(documents.stage, token))).toEqual(OPEN_STAGE);
  for (const name of [documents.canvas, documents.desk ?? '', `${board.board.id}/inbox`]) {
    const doc = await client.openDocument(name, token);
    expect(layoutOf(doc)).toBe(LAYOUT_VERSION);
    expect(readNotes(doc)).toEqual([]);
  }
});

/** Storage with one document that cannot be read. */
class DamagedStorage extends MemoryStorage {
  damaged: string | null = null;
  gone: string | null = null;

  override async read(document: string): Promise<StoredDocument | null> {
    if (document === this.gone) return null;
    const stored = await super.read(document);
    if (document !== this.damaged || stored === null) return stored;
    return { ...stored, tail: stored.tail.map((one) => ({ ...one, update: new Uint8Array([7, 7, 7, 7]) })) };
  }
}

test.each(['damaged', 'gone'] as const)(
  '[S18] a document that is %s is refused, never shown empty, and the others open',
  async (how) => {
    const storage = new DamagedStorage();
    const server = await testServer({ storage });
    const board = await makeBoard(server);
    const { documents, token } = await join(server, board, 'facilitator');
    storage[how] = documents.canvas;
    const client = await RawClient.open(server.socketUrl, board.board.id);
    onTestFinished(() => client.close());
    client.authenticate(documents.canvas, token);
    await client.until(() => client.count(documents.canvas, 'denied') === 1);
    expect(client.received).toContainEqual({ document: documents.canvas, kind: 'denied', text: 'document-damaged' });
    expect(client.count(documents.canvas, 'difference')).toBe(0);
    expect(readZones(await client.openDocument(documents.plan, token)).length).toBeGreaterThan(0);
    const state = await server.get(`/api/boards/${board.board.id}/documents/canvas/state`, token);
    expect([state.status, codeOf(state)]).toEqual([500, 'document-damaged']);
    storage[how] = null;
    expect(layoutOf(await client.openDocument(documents.canvas, token))).toBe(LAYOUT_VERSION);
  },
);

/** Storage that tells when a compaction is over. */
class WatchedStorage extends MemoryStorage {
  readonly compactions: Compaction[] = [];

  override async compact(compaction: Compaction): Promise<boolean> {
    const done = await super.compact(compaction);
    this.compactions.push(compaction);
    return done;
  }
}

async function writeAndLeave(
  server: TestServer,
  board: Awaited<ReturnType<typeof makeBoard>>,
  notes: number,
): Promise<string> {
  const { documents, token } = await join(server, board, 'participant');
  const client = await RawClient.open(server.socketUrl, board.board.id);
  const doc = await client.openDocument(documents.canvas, token);
  doc.on('update', (update: Uint8Array) => client.update(documents.canvas, update));
  for (let n = 0; n < notes; n += 1) addNote(doc, { text: `lapp ${n}` });
  await client.until(() => client.count(documents.canvas, 'acknowledged') === notes);
  client.close();
  return documents.canvas;
}

test('[S19] a document that closes with a long log is folded into a snapshot, and opens the same', async () => {
  const storage = new WatchedStorage();
  const server = await testServer({ storage });
  const board = await makeBoard(server);
  const canvas = await writeAndLeave(server, board, 60);
  await vi.waitUntil(() => storage.compactions.length === 1);
  const stored = await storage.read(canvas);
  expect(stored?.tail).toEqual([]);
  expect(stored?.snapshot?.version).toBe(1);
  await writeAndLeave(server, board, 3);
  const { documents, token } = await join(server, board, 'viewer');
  const client = await RawClient.open(server.socketUrl, board.board.id);
  onTestFinished(() => client.close());
  expect(readNotes(await client.openDocument(documents.canvas, token))).toHaveLength(63);
  expect((await storage.read(canvas))?.tail).toHaveLength(3);
});

test('[S19] a document that stays open is compacted too, once its log is long', async () => {
  const storage = new WatchedStorage();
  await storage.append([{ document: 'b/canvas', update: emptyDocument() }]);
  const compactor = new Compactor(storage, pino({ level: 'silent' }), () => {});
  compactor.opened('b/canvas', 0);
  for (let row = 0; row < 4_000; row += 1) compactor.appended('b/canvas');
  await compactor.finished();
  expect(storage.compactions).toHaveLength(1);
  expect((await storage.read('b/canvas'))?.snapshot?.version).toBe(1);
});

test('[S19] a compaction keeps what waits for its predecessors', async () => {
  const storage = new MemoryStorage();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  addNote(doc, { text: 'første' });
  addNote(doc, { text: 'andre' });
  const [first, second] = updates;
  if (first === undefined || second === undefined) throw new Error('Each note is an update.');
  await storage.append([{ document: 'b/canvas', update: second }]);
  await compact(storage, 'b/canvas');
  expect((await storage.read('b/canvas'))?.tail).toEqual([]);
  const restored = new Y.Doc();
  Y.applyUpdateV2(restored, (await storage.read('b/canvas'))?.snapshot?.state ?? new Uint8Array());
  Y.applyUpdate(restored, first);
  expect(
    readNotes(restored)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(['andre', 'første']);
});

test('[S19] a whole document comes over HTTP, compressed for who takes it', async () => {
  const server = await testServer();
  const board = await makeBoard(server);
  await writeAndLeave(server, board, 20);
  const { token } = await join(server, board, 'viewer');
  for (const encoding of ['gzip', 'identity']) {
    const response = await fetch(`${server.url}/api/boards/${board.board.id}/documents/canvas/state`, {
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': encoding },
    });
    expect(response.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, new Uint8Array(await response.arrayBuffer()));
    expect(readNotes(doc)).toHaveLength(20);
  }
});

test('[S20] at the end everybody is told, and what they wrote is stored', async () => {
  const storage = new MemoryStorage();
  const server = await testServer({ storage });
  const board = await makeBoard(server);
  const { documents, token } = await join(server, board, 'participant');
  const client = await RawClient.open(server.socketUrl, board.board.id);
  const doc = await client.openDocument(documents.canvas, token);
  const before = Y.encodeStateVector(doc);
  addNote(doc, { text: 'siste ord' });
  client.update(documents.canvas, Y.encodeStateAsUpdate(doc, before));
  await client.until(() => client.count(documents.canvas, 'acknowledged') === 1);
  await server.close();
  expect((await client.closed).refusal).toBe('shutting-down');
  const stored = new Y.Doc();
  for (const { update } of (await storage.read(documents.canvas))?.tail ?? []) Y.applyUpdate(stored, update);
  expect(readNotes(stored).map(({ text }) => text)).toEqual(['siste ord']);
});

test('[S19] a fetched document is the newest, however it is compressed and whoever asked before', async () => {
  const server = await testServer();
  const board = await makeBoard(server);
  const { documents, token } = await join(server, board, 'facilitator');
  const client = await RawClient.open(server.socketUrl, board.board.id);
  onTestFinished(() => client.close());
  const canvas = await client.openDocument(documents.canvas, token);
  const fetched = async (encoding: string) => {
    const response = await fetch(`${server.url}/api/boards/${board.board.id}/documents/canvas/state`, {
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': encoding },
    });
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, new Uint8Array(await response.arrayBuffer()));
    return readNotes(doc).map(({ text }) => text);
  };
  for (const [place, text] of ['Første', 'Andre'].entries()) {
    const before = Y.encodeStateVector(canvas);
    addNote(canvas, { text });
    client.update(documents.canvas, Y.encodeStateAsUpdate(canvas, before));
    await client.until(() => client.count(documents.canvas, 'acknowledged') === place + 1);
    const texts = readNotes(canvas).map((note) => note.text);
    for (const encoding of ['br', 'br', 'gzip', 'identity']) expect(await fetched(encoding)).toEqual(texts);
  }
});

/**
 * The promise the product stands on. Several clients write without pause and never come back; the server is killed at a random
 * moment; clients who were never there find every update that was acknowledged.
 */
import { addNote, recordsOf, type JoinResponse } from '@samtavla/protocol';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { RawClient } from './raw-client.ts';
import { seededRandom } from './seeded-random.ts';
import { serverProcess, type ServerProcess } from './server-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { clientOf, join, makeBoard, type MadeBoard } from './test-server.ts';

const KILLS = Number(process.env['KILLS'] ?? (process.env['VERIFY'] === '1' ? 100 : 10));
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Kills of one installation, each on top of what the last one left. */
const KILLS_A_DIRECTORY = 5;
const WRITERS = 6;
/** Updates a writer has under way at once. */
const IN_FLIGHT = 8;

type Written = { readonly document: string; readonly bytes: Uint8Array; readonly token: string };

/** Writes notes, text in others' notes and deletions, to the canvas and to its own desk, as fast as it is acknowledged. */
class Writer {
  readonly #client: RawClient;
  readonly #token: string;
  readonly #random: () => number;
  readonly #papers = new Map<string, { doc: Y.Doc; sent: Uint8Array[] }>();

  private constructor(client: RawClient, token: string, random: () => number) {
    this.#client = client;
    this.#token = token;
    this.#random = random;
  }

  static async start(
    socketUrl: string,
    { board, documents, token }: JoinResponse,
    random: () => number,
  ): Promise<Writer> {
    const client = await RawClient.open(socketUrl, board.id);
    const writer = new Writer(client, token, random);
    for (const name of [documents.canvas, documents.desk ?? documents.canvas]) await writer.#open(name);
    void client.until(() => writer.#step());
    return writer;
  }

  async #open(document: string): Promise<void> {
    const doc = await this.#client.openDocument(document, this.#token);
    const sent: Uint8Array[] = [];
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === 'server') return;
      sent.push(bytes);
      this.#client.update(document, bytes);
    });
    this.#papers.set(document, { doc, sent });
  }

  /** Called after each frame; true, and so never again, once the server is gone. */
  #step(): boolean {
    const last = this.#client.received.at(-1);
    if (last?.kind === 'update')
      Y.applyUpdate(this.#papers.get(last.document)?.doc ?? new Y.Doc(), last.bytes, 'server');
    for (const [document, { doc, sent }] of this.#papers) {
      while (this.#client.isOpen && sent.length - this.#client.count(document, 'acknowledged') < IN_FLIGHT)
        this.#edit(doc);
    }
    return !this.#client.isOpen;
  }

  #edit(doc: Y.Doc): void {
    const records = recordsOf(doc);
    const ids = [...records.keys()];
    const id = ids[Math.floor(this.#random() * ids.length)];
    const dice = this.#random();
    if (id !== undefined && dice < 0.2) records.delete(id);
    else if (id !== undefined && dice < 0.5) records.get(id)?.set('colour', String(dice));
    else addNote(doc, { text: `lapp ${dice}` });
  }

  get acknowledgements(): number {
    return this.acknowledged.length;
  }

  /** Acknowledgements come in the order of the updates. */
  get acknowledged(): Written[] {
    return [...this.#papers].flatMap(([document, { sent }]) =>
      sent
        .slice(0, this.#client.count(document, 'acknowledged'))
        .map((bytes) => ({ document, bytes, token: this.#token })),
    );
  }
}

type Started = { readonly process: ServerProcess; readonly server: ReturnType<typeof clientOf> };

async function started(dataDir: string): Promise<Started> {
  const process = serverProcess({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  onTestFinished(async () => void (await process.kill('SIGKILL')));
  return { process, server: clientOf(await process.port) };
}

/** Lets new people write, kills the server after a random number of acknowledgements, and returns what was acknowledged. */
async function writeUntilKilled(
  { process, server }: Started,
  board: MadeBoard,
  random: () => number,
): Promise<Written[]> {
  const people = await Promise.all(Array.from({ length: WRITERS }, () => join(server, board, 'participant')));
  const writers = await Promise.all(people.map((person) => Writer.start(server.socketUrl, person, random)));
  const enough = 20 + Math.floor(random() * 400);
  const stranger = await join(server, board, 'viewer');
  const watcher = await RawClient.open(server.socketUrl, board.board.id);
  await watcher.openDocument(stranger.documents.canvas, stranger.token);
  await watcher.until(() => writers.reduce((sum, { acknowledgements }) => sum + acknowledgements, 0) >= enough);
  await process.kill('SIGKILL');
  await watcher.closed;
  return writers.flatMap(({ acknowledged }) => acknowledged);
}

/** Of these updates, how many the server does not have. */
async function missing({ server }: Started, board: MadeBoard, written: readonly Written[]): Promise<number> {
  const stranger = await join(server, board, 'viewer');
  const snapshots = new Map<string, Y.Snapshot>();
  for (const { document, token } of written) {
    if (snapshots.has(document)) continue;
    const client = await RawClient.open(server.socketUrl, board.board.id);
    // A desk shows itself to its owner only; the canvas also to somebody who was never there.
    const isDesk = document !== stranger.documents.canvas;
    snapshots.set(document, Y.snapshot(await client.openDocument(document, isDesk ? token : stranger.token)));
    client.close();
  }
  return written.filter(
    ({ document, bytes }) => !Y.snapshotContainsUpdate(snapshots.get(document) ?? Y.emptySnapshot, bytes),
  ).length;
}

/** Kills one installation again and again, each time on top of what the last one left; what was lost after each kill. */
async function killAgainAndAgain(kills: number, random: () => number): Promise<number[]> {
  const dataDir = temporaryDirectory();
  let running = await started(dataDir);
  const board = await makeBoard(running.server);
  const written: Written[] = [];
  const lost: number[] = [];
  while (lost.length < kills) {
    written.push(...(await writeUntilKilled(running, board, random)));
    running = await started(dataDir);
    lost.push(await missing(running, board, written));
  }
  return lost;
}

test(
  `[S12] every acknowledged update survives ${KILLS} kills (seed ${SEED})`,
  { timeout: KILLS * 12_000 },
  async () => {
    const random = seededRandom(SEED);
    const lost: number[] = [];
    while (lost.length < KILLS) {
      lost.push(...(await killAgainAndAgain(Math.min(KILLS - lost.length, KILLS_A_DIRECTORY), random)));
    }
    expect(lost).toEqual(lost.map(() => 0));
  },
);

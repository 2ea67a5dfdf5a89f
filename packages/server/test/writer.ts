/** Who writes without pause and never comes back, and what became of it. */
import { addNote, recordsOf, type JoinResponse } from '@samtavla/protocol';
import * as Y from 'yjs';
import { RawClient } from './raw-client.ts';
import { join, type clientOf, type MadeBoard } from './test-server.ts';

/** Updates a writer has under way at once. */
const IN_FLIGHT = 8;

export type Written = { readonly document: string; readonly bytes: Uint8Array; readonly token: string };

/** Writes notes, text in others' notes and deletions, to the canvas and to its own desk, as fast as it is acknowledged. */
export class Writer {
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

  leave(): void {
    this.#client.close();
  }

  get closed(): RawClient['closed'] {
    return this.#client.closed;
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

/** Of these updates, how many the server does not have. */
export async function missing(
  server: ReturnType<typeof clientOf>,
  board: MadeBoard,
  written: readonly Written[],
): Promise<number> {
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

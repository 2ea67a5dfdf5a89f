/** A real server with two honest people on a board, who go on working while somebody attacks it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { addNote, readNotes, type BoardId, type JoinResponse } from '@samtavla/protocol';
import * as Y from 'yjs';
import { RawClient } from './raw-client.ts';
import { serverProcess, type ServerProcess } from './server-process.ts';
import { clientOf, join, makeBoard } from './test-server.ts';

const METRICS_TOKEN = 'a token for the metrics of this test';
/** Between two edits of an honest person. */
const EDIT_EVERY_MILLIS = 40;
const MEGABYTE = 1024 ** 2;

export type HostileWorld = {
  readonly url: string;
  readonly board: BoardId;
  readonly documents: { readonly canvas: string; readonly stage: string };
  /** Of somebody who may write. */
  readonly token: string;
  /** A new socket of somebody who may write, with this document open, or `canvas`. */
  readonly insider: (document?: string) => Promise<RawClient>;
  /** A new socket of somebody who has said nothing. */
  readonly stranger: () => Promise<RawClient>;
};

export type Attack = {
  readonly name: string;
  /** Resolves when it has done what it could, with what the server said to it. */
  run(world: HostileWorld, size: AttackSize): Promise<readonly string[]>;
};

/** How much of it: for each test run, and for a closer look. */
export type AttackSize = { readonly sockets: number; readonly requests: number };
/** What an attack came to. Milliseconds and megabytes. */
export type Outcome = {
  /** What the server said to the attacker, each once. */
  readonly said: readonly string[];
  /** How long each honest edit took to reach the other, and be acknowledged. */
  readonly edits: readonly number[];
  readonly memoryBefore: number;
  readonly memoryAfter: number;
  readonly longestHoldUp: number;
};

type Parts = {
  readonly process: ServerProcess;
  readonly directory: string;
  readonly server: ReturnType<typeof clientOf>;
  /** The attacker's own session. */
  readonly joined: JoinResponse;
  readonly board: BoardId;
  readonly writer: RawClient;
  readonly reader: RawClient;
};

export class HostileTrial {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** In a process and a directory of its own, until `end`. */
  static async begin(): Promise<HostileTrial> {
    const directory = mkdtempSync(pathOf(tmpdir(), 'samtavla-hostile-'));
    const process = serverProcess({ DATA_DIR: directory, METRICS_TOKEN, LOG_LEVEL: 'fatal' });
    const server = clientOf(await process.port);
    const made = await makeBoard(server);
    const [joined, kari, ola] = [
      await join(server, made, 'participant', { name: 'Mallory' }),
      await join(server, made, 'participant', { name: 'Kari' }),
      await join(server, made, 'viewer', { name: 'Ola' }),
    ];
    const [writer, reader] = [
      await RawClient.open(server.socketUrl, made.board.id),
      await RawClient.open(server.socketUrl, made.board.id),
    ];
    await writer.openDocument(kari.documents.canvas, kari.token);
    await reader.openDocument(ola.documents.canvas, ola.token);
    return new HostileTrial({ process, directory, server, joined, board: made.board.id, writer, reader });
  }

  async undergo(attack: Attack, size: AttackSize): Promise<Outcome> {
    const memoryBefore = (await this.#metrics()).memory;
    let isOver = false;
    const [said, edits] = await Promise.all([
      attack.run(this.#world(), size).finally(() => (isOver = true)),
      this.#workUntil(() => isOver),
    ]);
    const { memory: memoryAfter, longestHoldUp } = await this.#metrics();
    return { said: [...new Set(said)], edits, memoryBefore, memoryAfter, longestHoldUp };
  }

  /** Megabytes that the server holds now. */
  async memory(): Promise<number> {
    return (await this.#metrics()).memory;
  }

  async isReady(): Promise<boolean> {
    return (await this.#parts.server.get('/readyz')).status === 200;
  }

  async end(): Promise<void> {
    const { process, directory, writer, reader } = this.#parts;
    writer.close();
    reader.close();
    await process.kill('SIGTERM');
    rmSync(directory, { recursive: true, force: true });
  }

  #world(): HostileWorld {
    const { server, joined, board } = this.#parts;
    const { token, documents } = joined;
    const stranger = () => RawClient.open(server.socketUrl, board);
    return {
      url: server.url,
      token,
      board,
      documents,
      stranger,
      insider: async (document = documents.canvas) => {
        const client = await stranger();
        await client.openDocument(document, token);
        return client;
      },
    };
  }

  /** An honest person writes note after note, each when the other has seen the one before; at least one after it is over. */
  async #workUntil(isOver: () => boolean): Promise<number[]> {
    const { writer, reader, joined } = this.#parts;
    const { canvas } = joined.documents;
    const times: number[] = [];
    for (let isLast = false; ;) {
      const [acknowledged, seen] = [writer.count(canvas, 'acknowledged'), reader.received.length];
      const doc = new Y.Doc();
      const note = addNote(doc, { text: 'ærlig arbeid' });
      const started = performance.now();
      writer.update(canvas, Y.encodeStateAsUpdate(doc));
      const brings = () => reader.received.slice(seen).some((one) => 'bytes' in one && holds(one.bytes, note));
      await Promise.all([
        writer.until(() => writer.count(canvas, 'acknowledged') > acknowledged || !writer.isOpen),
        reader.until(() => brings() || !reader.isOpen),
      ]);
      if (!writer.isOpen || !reader.isOpen) throw new Error('An honest person was thrown out.');
      times.push(performance.now() - started);
      if (isLast) return times;
      isLast = isOver();
      await new Promise((resolve) => setTimeout(resolve, EDIT_EVERY_MILLIS));
    }
  }

  async #metrics(): Promise<{ memory: number; longestHoldUp: number }> {
    const { body } = await this.#parts.server.get<string>('/metrics', METRICS_TOKEN);
    const value = (name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(body)?.[1]);
    return {
      memory: value('process_resident_memory_bytes') / MEGABYTE,
      longestHoldUp: value('nodejs_eventloop_lag_max_seconds') * 1_000,
    };
  }
}

function holds(update: Uint8Array, note: string): boolean {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return readNotes(doc).some(({ id }) => id === note);
}

/**
 * Nothing that is not on disk leaves the server.
 *
 *     update ──▶ append ──▶ ┌ batch of this event-loop turn ┐ ──▶ commit ──▶ onCommitted, held frames leave
 *     frame  ──▶ deliver ─▶ └ held, if its document is in it ┘       └─ fails ─▶ held frames are dropped, onFailure
 *
 * All updates of a turn are one transaction. One commit is under way at a time; what comes meanwhile is the next batch.
 */
import type { LogEntry, RowId, Storage } from '../storage/storage.ts';
import type { Along } from './incoming-updates.ts';

class Batch {
  readonly done = Promise.withResolvers<void>();
  entries: LogEntry[] = [];
  readonly #held = new Map<string, (() => void)[]>();

  constructor() {
    // Most batches have nobody waiting, and a failure is reported by `onFailure`.
    this.done.promise.catch(() => {});
  }

  add(entry: LogEntry): void {
    this.entries.push(entry);
    if (!this.holds(entry.document)) this.#held.set(entry.document, []);
  }

  holds(document: string): boolean {
    return this.#held.has(document);
  }

  hold(document: string, send: () => void): void {
    this.#held.get(document)?.push(send);
  }

  documents(): string[] {
    return [...this.#held.keys()];
  }

  forget(document: string): void {
    this.#held.delete(document);
    this.entries = this.entries.filter((entry) => entry.document !== document);
  }

  release(): void {
    for (const sends of this.#held.values()) for (const send of sends) send();
    this.done.resolve();
  }
}

type Outcomes = {
  /** Told what is on disk now, and under which rows, before anything of it leaves. */
  readonly onCommitted: (entries: readonly LogEntry[], rows: readonly RowId[]) => void;
  /** Told which documents hold in memory what disk does not, in the turn in which the commit failed. */
  readonly onFailure: (documents: readonly string[], error: unknown) => void;
};

export class DurableGate {
  readonly #storage: Pick<Storage, 'append'>;
  readonly #outcomes: Outcomes;
  #collecting = new Batch();
  #committing: Batch | null = null;
  #scheduled = false;

  constructor(storage: Pick<Storage, 'append'>, outcomes: Outcomes) {
    this.#storage = storage;
    this.#outcomes = outcomes;
  }

  /** Takes an update that a document in memory has just had. */
  append(document: string, update: Uint8Array, { spans = [], revealed }: Along = {}): void {
    const begun = spans.length === 0 ? {} : { spans };
    this.#collecting.add({ document, update, ...begun, ...(revealed !== undefined && { revealed }) });
    this.#schedule();
  }

  /** Sends now, or once all that this document has had is on disk. Never sends when that fails. */
  deliver(document: string, send: () => void): void {
    const batch = this.#outstanding(document);
    if (batch === null) send();
    else batch.hold(document, send);
  }

  /** Whether the document holds in memory what is not on disk yet. */
  holds(document: string): boolean {
    return this.#outstanding(document) !== null;
  }

  /** Resolves when all that the document has had is on disk; rejects when that failed. */
  async settled(document: string): Promise<void> {
    for (let batch = this.#oldest(document); batch !== null; batch = this.#oldest(document)) await batch.done.promise;
  }

  /** Those that hold in memory what is not on disk yet. */
  documentsUnderWay(): string[] {
    return [...this.#collecting.documents(), ...(this.#committing?.documents() ?? [])];
  }

  /** Resolves when nothing is under way, however it ended. */
  async drained(): Promise<void> {
    while (this.#committing !== null || this.#collecting.entries.length > 0) {
      await (this.#committing ?? this.#collecting).done.promise.catch(() => {});
    }
  }

  #outstanding(document: string): Batch | null {
    if (this.#collecting.holds(document)) return this.#collecting;
    return this.#committing?.holds(document) === true ? this.#committing : null;
  }

  /** The one that settles first. When it fails the younger one forgets the document, and may never be committed. */
  #oldest(document: string): Batch | null {
    return this.#committing?.holds(document) === true ? this.#committing : this.#outstanding(document);
  }

  #schedule(): void {
    if (this.#scheduled || this.#committing !== null) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.#commit();
    });
  }

  async #commit(): Promise<void> {
    const batch = this.#collecting;
    this.#collecting = new Batch();
    this.#committing = batch;
    try {
      const rows = await this.#storage.append(batch.entries);
      this.#committing = null;
      this.#outcomes.onCommitted(batch.entries, rows);
      batch.release();
    } catch (error) {
      this.#committing = null;
      this.#fail(batch, error);
    }
    if (this.#collecting.entries.length > 0) this.#schedule();
  }

  #fail(batch: Batch, error: unknown): void {
    const documents = batch.documents();
    // What came since builds on what was lost.
    for (const document of documents) this.#collecting.forget(document);
    this.#outcomes.onFailure(documents, error);
    batch.done.reject(error);
  }
}

/** Which rows of the log the documents in this node's memory hold. What is new in the log is what is not among them. */
import type { Compaction, KnownLog, RowId, StoredDocument } from '../../storage/storage.ts';

type OpenLog<D> = { readonly document: D; version: number; rows: Set<RowId>; isLoaded: boolean };

export class OpenLogs<D> {
  readonly #open = new Map<string, OpenLog<D>>();

  /** From here on what others tell of it is taken. */
  opening(name: string, document: D): void {
    this.#open.set(name, { document, version: 0, rows: new Set(), isLoaded: false });
  }

  opened(name: string, document: D, stored: StoredDocument): void {
    const log = this.#open.get(name);
    if (log?.document !== document) return;
    log.isLoaded = true;
    know(log, stored, { isWhole: true });
  }

  /** Also of a copy that was given up; another one may have taken its place. */
  closed(name: string, document: D): void {
    if (this.#open.get(name)?.document === document) this.#open.delete(name);
  }

  get(name: string): D | null {
    return this.#open.get(name)?.document ?? null;
  }

  /** Of those that were read: the others are about to be. */
  known(): KnownLog[] {
    return [...this.#open].flatMap(([document, { version, rows, isLoaded }]) =>
      isLoaded ? [{ document, version, rows }] : [],
    );
  }

  /** What memory has now, too. A whole document comes with its snapshot. */
  took(name: string, stored: StoredDocument): void {
    const log = this.#open.get(name);
    if (log !== undefined) know(log, stored, { isWhole: stored.snapshot !== null });
  }

  /** A compaction changes nothing for who knows all that it folded in; who does not reads the whole document the next time it looks. */
  folded({ document, basedOn, foldedIn }: Pick<Compaction, 'document' | 'basedOn' | 'foldedIn'>): void {
    const log = this.#open.get(document);
    if (log === undefined || log.version !== basedOn || !foldedIn.every((row) => log.rows.has(row))) return;
    log.version = basedOn + 1;
    for (const row of foldedIn) log.rows.delete(row);
  }
}

function know<D>(log: OpenLog<D>, { snapshot, tail }: StoredDocument, { isWhole }: { isWhole: boolean }): void {
  if (isWhole) {
    log.version = snapshot?.version ?? 0;
    log.rows = new Set();
  }
  for (const { row } of tail) log.rows.add(row);
}

/**
 * Where a document's copy lies on the device: a database of its own, with a row an update. The browser may refuse it (private
 * windows, strict settings), hang (a database that another tab holds), fill up, or lose it to another tab that wipes it. Each is a
 * value or a rejection here, and nothing is thrown at whoever edits the document.
 *
 * Not y-indexeddb: it tells nobody whether a write was done or refused, and throws into the document's `update` event once another
 * tab has taken the database away.
 */

/** A row's key in the log of updates, in the order of their coming. */
export type RowKey = number;

export type StoredCopy = {
  readonly updates: readonly Uint8Array[];
  readonly keys: readonly RowKey[];
  /** Tab → the number of its latest change that the server has perhaps not got. */
  readonly unsent: ReadonlyMap<string, number>;
  /** The versions it was made with; null for a copy that has just been made. */
  readonly version: string | null;
};

/** One change of the copy, done whole or not at all. */
export type CopyChange = {
  readonly add?: Uint8Array;
  readonly remove?: readonly RowKey[];
  readonly mark?: readonly [tab: string, change: number];
  /** Taken away only where they are still what they were: another tab may have changed more since. */
  readonly unmark?: ReadonlyMap<string, number>;
  readonly version?: string;
};

export type CopyStore = {
  read(): Promise<StoredCopy>;
  /** Resolves to the added row's key once the browser has it; rejects when it has not. */
  write(change: CopyChange): Promise<RowKey | null>;
  close(): void;
};

const STORES = ['updates', 'unsent', 'about'] as const;
const VERSION_KEY = 'version';

/** A database that has not opened by then is done without: a person waits for a board, not for a copy of it. */
const PATIENCE_MILLIS = 3_000;

type Opening = {
  /** Whether a copy is made where there is none. */
  readonly make: boolean;
  /** Another tab takes the copy away. */
  readonly onGone?: () => void;
};

/** Null where there is no copy, or none to be had. */
export async function openCopyStore(name: string, { make, onGone }: Opening): Promise<CopyStore | null> {
  const db = await openDatabase(name, make).catch(() => null);
  if (db === null) return null;
  db.addEventListener('versionchange', () => {
    db.close();
    onGone?.();
  });
  return {
    read: () => read(db),
    // A closed database throws at once.
    write: async (change) => write(db, change),
    close: () => db.close(),
  };
}

/** Resolves when it is gone, or cannot be got at. Tabs that have it open let go of it. */
export function deleteCopyStore(name: string): Promise<void> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(name);
      for (const end of ['success', 'error']) request.addEventListener(end, () => resolve());
    } catch {
      resolve();
    }
    setTimeout(resolve, PATIENCE_MILLIS);
  });
}

function openDatabase(name: string, make: boolean): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    let tooLate = false;
    const giveUp = setTimeout(() => {
      tooLate = true;
      resolve(null);
    }, PATIENCE_MILLIS);
    request.addEventListener('upgradeneeded', () => {
      if (!make) request.transaction?.abort();
      else for (const store of STORES) request.result.createObjectStore(store, { autoIncrement: store === 'updates' });
    });
    request.addEventListener('error', () => {
      clearTimeout(giveUp);
      reject(request.error ?? new Error('The browser refused the database.'));
    });
    request.addEventListener('success', () => {
      clearTimeout(giveUp);
      if (tooLate) request.result.close();
      else resolve(request.result);
    });
  });
}

async function read(db: IDBDatabase): Promise<StoredCopy> {
  const [updates, unsent, about] = storesOf(db.transaction(STORES, 'readonly'));
  const [rows, keys, changes, tabs, version] = await Promise.all([
    answerOf(updates.getAll()) as Promise<Uint8Array[]>,
    answerOf(updates.getAllKeys()) as Promise<RowKey[]>,
    answerOf(unsent.getAll()) as Promise<number[]>,
    answerOf(unsent.getAllKeys()) as Promise<string[]>,
    answerOf(about.get(VERSION_KEY)) as Promise<string | undefined>,
  ]);
  const marks = new Map(tabs.map((tab, place) => [tab, changes[place] ?? 0]));
  return { updates: rows, keys, unsent: marks, version: version ?? null };
}

async function write(db: IDBDatabase, change: CopyChange): Promise<RowKey | null> {
  const transaction = db.transaction(STORES, 'readwrite');
  const [updates, unsent, about] = storesOf(transaction);
  const added = change.add === undefined ? null : updates.add(change.add);
  for (const key of change.remove ?? []) updates.delete(key);
  if (change.mark !== undefined) unsent.put(change.mark[1], change.mark[0]);
  for (const [tab, latest] of change.unmark ?? []) {
    const request = unsent.get(tab);
    request.addEventListener('success', () => request.result === latest && unsent.delete(tab));
  }
  if (change.version !== undefined) about.put(change.version, VERSION_KEY);
  await doneWith(transaction);
  return added === null ? null : (added.result as RowKey);
}

function storesOf(transaction: IDBTransaction): [IDBObjectStore, IDBObjectStore, IDBObjectStore] {
  const [updates, unsent, about] = STORES;
  return [transaction.objectStore(updates), transaction.objectStore(unsent), transaction.objectStore(about)];
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser did not read.')));
  });
}

function doneWith(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    // A full disk shows only here.
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('The browser did not write.')));
  });
}

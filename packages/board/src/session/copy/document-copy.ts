/**
 * A document's copy on this device: what opens a board at once on the next visit, and holds what the server has not got.
 *
 * It is a log of updates, folded into one when it grows long. Two tabs write in one log, each knowing what it read and wrote
 * itself; the next visit merges all. Whatever goes wrong, the document goes on without the copy for the rest of the visit: what
 * lies on the device is then older than the document, never different.
 */
import { LAYOUT_VERSION, PROTOCOL_VERSION, randomId } from '@samtavla/protocol';
import * as Y from 'yjs';
import { signal, type Readable } from '../signal.ts';
import { openCopyStore, type CopyChange, type CopyStore, type RowKey, type StoredCopy } from './copy-store.ts';

/** The origin of what came out of the copy. */
export const FROM_COPY = Symbol('from the copy on this device');

/** A copy made with another version is not read: its records may mean something else by now. */
const VERSION = `protocol ${PROTOCOL_VERSION}, layout ${LAYOUT_VERSION}`;

/** A log this long takes longer to read than the document folded into one update. */
const LONGEST_LOG = 500;

export type Found = {
  /** Whether the copy held the document. */
  readonly isThere: boolean;
  /** Whether it holds what the server has perhaps not got. */
  readonly isUnsent: boolean;
};
const NOTHING: Found = { isThere: false, isUnsent: false };

export type DocumentCopy = {
  /** Puts what the copy holds into the document. Never rejects. */
  readonly opened: Promise<Found>;
  /** True while everything in the document is in the copy too, written and not refused. */
  readonly isWhole: Readable<boolean>;
  add(update: Uint8Array, isOurs: boolean): void;
  /** The server has all that was done here. */
  allSent(): void;
  close(): void;
};

export const NO_COPY: DocumentCopy = {
  opened: Promise.resolve(NOTHING),
  isWhole: signal(false),
  add() {},
  allSent() {},
  close() {},
};

/** A copy that is looked for when the document is wanted: until then there is nothing to keep, and no database is opened. */
export function copyWhen(wanted: Promise<unknown>, make: () => DocumentCopy): DocumentCopy {
  const isWhole = signal(true);
  let made: DocumentCopy | null = null;
  let isClosed = false;
  const begun = (): DocumentCopy => {
    if (isClosed) return NO_COPY;
    if (made === null) {
      const copy = make();
      made = copy;
      const follow = () => isWhole.set(copy.isWhole.get());
      follow();
      copy.isWhole.subscribe(follow);
    }
    return made;
  };
  return {
    opened: wanted.then(() => begun().opened),
    isWhole,
    add: (update, isOurs) => begun().add(update, isOurs),
    allSent: () => made?.allSent(),
    close() {
      made?.close();
      isClosed = true;
    },
  };
}

type Kept = {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly writable: boolean;
};

export function keepCopy(kept: Kept, open: typeof openCopyStore = openCopyStore): DocumentCopy {
  const { name, doc } = kept;
  /** Of this tab alone, as Yjs' client id is: a copy is read by many, and each marks its own. */
  const tab = randomId();
  const isWhole = signal(false);
  let store: CopyStore | null = null;
  let isGivenUp = false;
  /** What came before the copy was open. */
  let early: CopyChange[] = [];
  let underWay = 0;
  let known: RowKey[] = [];
  let marks = new Map<string, number>();
  let changes = 0;

  const giveUp = () => {
    isGivenUp = true;
    early = [];
    isWhole.set(false);
    store?.close();
    store = null;
  };
  const write = (change: CopyChange) => {
    isWhole.set(false);
    if (isGivenUp) return;
    if (store === null) early.push(change);
    else void writeTo(store, change);
  };
  const writeTo = async (opened: CopyStore, change: CopyChange) => {
    underWay += 1;
    try {
      const key = await opened.write({ ...change, version: VERSION });
      if (key !== null) known.push(key);
    } catch {
      giveUp();
    }
    underWay -= 1;
    if (!isGivenUp) isWhole.set(underWay === 0);
  };
  const fold = () => {
    const remove = known;
    known = [];
    write({ add: Y.encodeStateAsUpdate(doc), remove });
  };
  const readInto = (opened: CopyStore, stored: StoredCopy): Found => {
    const old = stored.version === VERSION ? [] : stored.keys;
    if (old.length === 0) doc.transact(() => stored.updates.forEach((update) => Y.applyUpdate(doc, update)), FROM_COPY);
    else void writeTo(opened, { remove: old });
    known = old.length === 0 ? [...stored.keys] : [];
    for (const [marker, change] of stored.unsent) marks.set(marker, change);
    return { isThere: old.length === 0 && stored.keys.length > 0, isUnsent: stored.unsent.size > 0 };
  };
  const opening = async (): Promise<Found> => {
    const opened = await open(name, { make: true, onGone: giveUp });
    const stored = await opened?.read();
    if (opened === null || stored === undefined || isGivenUp || mustLie(kept, stored)) {
      opened?.close();
      giveUp();
      return NOTHING;
    }
    store = opened;
    const found = readInto(opened, stored);
    for (const change of early) void writeTo(opened, change);
    early = [];
    isWhole.set(underWay === 0);
    return found;
  };

  return {
    opened: opening().catch(() => {
      giveUp();
      return NOTHING;
    }),
    isWhole,
    add(update, isOurs) {
      if (isOurs) {
        changes += 1;
        marks.set(tab, changes);
      }
      write({ add: update, ...(isOurs && { mark: [tab, changes] as const }) });
      if (known.length >= LONGEST_LOG) fold();
    },
    allSent() {
      if (marks.size === 0) return;
      write({ unmark: marks });
      marks = new Map();
    },
    close: giveUp,
  };
}

/**
 * A copy that holds what nobody else has, and that cannot be sent now: it was made with another version, or by a role that could
 * write the document. It is left as it lies, unread and unchanged, for the visit that can send it.
 */
function mustLie({ writable }: Kept, { unsent, version }: StoredCopy): boolean {
  return unsent.size > 0 && (version !== VERSION || !writable);
}

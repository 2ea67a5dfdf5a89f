/**
 * Yjs keeps an update whose predecessors are missing aside, without an `update` event: acknowledged as it is, it would be in
 * memory alone. An honest client causes this for a moment, when it reconnects and what it typed meanwhile overtakes the handshake
 * that carries what was lost on the way. So what waits is logged like any update. How much one sender may leave is limited by
 * bytes and number, counted until nothing waits any more; what others left takes nothing from it.
 */
import { LIMITS } from '@samtavla/protocol';
import * as Y from 'yjs';
import { isType, waitTooDeep } from './nesting.ts';
import { TokenBucket } from './token-bucket.ts';

type Waiting = Pick<Y.Doc['store'], 'pendingStructs' | 'pendingDs'>;
type Left = { readonly updates: number; readonly bytes: number };

const NOTHING: Left = { updates: 0, bytes: 0 };

/** What became of an update: it is `in` the document, it `waits`, waiting is `too-many` and it was taken out, or Yjs `failed` at it. */
type Outcome = 'in' | 'waits' | 'too-many' | 'failed';

export class WaitingStructs {
  readonly #doc: Y.Doc;
  #known: Waiting;
  #left = new WeakMap<object, Left>();
  /** How many pieces wait: Yjs goes through all of them with each update that comes to wait too. */
  #pieces: number;
  readonly #work: TokenBucket;

  constructor(doc: Y.Doc, now?: () => number) {
    this.#doc = doc;
    this.#work = new TokenBucket(LIMITS.waitingPiecesPerSecond, LIMITS.waitingPieces, now);
    this.#known = copyOf(doc.store);
    this.#pieces = piecesIn(doc.store);
  }

  /** What waits came from the log too: it is stored, and nobody's here. */
  tookFromLog(): void {
    this.#known = copyOf(this.#doc.store);
    this.#pieces = piecesIn(this.#doc.store);
  }

  /** Asked before an update (V1) is applied: false where it would wait, and the server has no time for more that does. */
  bears(update: Uint8Array): boolean {
    if (this.#pieces === 0) return true;
    const brought = Y.decodeUpdate(update);
    return !lacksSomething(this.#doc.store, brought) || this.#work.take(this.#pieces + brought.structs.length);
  }

  /** Asked after each transaction, of the update (V1) that a sender brought with it. */
  applied(sender: object, update: Uint8Array): Outcome {
    const { store } = this.#doc;
    const isSame =
      store.pendingStructs?.update === this.#known.pendingStructs?.update && store.pendingDs === this.#known.pendingDs;
    const isEmpty = store.pendingStructs === null && store.pendingDs === null;
    if (isEmpty) {
      this.#left = new WeakMap();
      this.#pieces = 0;
    }
    const brought = Y.decodeUpdate(update);
    if (isIn(store, brought)) {
      if (!isSame) this.#known = copyOf(store);
      return 'in';
    }
    // Yjs writes what waits anew whenever something joins it.
    if (isSame || isEmpty) return 'failed';
    const left = this.#left.get(sender) ?? NOTHING;
    const now = { updates: left.updates + 1, bytes: left.bytes + update.length };
    const isTooDeep = brought.structs.some(isType) && waitTooDeep(store);
    if (isTooMuch(now) || isTooDeep || bytesOf(store) > LIMITS.documentWaitingBytes) {
      Object.assign(store, copyOf(this.#known));
      return 'too-many';
    }
    this.#left.set(sender, now);
    this.#known = copyOf(store);
    this.#pieces = piecesIn(store);
    return 'waits';
  }
}

const isTooMuch = ({ updates, bytes }: Left): boolean => updates > LIMITS.waitingUpdates || bytes > LIMITS.waitingBytes;

const bytesOf = ({ pendingStructs, pendingDs }: Waiting): number =>
  (pendingStructs?.update.length ?? 0) + (pendingDs?.length ?? 0);

/** Deletions wait by themselves, without pieces; there is no telling how many they are. */
const piecesIn = ({ pendingStructs, pendingDs }: Waiting): number =>
  (pendingStructs === null ? 0 : Y.decodeUpdateV2(pendingStructs.update).structs.length) + (pendingDs?.length ?? 0);

/** Whether an update is missing something before it, so that Yjs would keep some of it aside. */
function lacksSomething(store: Y.Doc['store'], { structs, ds }: ReturnType<typeof Y.decodeUpdate>): boolean {
  const ends = new Map<number, number>();
  const endOf = (client: number) => ends.get(client) ?? Y.getState(store, client);
  for (const { id, length } of structs.filter((struct) => !(struct instanceof Y.Skip))) {
    if (id.clock > endOf(id.client)) return true;
    ends.set(id.client, Math.max(endOf(id.client), id.clock + length));
  }
  const isMissing = (id: unknown) => id instanceof Y.ID && id.clock >= endOf(id.client);
  return (
    structs.some(
      (struct) => struct instanceof Y.Item && [struct.origin, struct.rightOrigin, struct.parent].some(isMissing),
    ) || [...ds.clients].some(([client, ranges]) => ranges.some(({ clock, len }) => clock + len > endOf(client)))
  );
}

/** Whether all of an update is in the document, its deletions too. */
function isIn(store: Y.Doc['store'], { structs, ds }: ReturnType<typeof Y.decodeUpdate>): boolean {
  const has = (client: number, end: number) => end <= Y.getState(store, client);
  return (
    structs.every((struct) => struct instanceof Y.Skip || has(struct.id.client, struct.id.clock + struct.length)) &&
    [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => has(client, clock + len)))
  );
}

/** Yjs changes the map of what is missing in place. */
const copyOf = ({ pendingStructs, pendingDs }: Waiting): Waiting => ({
  pendingStructs: pendingStructs && { missing: new Map(pendingStructs.missing), update: pendingStructs.update },
  pendingDs,
});

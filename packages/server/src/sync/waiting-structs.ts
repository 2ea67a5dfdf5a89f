/**
 * Yjs keeps an update whose predecessors are missing aside, without an `update` event: acknowledged as it is, it would be in
 * memory alone. An honest client causes this for a moment, when it reconnects and what it typed meanwhile overtakes the handshake
 * that carries what was lost on the way. So what waits is logged like any update. How much one sender may leave is limited by
 * bytes and number, counted until nothing waits any more; what others left takes nothing from it.
 */
import { LIMITS } from '@samtavla/protocol';
import * as Y from 'yjs';
import { isType, waitTooDeep } from './nesting.ts';

type Waiting = Pick<Y.Doc['store'], 'pendingStructs' | 'pendingDs'>;
type Left = { readonly updates: number; readonly bytes: number };

const NOTHING: Left = { updates: 0, bytes: 0 };

/** What became of an update: it is `in` the document, it `waits`, waiting is `too-many` and it was taken out, or Yjs `failed` at it. */
type Outcome = 'in' | 'waits' | 'too-many' | 'failed';

export class WaitingStructs {
  readonly #doc: Y.Doc;
  #known: Waiting;
  #left = new WeakMap<object, Left>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#known = copyOf(doc.store);
  }

  /** What waits came from the log too: it is stored, and nobody's here. */
  tookFromLog(): void {
    this.#known = copyOf(this.#doc.store);
  }

  /** Asked after each transaction, of the update (V1) that a sender brought with it. */
  applied(sender: object, update: Uint8Array): Outcome {
    const { store } = this.#doc;
    const isSame =
      store.pendingStructs?.update === this.#known.pendingStructs?.update && store.pendingDs === this.#known.pendingDs;
    const isEmpty = store.pendingStructs === null && store.pendingDs === null;
    if (isEmpty) this.#left = new WeakMap();
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
    return 'waits';
  }
}

const isTooMuch = ({ updates, bytes }: Left): boolean => updates > LIMITS.waitingUpdates || bytes > LIMITS.waitingBytes;

const bytesOf = ({ pendingStructs, pendingDs }: Waiting): number =>
  (pendingStructs?.update.length ?? 0) + (pendingDs?.length ?? 0);

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

/**
 * Yjs keeps an update whose predecessors are missing aside, without an `update` event: acknowledged as it is, it would be in
 * memory alone. An honest client causes this for a moment, when it reconnects and an edit overtakes the handshake that carries
 * what it wrote offline. So what waits is logged like any update; and no document lets more than a few wait.
 */
import { LIMITS } from '@samtavla/protocol';
import * as Y from 'yjs';

type Waiting = Pick<Y.Doc['store'], 'pendingStructs' | 'pendingDs'>;

const NOTHING: Waiting = { pendingStructs: null, pendingDs: null };

export class WaitingStructs {
  readonly #doc: Y.Doc;
  #known: Waiting;
  #count = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#known = copyOf(doc.store);
  }

  /**
   * What waits since the last look, as an update (V1) to store: null when nothing new does. `too-many` when the document has its
   * fill: then what came last is taken out again, and the message that brought it must not be acknowledged.
   */
  look(): Uint8Array | 'too-many' | null {
    const { store } = this.#doc;
    if (store.pendingStructs === null && store.pendingDs === null) return this.#reset();
    if (!hasMore(store, this.#known)) return null;
    if (this.#count >= LIMITS.pendingStructs) {
      Object.assign(store, copyOf(this.#known));
      return 'too-many';
    }
    this.#count += 1;
    this.#known = copyOf(store);
    return asUpdate(store);
  }

  #reset(): null {
    this.#known = NOTHING;
    this.#count = 0;
    return null;
  }
}

/** Yjs changes the map of what is missing in place. */
const copyOf = ({ pendingStructs, pendingDs }: Waiting): Waiting => ({
  pendingStructs: pendingStructs && { missing: new Map(pendingStructs.missing), update: pendingStructs.update },
  pendingDs,
});

/** By their bytes: Yjs encodes what waits anew with every update, also when it stays the same. */
const hasMore = (now: Waiting, known: Waiting): boolean =>
  differs(now.pendingStructs?.update, known.pendingStructs?.update) || differs(now.pendingDs, known.pendingDs);

const differs = (now: Uint8Array | null | undefined, known: Uint8Array | null | undefined): boolean =>
  now instanceof Uint8Array && (!(known instanceof Uint8Array) || Buffer.compare(now, known) !== 0);

function asUpdate({ pendingStructs, pendingDs }: Waiting): Uint8Array {
  const parts = [pendingStructs?.update, pendingDs].filter((part) => part instanceof Uint8Array);
  return Y.convertUpdateFormatV2ToV1(Y.mergeUpdatesV2(parts));
}

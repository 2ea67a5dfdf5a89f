/**
 * Counts what the server has not yet acknowledged, by the frames themselves: an acknowledgement comes for each update that was
 * sent on this socket, in order, and only after it is on disk. No clock and no state vector would do: a clock guesses, and a
 * state vector does not change when something is deleted.
 *
 * A local change made while the socket takes nothing is `unsent` until the handshake of the next socket carries it: the client's
 * answer to the server's state vector holds everything the server lacks. So is what an earlier visit left in the copy on the device.
 */
import { createDecoder, readVarInt, readVarString, readVarUint } from 'lib0/decoding';
import { PING_BYTES, readSyncFrame, SYNC_STEP_1, SYNC_STEP_2 } from './sync-frame.ts';

/** Hocuspocus' message type for an acknowledgement. */
const SYNC_STATUS = 8;

type Ledger = { unsent: boolean; waiting: number };

const isOutstanding = ({ unsent, waiting }: Ledger): boolean => unsent || waiting > 0;

export type Unacknowledged = ReturnType<typeof countUnacknowledged>;

type Tell = {
  /** What `any` answers may have changed. */
  readonly changed: () => void;
  /** The server took an update of ours for nothing. */
  readonly refused: () => void;
};

/** Whether what is sent at this moment leaves: the socket itself says so, not what was last heard of it. */
type IsOpen = () => boolean;

export function countUnacknowledged(isOpen: IsOpen, { changed, refused }: Tell) {
  const ledgers = new Map<string, Ledger>();
  const ledger = (document: string): Ledger => {
    const known = ledgers.get(document) ?? { unsent: false, waiting: 0 };
    ledgers.set(document, known);
    return known;
  };

  return {
    closed(): void {
      for (const each of ledgers.values()) {
        each.unsent ||= each.waiting > 0;
        each.waiting = 0;
      }
      changed();
    },
    changedLocally(document: string): void {
      if (!isOpen()) ledger(document).unsent = true;
      changed();
    },
    /** Something of ours waits for the document's next handshake, whatever the socket is. */
    unsentHere(document: string): void {
      ledger(document).unsent = true;
      changed();
    },
    sent(frame: Uint8Array): void {
      const sync = readSyncFrame(frame);
      if (sync === null || sync.step === SYNC_STEP_1) return;
      const entry = ledger(sync.document);
      if (sync.step === SYNC_STEP_2) entry.unsent = false;
      entry.waiting += 1;
      changed();
    },
    received(frame: Uint8Array): void {
      if (frame.length <= PING_BYTES) return;
      const decoder = createDecoder(frame);
      const document = readVarString(decoder);
      if (readVarUint(decoder) !== SYNC_STATUS) return;
      if (readVarInt(decoder) !== 1) {
        refused();
        return;
      }
      const entry = ledger(document);
      entry.waiting = Math.max(0, entry.waiting - 1);
      changed();
    },
    /** Whether anything a person did is not known to be on the server's disk. */
    any: (): boolean => [...ledgers.values()].some(isOutstanding),
    anyIn: (document: string): boolean => isOutstanding(ledger(document)),
  };
}

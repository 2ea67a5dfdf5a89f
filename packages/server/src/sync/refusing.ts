import type { RefusalCode } from '@samtavla/protocol';
import type { Logger } from 'pino';
import type { Watch } from '../metrics/watch.ts';
import { Refused } from '../refused.ts';
import { StorageCorrupt, StorageUnavailable } from '../storage/storage-error.ts';
import type { BoardSocket } from './board-socket.ts';
import type { StorageHealth } from './storage-health.ts';

/** Refusals that cost a document; all others cost the socket. */
const OF_ONE_DOCUMENT: readonly RefusalCode[] = ['not-allowed', 'document-damaged'];

export type RefusingParts = {
  readonly health: StorageHealth;
  readonly watch: Watch;
  readonly log: Logger;
  /** The database is damaged: nothing can be trusted to be stored from here on. */
  readonly onCorrupt: (error: StorageCorrupt) => void;
};

/** Makes what goes wrong a refusal. */
export class Refusing {
  readonly #parts: RefusingParts;

  constructor(parts: RefusingParts) {
    this.#parts = parts;
  }

  /** Runs what a socket has asked for: what is refused costs it a document, or itself. Throws the refusal. */
  async run(socket: BoardSocket | undefined, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const refused = this.refusalOf(error);
      if (OF_ONE_DOCUMENT.includes(refused.code)) this.#parts.watch.refused('document', refused.code);
      else socket?.refuse(refused.code);
      throw refused;
    }
  }

  refusalOf(error: unknown): Refused {
    if (error instanceof Refused) return error;
    if (error instanceof StorageCorrupt) this.#parts.onCorrupt(error);
    if (error instanceof StorageUnavailable) {
      this.#parts.health.failed();
      return new Refused('storage-unavailable');
    }
    this.#parts.log.error({ err: error }, 'could not read what is stored');
    return new Refused('internal');
  }
}

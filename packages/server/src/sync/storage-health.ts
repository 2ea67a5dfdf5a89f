import type { Storage } from '../storage/storage.ts';

/** How long after a failed write the next try is made. */
const PROBE_MILLIS = 500;

/** Whether storage takes writes. After a failure nothing opens until a probe has reached the disk. */
export class StorageHealth {
  readonly #storage: Pick<Storage, 'probe'>;
  #timer: NodeJS.Timeout | null = null;

  constructor(storage: Pick<Storage, 'probe'>) {
    this.#storage = storage;
  }

  get isDown(): boolean {
    return this.#timer !== null;
  }

  failed(): void {
    this.#timer ??= setTimeout(() => void this.#probe(), PROBE_MILLIS);
  }

  async #probe(): Promise<void> {
    try {
      await this.#storage.probe();
      this.#timer = null;
    } catch {
      this.#timer?.refresh();
    }
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}

import type { Storage } from '../storage/storage.ts';

/** How long after a failed write the next try is made. */
const PROBE_MILLIS = 500;
/** How long a probe that went well is believed: whoever asks often makes no writes by it. */
const TRUST_MILLIS = 5_000;

/** Whether storage takes writes. After a failure nothing opens until a probe has reached the disk. */
export class StorageHealth {
  readonly #storage: Pick<Storage, 'probe'>;
  #timer: NodeJS.Timeout | null = null;
  #check: { readonly since: number; readonly done: Promise<void> } | null = null;

  constructor(storage: Pick<Storage, 'probe'>) {
    this.#storage = storage;
  }

  get isDown(): boolean {
    return this.#timer !== null;
  }

  /** Whether it takes writes, found out by one: where nobody writes, nothing else shows it. */
  async isReady(): Promise<boolean> {
    const now = performance.now();
    if (this.#check === null || now - this.#check.since > TRUST_MILLIS)
      this.#check = { since: now, done: this.#storage.probe().catch(() => this.failed()) };
    await this.#check.done;
    return !this.isDown;
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

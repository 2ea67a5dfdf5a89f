import { StorageUnavailable } from '../src/storage/storage-error.ts';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import type { LogEntry, RowId } from '../src/storage/storage.ts';

/** Storage whose log a test can hold up or break. Boards and people are stored as ever. */
export class ControlledStorage extends MemoryStorage {
  /** Each call of `append`, in order. */
  readonly appends: (readonly LogEntry[])[] = [];
  isBroken = false;
  #gate: Promise<void> = Promise.resolve();
  #waitingForAppend: (() => void)[] = [];

  /** Commits wait from here on; returns the way to let them go. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  /** Resolves at the next call of `append`. */
  nextAppend(): Promise<void> {
    return new Promise((resolve) => this.#waitingForAppend.push(resolve));
  }

  override async append(entries: readonly LogEntry[]): Promise<readonly RowId[]> {
    this.appends.push(entries);
    for (const resolve of this.#waitingForAppend.splice(0)) resolve();
    await this.#gate;
    if (this.isBroken) throw new StorageUnavailable('broken by the test');
    return super.append(entries);
  }

  override async probe(): Promise<void> {
    if (this.isBroken) throw new StorageUnavailable('broken by the test');
  }
}

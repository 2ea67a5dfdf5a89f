import type { Millis } from '@samtavla/protocol';

/** Wrong secrets an address may send at once: a class that pastes a torn link gets a clear answer thirty times. */
const BURST = 30;
/** After that, one each second. */
const REFILL_MILLIS = 1_000;
/** Addresses remembered: a few megabytes at most, whoever tries. */
const ADDRESSES = 10_000;

/**
 * Slows down whoever guesses at secrets, by address. Only wrong ones count and right ones always pass, so that a school of 500
 * behind one address joins at its own pace, whatever one of them does.
 */
export class GuessLimit {
  readonly #now: () => Millis;
  /** When the address will have its whole burst again. */
  readonly #fullAt = new Map<string, number>();

  constructor(now: () => Millis) {
    this.#now = now;
  }

  /** Counts a wrong secret; false when the address has sent too many. */
  allowsWrong(address: string): boolean {
    const now = this.#now();
    const fullAt = Math.max(this.#fullAt.get(address) ?? now, now) + REFILL_MILLIS;
    if (fullAt - now > BURST * REFILL_MILLIS) return false;
    this.#forgetOldest();
    // Deleted first, so that the map's order is that of the latest wrong secret.
    this.#fullAt.delete(address);
    this.#fullAt.set(address, fullAt);
    return true;
  }

  #forgetOldest(): void {
    const [oldest] = this.#fullAt.keys();
    if (oldest !== undefined && this.#fullAt.size >= ADDRESSES) this.#fullAt.delete(oldest);
  }
}

import type { Millis } from '@samtavla/protocol';

/** How many wrong ones there may be at once, and after how long each is forgiven. */
export type GuessRate = { readonly burst: number; readonly refillMillis: number };

/** Wrong secrets by address: a class that pastes a torn link gets a clear answer thirty times, and after that one each second. */
export const WRONG_SECRETS: GuessRate = { burst: 30, refillMillis: 1_000 };
/** Addresses remembered: a few megabytes at most, whoever tries. */
const ADDRESSES = 10_000;

/** Counts guesses by address. Whether only the wrong ones count, and what is refused, is for who asks. */
export class GuessLimit {
  readonly #now: () => Millis;
  readonly #rate: GuessRate;
  /** When the address will have its whole burst again. */
  readonly #fullAt = new Map<string, number>();

  constructor(now: () => Millis, rate: GuessRate) {
    this.#now = now;
    this.#rate = rate;
  }

  /** Counts a guess; false when the address has made too many. */
  take(address: string): boolean {
    const { burst, refillMillis } = this.#rate;
    const now = this.#now();
    const fullAt = Math.max(this.#fullAt.get(address) ?? now, now) + refillMillis;
    if (fullAt - now > burst * refillMillis) return false;
    this.#forgetOldest();
    // Deleted first, so that the map's order is that of the latest guess.
    this.#fullAt.delete(address);
    this.#fullAt.set(address, fullAt);
    return true;
  }

  /** Takes back one that was counted: it was none. */
  giveBack(address: string): void {
    const fullAt = this.#fullAt.get(address);
    if (fullAt !== undefined) this.#fullAt.set(address, fullAt - this.#rate.refillMillis);
  }

  #forgetOldest(): void {
    const [oldest] = this.#fullAt.keys();
    if (oldest !== undefined && this.#fullAt.size >= ADDRESSES) this.#fullAt.delete(oldest);
  }
}

/** So many a second, and some more at once after a rest: as many as in a second, unless told. */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #most: number;
  readonly #now: () => number;
  #tokens: number;
  #filled: number;

  constructor(perSecond: number, most = perSecond, now: () => number = () => performance.now()) {
    this.#perSecond = perSecond;
    this.#most = most;
    this.#now = now;
    this.#tokens = most;
    this.#filled = now();
  }

  /** Takes one, or as many as told; false, and nothing taken, when there are not so many. */
  take(count = 1): boolean {
    const now = this.#now();
    this.#tokens = Math.min(this.#most, this.#tokens + ((now - this.#filled) / 1000) * this.#perSecond);
    this.#filled = now;
    if (this.#tokens < count) return false;
    this.#tokens -= count;
    return true;
  }
}

/** The time from each frame to the next. */
export class FrameTimes {
  readonly #times: number[] = [];
  #last: number | null = null;
  #handle: number;

  constructor() {
    this.#handle = requestAnimationFrame((now) => this.#frame(now));
  }

  stop(): number[] {
    cancelAnimationFrame(this.#handle);
    return this.#times;
  }

  #frame(now: number): void {
    if (this.#last !== null) this.#times.push(now - this.#last);
    this.#last = now;
    this.#handle = requestAnimationFrame((next) => this.#frame(next));
  }
}

/** A run's time: it passes when a step says so, and whatever was to happen meanwhile happens then, in its order. */
import type { Clock } from '../src/session/clock.ts';

type Timer = { due: number; readonly millis: number; readonly callback: () => void };

export class SimulatedClock implements Clock {
  #now = 0;
  readonly #timers = new Set<Timer>();

  readonly now = (): number => this.#now;

  readonly every = (millis: number, callback: () => void): (() => void) => {
    const timer = { due: this.#now + millis, millis, callback };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  pass(millis: number): void {
    const end = this.#now + millis;
    for (let next = this.#next(); next !== null && next.due <= end; next = this.#next()) {
      this.#now = next.due;
      next.due += next.millis;
      next.callback();
    }
    this.#now = end;
  }

  #next(): Timer | null {
    let next: Timer | null = null;
    for (const timer of this.#timers) if (next === null || timer.due < next.due) next = timer;
    return next;
  }
}

/** What time it is, and what happens again and again: whoever is to be run without waiting gives another. */
export type Clock = {
  /** Milliseconds since some moment; never runs backwards. */
  readonly now: () => number;
  /** Calls back each time so long has passed; returns the way to stop. */
  readonly every: (millis: number, callback: () => void) => () => void;
};

export const pageClock: Clock = {
  now: () => performance.now(),
  every(millis, callback) {
    const timer = setInterval(callback, millis);
    return () => clearInterval(timer);
  },
};

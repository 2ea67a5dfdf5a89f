/** Chance that comes out the same for the same numbers: all that a run decides, it asks here. */
export type Random = {
  /** A whole number from 0 up to this one. */
  below(end: number): number;
  chance(probability: number): boolean;
  /** One of these; undefined when there is none. */
  pick<T>(choices: readonly T[]): T | undefined;
};

/**
 * Each step has a chance of its own, by the run's seed and the step's number: a step that is left out changes nothing of what the
 * others draw, so that a failing run can be made shorter.
 */
export function randomOf(seed: number, step: number): Random {
  const next = mulberry32(Math.imul(seed, 0x9e3779b1) ^ Math.imul(step + 1, 0x85ebca6b));
  const below = (end: number) => Math.floor(next() * end);
  return { below, chance: (probability) => next() < probability, pick: (choices) => choices[below(choices.length)] };
}

function mulberry32(start: number): () => number {
  let state = start | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

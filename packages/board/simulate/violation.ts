/** A promise that a run saw broken. Thrown, because what comes after it in a run means nothing. */
class Violation extends Error {
  override name = 'Violation';
}

export function insist(holds: boolean, otherwise: () => string): asserts holds {
  if (!holds) throw new Violation(otherwise());
}

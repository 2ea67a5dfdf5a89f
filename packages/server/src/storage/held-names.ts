/** `whileHolding` where one process has the database to itself: names are held in it, and lost with it alone. */
export class HeldNames {
  readonly #held = new Set<string>();

  async whileHolding(name: string, task: (held: AbortSignal) => Promise<void>): Promise<boolean> {
    if (this.#held.has(name)) return false;
    this.#held.add(name);
    try {
      await task(new AbortController().signal);
      return true;
    } finally {
      this.#held.delete(name);
    }
  }
}

/**
 * What one peer has yet to see of the moves of others. A server may merge what has piled up while it was held up, and then the peer
 * is shown only where the note came to stand. It has the moves before that too: Yjs takes in nothing of a client without all that
 * the same client wrote earlier. So a move is seen when it, or a later one of the same note, is.
 */
export class Sightings {
  readonly #awaited = new Map<string, number[]>();

  /** Marks of one note only grow. */
  expect(note: string, mark: number): void {
    const marks = this.#awaited.get(note);
    if (marks === undefined) this.#awaited.set(note, [mark]);
    else marks.push(mark);
  }

  /** The marks of the moves that are seen with this one, itself among them; each is given once. */
  saw(note: string, mark: number): number[] {
    const marks = this.#awaited.get(note) ?? [];
    const later = marks.findIndex((awaited) => awaited > mark);
    return marks.splice(0, later === -1 ? marks.length : later);
  }

  get awaited(): number {
    return [...this.#awaited.values()].reduce((sum, marks) => sum + marks.length, 0);
  }
}

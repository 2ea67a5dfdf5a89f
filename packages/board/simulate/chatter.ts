/**
 * The drag messages on their way one way. A line that nobody cuts keeps their order; but nothing is promised of them, so here they
 * come in any order, twice, or never.
 */
import type { Papers } from './papers.ts';
import type { Random } from './random.ts';

export type Said = { readonly paper: keyof Papers; readonly text: string };

export class Chatter {
  #underWay: Said[] = [];

  get isQuiet(): boolean {
    return this.#underWay.length === 0;
  }

  add(said: Said): void {
    this.#underWay.push(said);
  }

  lose(): void {
    this.#underWay = [];
  }

  /** One of those under way, mostly the first; it may come again. */
  some(random: Random): Said | null {
    const at = random.chance(0.6) ? 0 : random.below(this.#underWay.length);
    const said = this.#underWay[at];
    if (said !== undefined && random.chance(0.8)) this.#underWay.splice(at, 1);
    return said ?? null;
  }

  /** All, the last said first: as wrong as an order can be. */
  all(): Said[] {
    return this.#underWay.splice(0).toReversed();
  }
}

import type { Millis } from '@samtavla/protocol';
import { Refused } from '../refused.ts';
import { CountedGuesses } from '../links/counted-guesses.ts';
import { hashOf, sameHash } from '../links/secrets.ts';

/** Who may make boards on this server: anyone, or whoever has the operator's code. */
export class CreationCode {
  readonly #code: string | null;
  readonly #guesses: CountedGuesses;

  /** @param code null: anyone may */
  constructor(code: string | null, now: () => Millis) {
    this.#code = code;
    this.#guesses = new CountedGuesses(now);
  }

  /** Refuses a wrong code, none where one is needed, and whoever guesses. */
  check(code: string | undefined, address: string): void {
    if (this.#code === null) return;
    // Not to say any is no guess: so the board app finds out that it has to ask.
    if (code === undefined) throw new Refused('creation-code-wrong');
    this.#guesses.count(address);
    if (!sameHash(hashOf(code), hashOf(this.#code))) throw new Refused('creation-code-wrong');
    this.#guesses.wasRight(address);
  }
}

import type { Millis } from '@samtavla/protocol';
import { Refused } from '../refused.ts';
import { GuessLimit, type GuessRate } from './guess-limit.ts';

/** A class that reads a projector badly. An address alone does not use up what the whole server has. */
const BY_ADDRESS: GuessRate = { burst: 30, refillMillis: 10_000 };
/** In the eight hours of a short code 29 000 of 100 million: one chance in 3 500 for each board that shows one. */
const BY_SERVER: GuessRate = { burst: 200, refillMillis: 1_000 };
const SERVER = 'server';

/**
 * For codes that people type. Unlike a secret of 256 bits they can be guessed: so a guess is counted before it is looked at, by
 * address and for the whole server, and who is over the limit is not told whether it was right.
 */
export class CountedGuesses {
  readonly #byAddress: GuessLimit;
  readonly #byServer: GuessLimit;

  constructor(now: () => Millis) {
    this.#byAddress = new GuessLimit(now, BY_ADDRESS);
    this.#byServer = new GuessLimit(now, BY_SERVER);
  }

  /** To be called before a guess is looked at. Refuses with `too-many`. */
  count(address: string): void {
    if (!this.#byAddress.take(address)) throw new Refused('too-many');
    if (this.#byServer.take(SERVER)) return;
    this.#byAddress.giveBack(address);
    throw new Refused('too-many');
  }

  /** It was right, and so no guess. */
  wasRight(address: string): void {
    this.#byAddress.giveBack(address);
    this.#byServer.giveBack(SERVER);
  }
}

import { createHmac, hkdfSync, randomInt } from 'node:crypto';
import type { BoardId, Millis } from '@samtavla/protocol';
import { Refused } from '../refused.ts';
import type { Hash, Storage } from '../storage/storage.ts';
import { CountedGuesses } from './counted-guesses.ts';
import { hasEnded } from './link-book.ts';
import type { LinkVault } from './link-vault.ts';
import { sameHash } from './secrets.ts';

const DIGITS = 8;
/** A long day: who comes back tomorrow has the link. */
const LIFE_MILLIS = 8 * 60 * 60 * 1000;

export type NewCode = { readonly code: string; readonly expiresAt: Millis };

/** Eight digits that lead to the participants' link: for whoever sees the projector and cannot scan it. */
export class ShortCodes {
  readonly #storage: Pick<Storage, 'links' | 'code' | 'putCode'>;
  readonly #vault: LinkVault;
  readonly #key: Uint8Array;
  readonly #now: () => Millis;
  readonly #guesses: CountedGuesses;

  constructor(
    storage: Pick<Storage, 'links' | 'code' | 'putCode'>,
    { vault, secretKey, now }: { vault: LinkVault; secretKey: string; now: () => Millis },
  ) {
    this.#storage = storage;
    this.#vault = vault;
    this.#key = new Uint8Array(hkdfSync('sha256', secretKey, '', 'samtavla codes', 32));
    this.#now = now;
    this.#guesses = new CountedGuesses(now);
  }

  /** A new code, instead of the board's earlier one. Refuses where the participants' link is closed. */
  async make(board: BoardId): Promise<NewCode> {
    const links = await this.#storage.links(board);
    const link = links.find(({ role, closedAt }) => role === 'participant' && closedAt === null);
    if (link === undefined) throw new Refused('link-closed');
    if (hasEnded(link, this.#now())) throw new Refused('link-ended');
    const expiresAt = (this.#now() + LIFE_MILLIS) as Millis;
    for (;;) {
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      // False once in a hundred million, for each board that has one.
      if (await this.#storage.putCode({ board, hash: this.#hashOf(code), link: link.hash, expiresAt }))
        return { code, expiresAt };
    }
  }

  /** The board and the secret that a code leads to. Refuses a wrong one, and whoever guesses. */
  async linkBehind(code: string, address: string): Promise<{ board: BoardId; secret: string }> {
    this.#guesses.count(address);
    const found = /^\d{8}$/.test(code) ? await this.#find(code) : null;
    if (found === null) throw new Refused('code-wrong');
    this.#guesses.wasRight(address);
    return found;
  }

  async #find(code: string): Promise<{ board: BoardId; secret: string } | null> {
    const found = await this.#storage.code(this.#hashOf(code));
    if (found === null || found.expiresAt <= this.#now()) return null;
    const { board, link: hash } = found;
    const link = (await this.#storage.links(board)).find((one) => sameHash(one.hash, hash));
    if (link === undefined || link.closedAt !== null || link.sealed === null || hasEnded(link, this.#now()))
      return null;
    const secret = this.#vault.open(board, link.role, link.sealed);
    return secret === null ? null : { board, secret };
  }

  /** Keyed, so that how long a look-up takes says nothing of how near a guess was, and the database alone tells no code. */
  #hashOf(code: string): Hash {
    return new Uint8Array(createHmac('sha256', this.#key).update(code).digest());
  }
}

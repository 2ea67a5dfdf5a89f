import { isBoardId, type Millis } from '@samtavla/protocol';
import { z } from 'zod';
import { Sealing } from '../links/sealing.ts';
import { Refused } from '../refused.ts';
import { newLoginChecks, type IdentityProvider } from './identity-provider.ts';

/** A working day: whoever prepares in the morning leads in the afternoon. */
export const LOGIN_MILLIS = 10 * 3_600_000;
/** Time to find a phone for the second factor. */
export const BEGUN_MILLIS = 15 * 60_000;
/** Where the provider sends people back to. */
export const RETURN_PATH = '/api/login/return';

const begunSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  back: z.string(),
  until: z.number(),
});
const loginSchema = z.object({ until: z.number() });

type Parts = {
  readonly provider: IdentityProvider;
  readonly secretKey: string;
  readonly now: () => Millis;
  /** Where browsers reach this server. */
  readonly origin: () => string;
};

/**
 * Logging in to make boards. Nothing of it is stored here: what was begun and what was reached are sealed, and kept by the
 * browser as cookies. A login says until when it is good, and nothing of who it was.
 */
export class Login {
  readonly #provider: IdentityProvider;
  readonly #sealing: Sealing;
  readonly #now: () => Millis;
  readonly #origin: () => string;

  constructor({ provider, secretKey, now, origin }: Parts) {
    this.#provider = provider;
    this.#sealing = new Sealing(secretKey, 'samtavla login');
    this.#now = now;
    this.#origin = origin;
  }

  /** Whether what a browser kept is a login that is still good. */
  isGood(login: string | undefined): boolean {
    return this.#open(login, 'login', loginSchema) !== null;
  }

  /** @param back the path to come back to in the end; `begun` is for the browser to keep until then */
  async begin(back: string): Promise<{ readonly to: URL; readonly begun: string }> {
    const checks = newLoginChecks();
    const to = await this.#provider.addressFor(new URL(RETURN_PATH, this.#origin()), checks);
    const begun = { ...checks, back: isPath(back) ? back : '/', until: this.#now() + BEGUN_MILLIS };
    return { to, begun: this.#seal(begun, 'begun') };
  }

  /** @param query what the provider sent along; @param begun what `begin` gave this browser to keep */
  async end(query: string, begun: string | undefined): Promise<{ readonly back: string; readonly login: string }> {
    const kept = this.#open(begun, 'begun', begunSchema);
    const answer = new URL(`${RETURN_PATH}?${query}`, this.#origin());
    // Somebody else's login, led in here, or one that took too long.
    if (kept === null || answer.searchParams.get('state') !== kept.state) throw new Refused('login-failed');
    await this.#provider.check(answer, kept);
    return { back: kept.back, login: this.#seal({ until: this.#now() + LOGIN_MILLIS }, 'login') };
  }

  #seal(value: unknown, what: 'begun' | 'login'): string {
    return Buffer.from(this.#sealing.seal(JSON.stringify(value), what)).toString('base64url');
  }

  #open<T extends { until: number }>(
    sealed: string | undefined,
    what: 'begun' | 'login',
    schema: z.ZodType<T>,
  ): T | null {
    const text = sealed === undefined ? null : this.#sealing.open(Buffer.from(sealed, 'base64url'), what);
    if (text === null) return null;
    const value = schema.parse(JSON.parse(text));
    return value.until > this.#now() ? value : null;
  }
}

/** The front page or a board: never an address of somebody else's. */
const isPath = (back: string): boolean => back === '/' || (back.startsWith('/t/') && isBoardId(back.slice(3)));

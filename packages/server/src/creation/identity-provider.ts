/** The operator's OpenID Connect provider: Entra ID, Feide, ID-porten, Keycloak … The only file that speaks to it. */
import * as oidc from 'openid-client';
import type { Logger } from 'pino';
import { Refused } from '../refused.ts';

/** How the operator has registered Samtavla with the provider. */
export type OidcClient = {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Words with spaces between. */
  readonly scope: string;
  /** What the provider must say of whoever may make boards; null: everyone it knows may. */
  readonly claim: { readonly name: string; readonly value: string } | null;
};

/** What one login is tied together by (RFC 6749 §10.12, RFC 7636, OpenID Connect Core §15.5.2). */
export type LoginChecks = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** A person waits for it. */
const TIMEOUT_SECONDS = 10;

export const newLoginChecks = (): LoginChecks => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  verifier: oidc.randomPKCECodeVerifier(),
});

export class IdentityProvider {
  readonly #client: OidcClient;
  readonly #log: Logger;
  #known: Promise<oidc.Configuration> | null = null;

  constructor(client: OidcClient, log: Logger) {
    this.#client = client;
    this.#log = log;
  }

  /** Where a person logs in, and from where the provider sends them back to `returnTo`. */
  async addressFor(returnTo: URL, { state, nonce, verifier }: LoginChecks): Promise<URL> {
    const provider = await this.#provider();
    return oidc.buildAuthorizationUrl(provider, {
      redirect_uri: returnTo.href,
      scope: this.#client.scope,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Asks the provider about the person who came back with `answer`, the whole address. Refuses with `login-refused` whoever may
   * not make boards, `login-failed` what is no good answer, `login-unavailable` when the provider cannot say.
   */
  async check(answer: URL, { state, nonce, verifier }: LoginChecks): Promise<void> {
    const provider = await this.#provider();
    const claims = await this.#asking(async () => {
      const tokens = await oidc.authorizationCodeGrant(provider, answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      return this.#claims(provider, tokens);
    });
    if (!this.#mayMakeBoards(claims)) throw new Refused('login-refused');
  }

  #mayMakeBoards(claims: Readonly<Record<string, unknown>>): boolean {
    const { claim } = this.#client;
    return claim === null || [claims[claim.name]].flat().includes(claim.value);
  }

  /** The id token says it, or else the provider is asked about the person. */
  async #claims(provider: oidc.Configuration, tokens: Tokens): Promise<Readonly<Record<string, unknown>>> {
    const said = tokens.claims();
    if (said === undefined) throw new Error('A checked id token has claims.');
    const { claim } = this.#client;
    const knowsMore = provider.serverMetadata().userinfo_endpoint !== undefined;
    if (claim === null || claim.name in said || !knowsMore) return said;
    return oidc.fetchUserInfo(provider, tokens.access_token, said.sub);
  }

  /** Known once it has answered; until then each login asks it anew, so that it may be down when this server starts. */
  #provider(): Promise<oidc.Configuration> {
    const asked = (this.#known ??= this.#asking(() => this.#discover()));
    asked.catch(() => {
      if (this.#known === asked) this.#known = null;
    });
    return asked;
  }

  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#client;
    return oidc.discovery(issuer, clientId, { client_secret: clientSecret }, authentication(clientSecret), {
      timeout: TIMEOUT_SECONDS,
      execute: [
        oidc.enableNonRepudiationChecks,
        // Only on this machine: the configuration takes no other.
        ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    });
  }

  async #asking<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      const code = refusalOf(error);
      // Not the error itself: it may carry the answer, and in that codes and tokens.
      if (code === 'login-unavailable') this.#log.warn(reasonOf(error), 'the identity provider could not be asked');
      throw new Refused(code);
    }
  }
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

/** As the provider takes it; without a word of it, as every provider must (OpenID Connect Discovery §3). */
function authentication(clientSecret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(clientSecret), oidc.ClientSecretPost(clientSecret)];
  return (server, ...rest) => {
    const takes = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (takes.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

type LoginRefusal = 'login-refused' | 'login-failed' | 'login-unavailable';

function refusalOf(error: unknown): LoginRefusal {
  if (error instanceof oidc.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'login-refused' : 'login-failed';
  // The code was used before, is too old, or belongs to another.
  const isWornOut = error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant';
  return isWornOut ? 'login-failed' : 'login-unavailable';
}

/** What the provider said that it was, or else what kind of error it is. */
function reasonOf(error: unknown): { reason: string } {
  if (error instanceof oidc.ResponseBodyError) return { reason: error.error };
  if (error instanceof oidc.WWWAuthenticateChallengeError)
    return { reason: error.cause.map(({ parameters }) => parameters.error ?? 'refused').join(' ') };
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return { reason: [name, code].filter((part) => typeof part === 'string').join(' ') };
}

/** A real OpenID Connect provider on this machine, in which anybody may log in by saying who they are. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { OidcClient } from '../src/creation/identity-provider.ts';

export type OidcServer = {
  readonly client: OidcClient;
  /** Registers where people are sent back to; until then it answers nothing. */
  readonly register: (returnTo: string) => void;
  readonly close: () => Promise<void>;
};

const CLIENT = { client_id: 'samtavla', client_secret: 'a-client-secret-of-ours-which-is-long' };
const LEADERS = 'fasilitatorer';

/** Who logs in as `kari` may make boards where a claim is asked for; nobody else may. */
export async function oidcServer({ inIdToken = false } = {}): Promise<OidcServer> {
  let answer = (_request: IncomingMessage, response: ServerResponse): unknown => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let closed: Promise<void> | null = null;
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    client: {
      issuer: new URL(issuer),
      clientId: CLIENT.client_id,
      clientSecret: CLIENT.client_secret,
      scope: 'openid groups',
      claim: { name: 'groups', value: LEADERS },
    },
    register(returnTo) {
      const provider = new Provider(issuer, {
        clients: [{ ...CLIENT, redirect_uris: [returnTo] }],
        claims: { openid: ['sub'], groups: ['groups'] },
        // Else what a scope asks for is said only to whoever asks about the person.
        conformIdTokenClaims: !inIdToken,
        pkce: { required: () => true },
        cookies: { keys: ['a key for the cookies of this test'] },
        findAccount: (_context, id) => ({
          accountId: id,
          claims: () => ({ sub: id, groups: id === 'kari' ? ['alle', LEADERS] : ['alle'] }),
        }),
      });
      answer = provider.callback();
    },
    close: () =>
      (closed ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })),
  };
}

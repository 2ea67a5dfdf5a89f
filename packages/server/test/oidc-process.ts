/** The provider in a process of its own, for tests in a browser: `node oidc-process.ts <where people are sent back to>`. */
import { oidcServer } from './oidc-server.ts';

const [returnTo] = process.argv.slice(2);
if (returnTo === undefined) throw new Error('Say where people are sent back to.');
const { client, register } = await oidcServer();
register(returnTo);
const env = {
  OIDC_ISSUER: client.issuer.origin,
  OIDC_CLIENT_ID: client.clientId,
  OIDC_CLIENT_SECRET: client.clientSecret,
  OIDC_SCOPE: client.scope,
  OIDC_REQUIRED_CLAIM: `${client.claim?.name}=${client.claim?.value}`,
};
// What a server is told about it.
process.stdout.write(`${JSON.stringify(env)}\n`);

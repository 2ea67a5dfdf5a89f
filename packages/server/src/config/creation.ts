/** Who may make boards: `BOARD_CREATION` and what belongs to it. */
import { LIMITS } from '@samtavla/protocol';
import type { OidcClient } from '../creation/identity-provider.ts';
import { StartError } from '../start-error.ts';
import { allOrNone, given, secretOf, webAddress, wrong, type Environment } from './environment.ts';

/** One a second is what the guess limit lets through: a word in a dictionary would not hold a day. */
const CREATION_CODE_CHARACTERS = 12;
const WAYS = ['open', 'code', 'oidc'] as const;

type Creation = { readonly creationCode: string | null; readonly oidc: OidcClient | null };

export function creationOf(env: Environment): Creation {
  const text = given(env, 'BOARD_CREATION') ?? 'open';
  const who = WAYS.find((way) => way === text);
  if (who === undefined) throw wrong('BOARD_CREATION', JSON.stringify(text), 'open, code or oidc');
  const [creationCode, oidc] = [secretOf(env, 'BOARD_CREATION_CODE'), oidcOf(env)];
  refuseHalf(who, 'code', 'BOARD_CREATION_CODE', creationCode !== null);
  refuseHalf(who, 'oidc', 'OIDC_ISSUER', oidc !== null);
  if (oidc !== null && given(env, 'PUBLIC_URL') === undefined)
    throw new StartError(
      'BOARD_CREATION is oidc, so PUBLIC_URL must be set too: the provider sends people back there.',
    );
  if (creationCode !== null) refuseOddLength(creationCode);
  return { creationCode, oidc };
}

/** What belongs to one way of making boards is there when that is the way, and only then. */
function refuseHalf(who: (typeof WAYS)[number], way: 'code' | 'oidc', name: string, isSet: boolean): void {
  if (isSet && who !== way) throw new StartError(`${name} is set, but BOARD_CREATION is ${who}; set it to ${way}.`);
  if (!isSet && who === way) throw new StartError(`BOARD_CREATION is ${way}, so ${name} must be set too.`);
}

function refuseOddLength({ length }: string): void {
  if (length < CREATION_CODE_CHARACTERS || length > LIMITS.creationCodeCharacters)
    throw wrong(
      'BOARD_CREATION_CODE',
      `${length} characters long`,
      `${CREATION_CODE_CHARACTERS} to ${LIMITS.creationCodeCharacters}`,
    );
}

function oidcOf(env: Environment): OidcClient | null {
  const parts = allOrNone({
    OIDC_ISSUER: given(env, 'OIDC_ISSUER'),
    OIDC_CLIENT_ID: given(env, 'OIDC_CLIENT_ID'),
    OIDC_CLIENT_SECRET: secretOf(env, 'OIDC_CLIENT_SECRET'),
  });
  if (parts === null) return null;
  return {
    issuer: issuerOf(parts.OIDC_ISSUER),
    clientId: parts.OIDC_CLIENT_ID,
    clientSecret: parts.OIDC_CLIENT_SECRET,
    scope: scopeOf(given(env, 'OIDC_SCOPE') ?? 'openid'),
    claim: claimOf(given(env, 'OIDC_REQUIRED_CLAIM')),
  };
}

/** Over plain http anybody between could say who somebody is; on this machine there is nobody between. */
function issuerOf(text: string): URL {
  const url = webAddress(text);
  const isSafe = url?.protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? '');
  if (url === null || !isSafe)
    throw wrong('OIDC_ISSUER', JSON.stringify(text), "the provider's address, such as https://login.example.no");
  return url;
}

function scopeOf(text: string): string {
  if (!text.split(/\s+/).includes('openid'))
    throw wrong('OIDC_SCOPE', JSON.stringify(text), 'words with spaces between, and openid one of them');
  return text;
}

function claimOf(text: string | undefined): OidcClient['claim'] {
  if (text === undefined) return null;
  const [, name, value] = /^([^=\s]+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw wrong('OIDC_REQUIRED_CLAIM', JSON.stringify(text), 'a claim and its value, such as groups=fasilitatorer');
  return { name, value };
}

/** Configuration, all by environment. This file alone reads it; a wrong value stops the start with one line. */
import { resolve } from 'node:path';
import type { S3Bucket } from '../assets/s3/s3-assets.ts';
import type { OidcClient } from '../creation/identity-provider.ts';
import type { Brand } from '../http/brand.ts';
import { StartError } from '../start-error.ts';
import { brandOf } from './brand.ts';
import { creationOf } from './creation.ts';
import { given, originIn, secretOf, switchOf, wrong, type Environment } from './environment.ts';
import { s3Of } from './s3.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** A Postgres; null: SQLite in `dataDir`. Holds a password. */
  readonly databaseUrl: string | null;
  /** A Redis, by which several nodes on one Postgres tell each other what they do; null: this is the only node. May hold a password. */
  readonly redisUrl: string | null;
  /** Where images are kept; null: in `dataDir`. Holds a secret. */
  readonly s3: S3Bucket | null;
  /** The origin in links (`https://tavle.kommune.no`); null: the local network's address. */
  readonly publicUrl: string | null;
  /** What the stored copies of links are encrypted with; null: a key made once in `dataDir`. */
  readonly secretKey: string | null;
  /** The code that making a board takes; null: none. */
  readonly creationCode: string | null;
  /** Where one logs in to make boards; null: nobody logs in. Holds a secret. */
  readonly oidc: OidcClient | null;
  /** Whether a y-websocket client may bring its token in the query: proxies between may log it. */
  readonly allowTokenInQuery: boolean;
  /** Who shows this may read `/metrics`; null: nobody. */
  readonly metricsToken: string | null;
  /** How long a server that is told to stop goes on, for a proxy to see that it is not ready any more. */
  readonly drainSeconds: number;
  /** After how many days without use a board is deleted; null: never. */
  readonly retentionDays: number | null;
  /** The look of whoever runs it; null: ours. */
  readonly brand: Brand | null;
  readonly logLevel: LogLevel;
};

/** Shorter keys can be guessed. */
const SECRET_KEY_CHARACTERS = 32;
/** Nobody counts guesses at it. */
const METRICS_TOKEN_CHARACTERS = 32;
/** Longer than any proxy takes to look twice; whatever stops the server must wait so long too. */
const DRAIN_SECONDS = 300;
/** Two weeks of warning, and as long again in which a board may lie: fewer days would delete what is still in use. */
const RETENTION_DAYS = { least: 30, most: 36_500 };

export function readConfig(env: Environment = process.env): Config {
  const config = readEach(env);
  refuseHalfANode(config);
  return config;
}

function readEach(env: Environment): Config {
  return {
    port: portOf(env),
    host: given(env, 'HOST') ?? '0.0.0.0',
    dataDir: resolve(given(env, 'DATA_DIR') ?? './data'),
    databaseUrl: databaseUrlOf(env),
    redisUrl: redisUrlOf(env),
    s3: s3Of(env),
    publicUrl: publicUrlOf(env),
    secretKey: secretKeyOf(env),
    ...creationOf(env),
    allowTokenInQuery: switchOf(env, 'ALLOW_TOKEN_IN_QUERY'),
    metricsToken: metricsTokenOf(env),
    drainSeconds: drainSecondsOf(env),
    retentionDays: retentionDaysOf(env),
    brand: brandOf(env),
    logLevel: logLevelOf(env),
  };
}

function portOf(env: Environment): number {
  const text = given(env, 'PORT') ?? '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw wrong('PORT', JSON.stringify(text), 'a whole number from 0 to 65535');
  return port;
}

function publicUrlOf(env: Environment): string | null {
  const text = given(env, 'PUBLIC_URL');
  const origin = text === undefined ? null : originIn(text);
  if (text !== undefined && origin === null)
    throw wrong('PUBLIC_URL', JSON.stringify(text), 'an address such as https://tavle.example.no, without a path');
  return origin;
}

function databaseUrlOf(env: Environment): string | null {
  const url = secretOf(env, 'DATABASE_URL');
  if (url !== null && !(URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)))
    // Not shown: it holds a password.
    throw wrong('DATABASE_URL', 'set', 'an address such as postgres://user:password@host:5432/samtavla');
  return url;
}

function redisUrlOf(env: Environment): string | null {
  const url = secretOf(env, 'REDIS_URL');
  if (url !== null && !(URL.canParse(url) && /^(rediss?|unix):$/.test(new URL(url).protocol)))
    throw wrong('REDIS_URL', 'set', 'an address such as redis://host:6379 or rediss://user:password@host:6380');
  return url;
}

/** Nodes that do not share all that a board is would each show a part of it. */
function refuseHalfANode({ redisUrl, databaseUrl, secretKey }: Config): void {
  if (redisUrl === null) return;
  if (databaseUrl === null)
    throw new StartError('REDIS_URL is set, so DATABASE_URL must be set too: several nodes share one Postgres.');
  if (secretKey === null)
    throw new StartError('REDIS_URL is set, so SECRET_KEY must be set too, to the same on every node.');
}

function logLevelOf(env: Environment): LogLevel {
  const text = given(env, 'LOG_LEVEL') ?? 'info';
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined) throw wrong('LOG_LEVEL', JSON.stringify(text), `one of ${LOG_LEVELS.join(', ')}`);
  return level;
}

function metricsTokenOf(env: Environment): string | null {
  const token = secretOf(env, 'METRICS_TOKEN');
  if (token !== null && token.length < METRICS_TOKEN_CHARACTERS)
    throw wrong('METRICS_TOKEN', `${token.length} characters long`, `at least ${METRICS_TOKEN_CHARACTERS}`);
  return token;
}

function drainSecondsOf(env: Environment): number {
  const text = given(env, 'DRAIN_SECONDS') ?? '0';
  if (!/^\d+$/.test(text) || Number(text) > DRAIN_SECONDS)
    throw wrong('DRAIN_SECONDS', JSON.stringify(text), `a whole number from 0 to ${DRAIN_SECONDS}`);
  return Number(text);
}

function retentionDaysOf(env: Environment): number | null {
  const text = given(env, 'BOARD_RETENTION_DAYS');
  if (text === undefined) return null;
  const days = Number(text);
  const { least, most } = RETENTION_DAYS;
  if (!/^\d+$/.test(text) || days < least || days > most)
    throw wrong(
      'BOARD_RETENTION_DAYS',
      JSON.stringify(text),
      `a whole number of days from ${least} to ${most}, or unset`,
    );
  return days;
}

function secretKeyOf(env: Environment): string | null {
  const key = secretOf(env, 'SECRET_KEY');
  if (key !== null && key.length < SECRET_KEY_CHARACTERS) {
    throw wrong(
      'SECRET_KEY',
      `${key.length} characters long`,
      `at least ${SECRET_KEY_CHARACTERS} (try: openssl rand -base64 48)`,
    );
  }
  return key;
}

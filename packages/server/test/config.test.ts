import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import { StartError } from '../src/start-error.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const KEY = 'a key of more than thirty-two characters';

const OIDC = {
  BOARD_CREATION: 'oidc',
  PUBLIC_URL: 'https://tavle.example.no',
  OIDC_ISSUER: 'https://login.example.no/kommunen',
  OIDC_CLIENT_ID: 'samtavla',
  OIDC_CLIENT_SECRET: 'a client secret',
};

test('[H10] nothing needs to be set', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    dataDir: resolve('data'),
    databaseUrl: null,
    redisUrl: null,
    s3: null,
    publicUrl: null,
    secretKey: null,
    creationCode: null,
    oidc: null,
    allowTokenInQuery: false,
    metricsToken: null,
    drainSeconds: 0,
    retentionDays: null,
    brand: null,
    logLevel: 'info',
  });
});

test('[H10] each variable is read', () => {
  const env = {
    PORT: '80',
    HOST: '::',
    DATA_DIR: '/var/lib/samtavla',
    DATABASE_URL: 'postgres://samtavla:secret@db/samtavla',
    REDIS_URL: 'redis://cache:6379',
    PUBLIC_URL: 'https://tavle.example.no/',
    SECRET_KEY: KEY,
    BOARD_CREATION: 'code',
    BOARD_CREATION_CODE: 'bare for kommunen',
    ALLOW_TOKEN_IN_QUERY: '1',
    METRICS_TOKEN: KEY,
    DRAIN_SECONDS: '5',
    LOG_LEVEL: 'warn',
    BOARD_RETENTION_DAYS: '120',
    BRAND_NAME: 'Nordre kommune',
  };
  expect(readConfig(env)).toEqual({
    port: 80,
    host: '::',
    dataDir: '/var/lib/samtavla',
    databaseUrl: 'postgres://samtavla:secret@db/samtavla',
    redisUrl: 'redis://cache:6379',
    s3: null,
    publicUrl: 'https://tavle.example.no',
    secretKey: KEY,
    creationCode: 'bare for kommunen',
    oidc: null,
    allowTokenInQuery: true,
    metricsToken: KEY,
    drainSeconds: 5,
    retentionDays: 120,
    brand: { name: 'Nordre kommune', logo: null, styles: null },
    logLevel: 'warn',
  });
});

test('[H10] where one logs in is read, and a claim may hold an equals sign', () => {
  const { oidc } = readConfig({ ...OIDC, OIDC_SCOPE: 'openid groups', OIDC_REQUIRED_CLAIM: 'groups=ou=leaders' });
  expect(oidc).toEqual({
    issuer: new URL('https://login.example.no/kommunen'),
    clientId: 'samtavla',
    clientSecret: 'a client secret',
    scope: 'openid groups',
    claim: { name: 'groups', value: 'ou=leaders' },
  });
  expect(readConfig(OIDC).oidc).toMatchObject({ scope: 'openid', claim: null });
});

test.each([
  [
    { REDIS_URL: 'redis://cache:6379', SECRET_KEY: KEY },
    'REDIS_URL is set, so DATABASE_URL must be set too: several nodes share one Postgres.',
  ],
  [
    { REDIS_URL: 'redis://cache:6379', DATABASE_URL: 'postgres://db/samtavla' },
    'REDIS_URL is set, so SECRET_KEY must be set too, to the same on every node.',
  ],
  [
    { REDIS_URL: 'http://user:password@cache', SECRET_KEY: KEY, DATABASE_URL: 'postgres://db/samtavla' },
    'REDIS_URL is set, but must be an address such as redis://host:6379 or rediss://user:password@host:6380.',
  ],
])('[M14] half a configuration of several nodes stops the start with one line: %o', (env, line) => {
  expect(() => readConfig(env)).toThrow(new StartError(line));
});

test('[H10] a secret may lie in a file, and an empty variable counts as absent', () => {
  const path = join(temporaryDirectory(), 'key');
  writeFileSync(path, `${KEY}\n`);
  expect(readConfig({ SECRET_KEY_FILE: path, PORT: '', PUBLIC_URL: ' ' })).toMatchObject({
    secretKey: KEY,
    port: 3000,
    publicUrl: null,
  });
});

test.each([
  [{ ALLOW_TOKEN_IN_QUERY: 'yes' }, 'ALLOW_TOKEN_IN_QUERY is "yes", but must be 0 or 1.'],
  [{ BRAND_NAME: 'x'.repeat(61) }, 'BRAND_NAME is 61 characters long, but must be at most 60.'],
  [{ BRAND_LOGO: 'logo.gif' }, 'BRAND_LOGO is "logo.gif", but must be the path of an .svg, .png or .webp.'],
  [
    { BRAND_STYLES: '/nowhere/tema.css' },
    'BRAND_STYLES is "/nowhere/tema.css", but must be the path of a file of at most 200 kB that the server can read.',
  ],
  [{ DRAIN_SECONDS: '1h' }, 'DRAIN_SECONDS is "1h", but must be a whole number from 0 to 300.'],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN is 5 characters long, but must be at least 32.'],
  [{ PORT: 'http' }, 'PORT is "http", but must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT is "70000", but must be a whole number from 0 to 65535.'],
  [{ PORT: '-1' }, 'PORT is "-1", but must be a whole number from 0 to 65535.'],
  [
    { PUBLIC_URL: 'tavle.example.no' },
    'PUBLIC_URL is "tavle.example.no", but must be an address such as https://tavle.example.no, without a path.',
  ],
  [
    { PUBLIC_URL: 'https://a.no/tavle' },
    'PUBLIC_URL is "https://a.no/tavle", but must be an address such as https://tavle.example.no, without a path.',
  ],
  [
    { PUBLIC_URL: 'ftp://a.no' },
    'PUBLIC_URL is "ftp://a.no", but must be an address such as https://tavle.example.no, without a path.',
  ],
  [
    { DATABASE_URL: 'mysql://samtavla:secret@db/samtavla' },
    'DATABASE_URL is set, but must be an address such as postgres://user:password@host:5432/samtavla.',
  ],
  [{ BOARD_CREATION: 'all' }, 'BOARD_CREATION is "all", but must be open, code or oidc.'],
  [{ BOARD_CREATION: 'oidc' }, 'BOARD_CREATION is oidc, so OIDC_ISSUER must be set too.'],
  [{ ...OIDC, BOARD_CREATION: 'open' }, 'OIDC_ISSUER is set, but BOARD_CREATION is open; set it to oidc.'],
  [
    { ...OIDC, PUBLIC_URL: '' },
    'BOARD_CREATION is oidc, so PUBLIC_URL must be set too: the provider sends people back',
  ],
  [{ ...OIDC, OIDC_CLIENT_SECRET: '' }, 'OIDC_ISSUER is set, so OIDC_CLIENT_SECRET must be set too.'],
  [{ ...OIDC, OIDC_ISSUER: 'login.no' }, 'OIDC_ISSUER is "login.no", but must be the provider\'s address, such as'],
  [
    { ...OIDC, OIDC_ISSUER: 'http://login.no' },
    'OIDC_ISSUER is "http://login.no", but must be the provider\'s address',
  ],
  [
    { ...OIDC, OIDC_SCOPE: 'profile' },
    'OIDC_SCOPE is "profile", but must be words with spaces between, and openid one',
  ],
  [
    { ...OIDC, OIDC_REQUIRED_CLAIM: 'groups' },
    'OIDC_REQUIRED_CLAIM is "groups", but must be a claim and its value, such',
  ],
  [{ BOARD_CREATION: 'code' }, 'BOARD_CREATION is code, so BOARD_CREATION_CODE must be set too.'],
  [
    { BOARD_CREATION_CODE: 'bare for kommunen' },
    'BOARD_CREATION_CODE is set, but BOARD_CREATION is open; set it to code.',
  ],
  [
    { BOARD_CREATION: 'code', BOARD_CREATION_CODE: 'kort' },
    'BOARD_CREATION_CODE is 4 characters long, but must be 12 to 100.',
  ],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud", but must be one of fatal, error, warn, info, debug, trace, silent.'],
  [{ SECRET_KEY: 'short' }, 'SECRET_KEY is 5 characters long, but must be at least 32 (try: openssl rand -base64 48).'],
  [
    { SECRET_KEY_FILE: '/nowhere' },
    'SECRET_KEY_FILE is "/nowhere", but must be the path of a file that the server can read.',
  ],
  [{ SECRET_KEY: KEY, SECRET_KEY_FILE: '/nowhere' }, 'SECRET_KEY and SECRET_KEY_FILE are both set; set one of them.'],
])('[H10] %o stops the start with one line', (env, line) => {
  expect(() => readConfig(env)).toThrow(line);
});

test('[V25] days of retention are a whole number from 30, or none', () => {
  expect(readConfig({}).retentionDays).toBeNull();
  expect(readConfig({ BOARD_RETENTION_DAYS: '90' }).retentionDays).toBe(90);
  for (const days of ['29', '0', '-90', '90.5', '3 months', '1e9'])
    expect(() => readConfig({ BOARD_RETENTION_DAYS: days })).toThrow(
      /^BOARD_RETENTION_DAYS is ".*", but must be a whole number of days from 30 to 36500, or unset\.$/,
    );
});

const S3 = {
  S3_ENDPOINT: 'https://s3.example.no/',
  S3_BUCKET: 'tavlebilder',
  S3_REGION: 'eu-north-1',
  S3_ACCESS_KEY_ID: 'a-key',
  S3_SECRET_ACCESS_KEY: 'a-secret',
};

test('[A10] a bucket is configured whole, or not at all', () => {
  expect(readConfig({}).s3).toBeNull();
  expect(readConfig(S3).s3).toEqual({
    endpoint: 'https://s3.example.no',
    bucket: 'tavlebilder',
    region: 'eu-north-1',
    accessKeyId: 'a-key',
    secretAccessKey: 'a-secret',
  });
});

test.each(Object.keys(S3))('[A10] without %s alone the start stops, and no line says a secret', (missing) => {
  const read = () => readConfig({ ...S3, [missing]: '' });
  expect(read).toThrow(new RegExp(`^S3_\\w+ is set, so ${missing} must be set too\\.$`));
});

test.each([
  [
    { S3_ENDPOINT: 's3.example.no' },
    'S3_ENDPOINT is "s3.example.no", but must be an address such as https://s3.example.no.',
  ],
  [{ S3_ENDPOINT: 'https://s3.example.no/bilder' }, 'S3_ENDPOINT is "https://s3.example.no/bilder", but must be'],
  [{ S3_BUCKET: 'to/steder' }, 'S3_BUCKET is "to/steder", but must be the name of a bucket.'],
])('[A10] %o stops the start with one line', (env, line) => {
  expect(() => readConfig({ ...S3, ...env })).toThrow(line);
});

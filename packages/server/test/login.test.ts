/** Making a board where the operator asks for a login, against a real provider. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { CreateBoardResponse, JoinResponse, LoginResponse, Millis } from '@samtavla/protocol';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { OidcClient } from '../src/creation/identity-provider.ts';
import { BEGUN_MILLIS, LOGIN_MILLIS } from '../src/creation/login.ts';
import { CookieBrowser, type Page } from './cookie-browser.ts';
import { oidcServer } from './oidc-server.ts';
import { codeOf, testServer, type TestServer } from './test-server.ts';

const COOKIE = 'samtavla-login';
const WISH = { template: 'tom-tavle', locale: 'nb' };

type World = {
  readonly server: TestServer;
  readonly log: string[];
  /** Time goes on. */
  readonly pass: (millis: number) => void;
  /** The provider comes up, and goes down for good. */
  readonly open: () => void;
  readonly shut: () => Promise<void>;
};

async function world(
  more: { inIdToken?: boolean; client?: Partial<OidcClient>; isOpen?: boolean } = {},
): Promise<World> {
  const provider = await oidcServer(more);
  const shut = () => provider.close();
  onTestFinished(shut);
  let now = Date.now();
  const log: string[] = [];
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await testServer({
    port,
    publicUrl: origin,
    oidc: { ...provider.client, ...more.client },
    now: () => now as Millis,
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
  });
  const open = () => provider.register(`${origin}/api/login/return`);
  if (more.isOpen !== false) open();
  return { server, log, open, shut, pass: (millis) => void (now += millis) };
}

/** Links and the way back hold the port, so it must be known before the server listens. */
async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  holder.close();
  await once(holder, 'close');
  return port;
}

const stateOf = async (server: TestServer, browser: CookieBrowser) =>
  ((await (await browser.ask(new URL('/api/login', server.url))).json()) as LoginResponse).login;

const make = (server: TestServer, browser: CookieBrowser) =>
  browser.ask(new URL('/api/boards', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(WISH),
  });

async function logIn(server: TestServer, browser: CookieBrowser, who: string, back = '/'): Promise<Page> {
  const asked = await browser.open(`${server.url}/api/login/start?back=${encodeURIComponent(back)}`);
  const consent = await browser.submit(asked, { login: who, password: 'hva som helst' });
  return browser.submit(consent, {});
}

test('[H42] a board is made by whoever has logged in, and by nobody else', async () => {
  const { server, log } = await world();
  const [kari, stranger] = [new CookieBrowser(), new CookieBrowser()];
  const refused = await make(server, kari);
  expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'login-needed' }]);
  expect(await stateOf(server, kari)).toBe('needed');

  const back = await logIn(server, kari, 'kari');
  expect(back.url.href).toBe(`${server.url}/`);
  expect(await stateOf(server, kari)).toBe('done');
  expect((await make(server, kari)).status).toBe(201);
  expect((await make(server, stranger)).status).toBe(401);
  expect(log.join('')).not.toContain('code=');
});

test('[H42] a copy of a board is a board, and who takes part in one logs in nowhere', async () => {
  const { server } = await world();
  const kari = new CookieBrowser();
  await logIn(server, kari, 'kari');
  const { board, links } = (await (await make(server, kari)).json()) as CreateBoardResponse;
  const join = (link: string) =>
    server.post<JoinResponse>(`/api/boards/${board.id}/join`, { secret: new URL(link).hash.slice(1), name: 'Ola' });
  expect((await join(links.participant)).status).toBe(200);
  const { token } = (await join(links.facilitator)).body;
  const copy = (browser: CookieBrowser) =>
    browser.ask(new URL(`/api/boards/${board.id}/copies`, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{}',
    });
  expect((await copy(new CookieBrowser())).status).toBe(401);
  expect((await copy(kari)).status).toBe(201);
});

test.each([{ inIdToken: true }, { inIdToken: false }])(
  '[H43] where a claim is asked for, whoever lacks it makes no board (in the id token: $inIdToken)',
  async (how) => {
    const { server } = await world(how);
    const [kari, ola] = [new CookieBrowser(), new CookieBrowser()];
    expect((await logIn(server, ola, 'ola')).url.search).toBe('?login=login-refused');
    expect((await make(server, ola)).status).toBe(401);
    await logIn(server, kari, 'kari');
    expect((await make(server, kari)).status).toBe(201);
  },
);

test('[H43] where none is asked for, everyone the provider knows may', async () => {
  const { server } = await world({ client: { claim: null } });
  const ola = new CookieBrowser();
  await logIn(server, ola, 'ola');
  expect((await make(server, ola)).status).toBe(201);
});

test('[H44] a login ends by itself, when its person ends it, and with the server’s key', async () => {
  const { server, pass } = await world();
  const [kari, other] = [new CookieBrowser(), new CookieBrowser()];
  await logIn(server, kari, 'kari');
  await logIn(server, other, 'kari');
  expect((await other.ask(new URL('/api/login', server.url), { method: 'DELETE' })).status).toBe(204);
  expect(await stateOf(server, other)).toBe('needed');
  pass(LOGIN_MILLIS - 1_000);
  expect(await stateOf(server, kari)).toBe('done');
  pass(2_000);
  expect(await stateOf(server, kari)).toBe('needed');

  const elsewhere = await testServer({
    oidc: (await oidcServer()).client,
    secretKey: 'another key, just as long as the first',
  });
  const forged = new CookieBrowser();
  forged.keep(elsewhere.url, COOKIE, kari.cookie(server.url, COOKIE) ?? '');
  expect(await stateOf(elsewhere, forged)).toBe('needed');
});

test('[H44] what a browser keeps of a login is of no use to scripts and other sites, and says nothing of the person', async () => {
  const { server } = await world();
  const kari = new CookieBrowser();
  await logIn(server, kari, 'kari');
  for (const line of kari.linesFrom(server.url)) expect(line).toMatch(/; Path=\/; .*HttpOnly; SameSite=(Lax|Strict)$/);
  expect(kari.linesFrom(server.url).join()).toMatch(new RegExp(`${COOKIE}=[\\w-]+; .*SameSite=Strict`));
  expect(Buffer.from(kari.cookie(server.url, COOKIE) ?? '', 'base64url').toString('latin1')).not.toMatch(/kari|until/);
  // By https, no other host of the domain can set it.
  const secure = await testServer({ oidc: (await oidcServer()).client, publicUrl: 'https://tavle.example.no' });
  const { headers } = await fetch(`${secure.url}/api/login`, { method: 'DELETE' });
  expect(headers.get('set-cookie')).toMatch(/^__Host-samtavla-login=; .*Path=\/; .*HttpOnly; Secure; SameSite=Strict$/);
});

test('[H45] a login led in by somebody else, taken from another browser, tried twice or too late comes to nothing', async () => {
  const { server, pass } = await world();
  const answerFor = async (browser: CookieBrowser) => {
    const asked = await browser.open(`${server.url}/api/login/start`);
    const consent = await browser.submit(asked, { login: 'kari', password: 'x' });
    return browser.submit(consent, {}, { stopAt: '/api/login/return' });
  };
  const [mallory, kari, late] = [new CookieBrowser(), new CookieBrowser(), new CookieBrowser()];
  const led = await answerFor(mallory);
  expect((await kari.open(led.url)).url.search).toBe('?login=login-failed');
  await kari.open(`${server.url}/api/login/start`);
  expect((await kari.open(led.url)).url.search).toBe('?login=login-failed');
  expect(await stateOf(server, kari)).toBe('needed');

  const own = await answerFor(kari);
  const begun = kari.cookie(server.url, 'samtavla-begun') ?? '';
  expect((await kari.open(own.url)).url.search).toBe('');
  kari.keep(server.url, 'samtavla-begun', begun);
  expect((await kari.open(own.url)).url.search).toBe('?login=login-failed');

  const slow = await answerFor(late);
  pass(BEGUN_MILLIS + 1);
  expect((await late.open(slow.url)).url.search).toBe('?login=login-failed');
});

test('[H45] one comes back to a page of this server and to no other', async () => {
  const { server } = await world();
  const board = '/t/abcdefghijklmnop';
  expect((await logIn(server, new CookieBrowser(), 'kari', board)).url.pathname).toBe(board);
  for (const elsewhere of [
    '//example.org',
    'https://example.org',
    '/t/../api/login',
    '/api/openapi.json',
    '/t/x%0d%0a',
  ])
    expect((await logIn(server, new CookieBrowser(), 'kari', elsewhere)).url.href).toBe(`${server.url}/`);
});

test('[H46] a provider that is down keeps no server from starting, and is asked anew', async () => {
  // Nobody is registered yet: it answers nothing but 503.
  const { server, log, open, shut } = await world({ isOpen: false });
  expect((await new CookieBrowser().open(`${server.url}/api/login/start`)).url.search).toBe('?login=login-unavailable');
  expect(log.join('')).toContain('the identity provider could not be asked');
  open();
  const kari = new CookieBrowser();
  await logIn(server, kari, 'kari');
  await shut();
  // Who is in stays in.
  expect((await make(server, kari)).status).toBe(201);
});

test('[H46] where the secret is wrong, the log says so and the person is told that the login is out of order', async () => {
  const { server, log } = await world({ client: { clientSecret: 'not-the-one-that-was-registered' } });
  expect((await logIn(server, new CookieBrowser(), 'kari')).url.search).toBe('?login=login-unavailable');
  expect(log.join('')).toContain('invalid_client');
  expect(log.join('')).not.toContain('not-the-one-that-was-registered');
});

test('[H42] where nobody logs in, there is nowhere to', async () => {
  const server = await testServer();
  expect((await server.get<LoginResponse>('/api/login')).body).toEqual({ login: 'not-needed' });
  for (const path of ['/api/login/start', '/api/login/return?code=x&state=y'])
    expect(codeOf(await server.get(path))).toBe('route-unknown');
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { brandOf } from '../src/config/brand.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, testServer } from './test-server.ts';

const PAGE = '<!doctype html><title>Samtavla</title>';
const SCRIPT = 'console.log("board")';

/** As the board's build leaves it: a page, and files named by their content with compressed copies beside them. */
function builtApp(): string {
  const root = temporaryDirectory();
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), PAGE);
  writeFileSync(join(root, 'favicon.svg'), '<svg/>');
  writeFileSync(join(root, 'assets', 'board-1a2b.js'), SCRIPT);
  writeFileSync(join(root, 'assets', 'board-1a2b.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(root, 'assets', 'board-1a2b.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(root, '.hidden'), 'hidden');
  return root;
}

const POLICY =
  "default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' blob: data:;font-src 'self' data:;" +
  "connect-src 'self' blob: data: ws://HOST wss://HOST;worker-src 'self';object-src 'none';base-uri 'none';frame-ancestors 'self'";

test.each(['/', '/t/some-board'])('[H8] %s shows the board, never from a cache', async (path) => {
  const server = await testServer({ boardApp: builtApp() });
  const { status, body, headers } = await server.get(path);
  expect([status, body]).toEqual([200, PAGE]);
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(headers.get('content-type')).toContain('text/html');
});

test.each(['br', 'gzip', 'identity'])(
  '[H8] a file named by its content is kept forever, and comes compressed (%s)',
  async (encoding) => {
    const server = await testServer({ boardApp: builtApp() });
    const response = await fetch(`${server.url}/assets/board-1a2b.js`, { headers: { 'accept-encoding': encoding } });
    expect(await response.text()).toBe(SCRIPT);
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toContain('javascript');
  },
);

test('[H8] other files are asked for anew', async () => {
  const server = await testServer({ boardApp: builtApp() });
  const { status, headers } = await server.get('/favicon.svg');
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache']);
});

test('[H8] an address that leads nowhere shows the board to a person, and a code to a program', async () => {
  const server = await testServer({ boardApp: builtApp() });
  const asPerson = await fetch(`${server.url}/nowhere`, { headers: { accept: 'text/html' } });
  expect([asPerson.status, await asPerson.text()]).toEqual([404, PAGE]);
  expect(asPerson.headers.get('cache-control')).toBe('no-cache');
  for (const path of ['/assets/gone.js', '/.hidden', '/nowhere', '/api/nowhere']) {
    const answer = await server.get(path);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'route-unknown']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

test('[H8] no path leaves the app’s directory', async () => {
  const server = await testServer({ boardApp: builtApp() });
  for (const path of [
    '/../package.json',
    '/..%2f..%2fetc/passwd',
    '/assets/../../../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
  ]) {
    expect([path, (await rawStatus(server.port, path)) >= 400]).toEqual([path, true]);
  }
});

/** `fetch` would tidy the path before it sends it. */
function rawStatus(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('[H8] a server without a built board says what to do', async () => {
  const { status, body } = await (await testServer()).get<string>('/');
  expect(status).toBe(503);
  expect(body).toContain('npm start');
});

test.each(['/', '/assets/board-1a2b.js', '/api/templates', '/api/nowhere'])(
  '[H9] %s has the policy that keeps the page to its own origin',
  async (path) => {
    const server = await testServer({ boardApp: builtApp() });
    const { headers } = await server.get(path);
    expect(headers.get('content-security-policy')).toBe(POLICY.replaceAll('HOST', `127.0.0.1:${server.port}`));
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  },
);

test('[H9] on plain http a browser is neither sent to https nor given headers it warns about', async () => {
  const server = await testServer({ boardApp: builtApp() });
  const { headers } = await server.get('/');
  expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  for (const name of [
    'strict-transport-security',
    'cross-origin-opener-policy',
    'origin-agent-cluster',
    'cross-origin-embedder-policy',
  ]) {
    expect(headers.get(name)).toBeNull();
  }
});

test('[H9] a made-up Host header does not write the policy', async () => {
  const server = await testServer();
  const policy = await new Promise<unknown>((resolve, reject) => {
    request(
      {
        port: server.port,
        host: '127.0.0.1',
        path: '/livez',
        headers: { host: "evil.example; script-src 'unsafe-eval'" },
      },
      (response) => {
        response.resume();
        resolve(response.headers['content-security-policy']);
      },
    )
      .on('error', reject)
      .end();
  });
  expect(policy).not.toContain('evil.example');
});

test('[H47] whoever runs the server dresses the page: styles, logo and name, all from here', async () => {
  const styles = {
    bytes: Buffer.from(':root { --ds-color-accent-base-default: #123456; }'),
    type: 'text/css; charset=utf-8',
  };
  const logo = { bytes: Buffer.from('<svg/>'), type: 'image/svg+xml' };
  const brand = { name: 'Nordre & "Søndre"', logo, styles };
  const boardApp = builtApp();
  writeFileSync(join(boardApp, 'index.html'), '<html><head><title>Samtavla</title></head></html>');
  const server = await testServer({ boardApp, brand });
  const { body } = await server.get('/t/some-board');
  expect(body).toContain('<meta name="brand-name" content="Nordre &amp; &quot;Søndre&quot;" />');
  for (const [pattern, file] of [
    [/<link rel="stylesheet" href="(\/brand\/[\da-f]+)"/, styles],
    [/<meta name="brand-logo" content="(\/brand\/[\da-f]+)"/, logo],
  ] as const) {
    const path = pattern.exec(String(body))?.[1] ?? '';
    const response = await fetch(server.url + path);
    expect([await response.text(), response.headers.get('content-type')]).toEqual([file.bytes.toString(), file.type]);
    expect(response.headers.get('cache-control')).toContain('immutable');
  }
});

test.each([
  '@import "https://a.no/b.css";',
  'a { background: url(https://a.no/b.png) }',
  'a { background: url("/x") }',
])('[H47] styles that fetch anything are refused at the start: %s', (css) => {
  const path = join(temporaryDirectory(), 'tema.css');
  writeFileSync(path, css);
  expect(() => brandOf({ BRAND_STYLES: path })).toThrow('fetches nothing');
  writeFileSync(path, 'a { color: red }');
  expect(brandOf({ BRAND_STYLES: path })?.styles?.bytes.toString()).toBe('a { color: red }');
});

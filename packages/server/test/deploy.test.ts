/** What an operator is given to put around the server, held against what the server needs and what no log may hold. */
import { readFileSync } from 'node:fs';
import { ROUTE_GRANT } from '@samtavla/protocol';
import { expect, test } from 'vitest';

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const nginx = file('deploy/nginx.conf').replaceAll(/#.*/g, '');
const caddy = file('deploy/Caddyfile').replaceAll(/#.*/g, '');

/** A `map` of nginx': what a path becomes. Its expressions are written so that they mean the same here. */
function mapped(variable: string, path: string): string {
  const body = new RegExp(`map \\$uri \\$${variable} \\{([^}]*)\\}`).exec(nginx)?.[1] ?? '';
  for (const [, expression = '', result = ''] of body.matchAll(/~(\S+) (\S+);/g)) {
    const match = new RegExp(expression).exec(path);
    if (match !== null) return result.replaceAll(/\$(\w+)/g, (_all, name: string) => match.groups?.[name] ?? '');
  }
  return 'default';
}

const paths = Object.keys(ROUTE_GRANT).map((route) => route.split(' ')[1] ?? '');
const ofBoards = paths.filter((path) => /:id|:boardId/.test(path));
const withBoard = (path: string) => path.replace(/:id|:boardId/, 'BOARD-1');

test.each(ofBoards)('[O7] %s goes to its board’s server, by nginx and by Caddy', (path) => {
  expect(mapped('board', withBoard(path))).toBe('BOARD-1');
  const expression = /path_regexp board (\S+)/.exec(caddy)?.[1] ?? 'nothing';
  expect(new RegExp(expression).exec(withBoard(path))?.[1]).toBe('BOARD-1');
});

test.each([...ofBoards, '/api/codes/:code'])('[O4] nginx logs %s without board and code', (path) => {
  const logged = mapped('logged_path', withBoard(path).replace(':code', '12345678'));
  expect(logged).toMatch(/^\/.*-/);
  expect(logged).not.toMatch(/BOARD|12345678/);
});

test('[O4] nginx logs no query, address or header, and quotes no request where something fails', () => {
  const format = /log_format \w+([^;]*);/.exec(nginx)?.[1] ?? '';
  const logged = [...format.matchAll(/\$(\w+)/g)].map(([, name]) => name);
  const harmless = ['time_iso8601', 'request_method', 'logged_path', 'status', 'body_bytes_sent', 'request_time'];
  expect(logged).toEqual([...harmless, 'upstream_addr']);
  expect(nginx.match(/access_log [^;]*/g)).toEqual(['access_log /dev/stdout what_was_asked']);
  expect(nginx.match(/error_log [^;]*/g)).toEqual(['error_log stderr crit']);
});

test('[O4] Caddy keeps no access log, and its messages lose the request', () => {
  expect(caddy.match(/^\s*log\b.*/gm)?.map((line) => line.trim())).toEqual(['log default {']);
  expect(caddy).toMatch(/format filter \{[^}]*request delete/);
});

test('[O7] the proxies let sockets and images through, write over the address, and keep the metrics inside', () => {
  for (const line of ['Upgrade $http_upgrade', 'X-Forwarded-For $remote_addr', 'client_max_body_size 6m'])
    expect(nginx).toContain(line);
  for (const [, seconds] of nginx.matchAll(/proxy_(?:read|send)_timeout (\d+)s/g))
    expect(Number(seconds)).toBeGreaterThan(60);
  expect(nginx).toContain('location = /metrics { return 404; }');
  expect(caddy).toContain('respond /metrics 404');
});

test('[O7] the container is nobody’s with rights, may write to its data alone, and knows whether it lives', () => {
  const docker = file('Dockerfile');
  const { node } = (JSON.parse(file('package.json')) as { devDependencies: { node: string } }).devDependencies;
  expect(docker.match(/^FROM \S+/gm)).toEqual(Array<string>(2).fill(`FROM node:${node}-bookworm-slim`));
  expect(docker).toMatch(/^USER node$/m);
  expect(docker).toMatch(/^HEALTHCHECK .*\/livez/m);
  for (const compose of ['deploy/compose.yaml', 'deploy/compose.nodes.yaml'])
    for (const line of ['read_only: true', 'cap_drop: [ALL]', 'no-new-privileges:true', 'data:/data'])
      expect(file(compose)).toContain(line);
});

import { expect, test } from 'vitest';
import { ControlledStorage } from './controlled-storage.ts';
import { RawClient } from './raw-client.ts';
import { codeOf, join, makeBoard, type TestServer } from './test-server.ts';
import { workshop, works } from './workshop.ts';

const TOKEN = 'a token for reading metrics, which is long enough';

/** The samples, by their name with its labels. */
async function metricsOf(server: TestServer): Promise<Map<string, number>> {
  const { body } = await server.get<string>('/metrics', TOKEN);
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

test('[O1] without METRICS_TOKEN there is no such address, whatever is shown', async () => {
  const { server } = await workshop();
  for (const token of [undefined, '', TOKEN]) expect(codeOf(await server.get('/metrics', token))).toBe('route-unknown');
});

test('[O1] metrics are for who shows the token, and for nobody else, also not on the board', async () => {
  const { server, kari } = await workshop({ metricsToken: TOKEN });
  for (const token of [undefined, '', 'x', `${TOKEN}x`, kari.token])
    expect(codeOf(await server.get('/metrics', token))).toBe('not-allowed');
  const { status, headers } = await server.get('/metrics', TOKEN);
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(headers.get('content-type')).toContain('text/plain');
});

test('[O2] people, boards, documents, acknowledged edits and commits are counted', async () => {
  const { server, client, opened, canvas } = await workshop({ metricsToken: TOKEN });
  expect((await metricsOf(server)).get('samtavla_people')).toBe(0);
  const [kari] = [await opened(), await opened(), await client()];
  expect(await works(kari, canvas)).toBe(true);
  const metrics = await metricsOf(server);
  const of = (name: string) => metrics.get(`samtavla_${name}`);
  // The canvas, and the stage that its writers are held to.
  expect([of('people'), of('boards_open'), of('documents_open'), of('can_store')]).toEqual([2, 1, 2, 1]);
  expect([of('edits_acknowledged_total'), of('commit_seconds_count'), of('commits_failed_total')]).toEqual([1, 1, 0]);
  for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes', 'process_cpu_seconds_total'])
    expect(metrics.get(name)).toBeGreaterThanOrEqual(0);
});

test('[O2] what was refused is counted by code: requests, sockets and documents', async () => {
  const storage = new ControlledStorage();
  const { server, board, client, opened, kari, viewer, canvas } = await workshop({ metricsToken: TOKEN, storage });
  await server.get(`/api/boards/${board}`, 'a-token-that-nobody-was-given');
  const stranger = await client();
  stranger.authenticate(canvas, 'a-token-that-nobody-was-given');
  await stranger.closed;
  await (
    await client('?v=0')
  ).closed;
  const curious = await client();
  await expect(curious.openDocument(`${board}/inbox`, viewer.token)).rejects.toThrow('was not opened');
  const writer = await opened();
  storage.isBroken = true;
  expect(await works(writer, canvas)).toBe(false);
  const metrics = await metricsOf(server);
  const refused = (what: string, code: string) => metrics.get(`samtavla_refusals_total{what="${what}",code="${code}"}`);
  expect(refused('request', 'session-unknown')).toBe(1);
  expect(refused('socket', 'session-unknown')).toBe(1);
  expect(refused('socket', 'version-too-old')).toBe(1);
  expect(refused('document', 'not-allowed')).toBe(1);
  expect(refused('socket', 'storage-unavailable')).toBe(1);
  expect([metrics.get('samtavla_commits_failed_total'), metrics.get('samtavla_can_store')]).toEqual([1, 0]);
  expect(kari.role).toBe('participant');
});

test('[O3] no board, name, token, address or path is in it', async () => {
  const { server, board, opened, kari, canvas } = await workshop({ metricsToken: TOKEN });
  await works(await opened(), canvas);
  const hidden = await makeBoard(server, { title: 'Hemmelig tittel' });
  const joined = await join(server, hidden, 'participant', { name: 'Hemmelig' });
  await server.get(`/api/boards/${board}/nowhere?name=Hemmelig`, kari.token);
  const lost = await RawClient.open(server.socketUrl, board);
  lost.send('Hemmelig');
  await lost.closed;
  const { body } = await server.get<string>('/metrics', TOKEN);
  expect(body).toContain('samtavla_refusals_total{what="socket",code="bad-frame"} 1');
  const known = [board, hidden.board.id, kari.token, joined.token, kari.participant.id, joined.participant.id];
  for (const secret of [...known, 'Hemmelig', 'Kari', '127.0.0.1', '/api', 'canvas'])
    expect([secret, body.includes(secret)]).toEqual([secret, false]);
});

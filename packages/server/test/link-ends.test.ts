/** Links that end by themselves, and what becomes of those who came by them. */
import type { JoinResponse, Links, Millis } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { RawClient } from './raw-client.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, join, makeBoard, testServer, type MadeBoard, type TestServer } from './test-server.ts';

const HOUR = 60 * 60 * 1000;
const START = 1_800_000_000_000;

/** A board, and a clock that stands until it is moved. */
async function aBoard(options: Parameters<typeof testServer>[0] = {}) {
  const clock = { now: START };
  const server = await testServer({ now: () => clock.now as Millis, ...options });
  const made = await makeBoard(server);
  const siri = await join(server, made, 'facilitator', { name: 'Siri' });
  return { clock, server, made, siri };
}

const end = (
  server: TestServer,
  { board }: MadeBoard,
  { token }: JoinResponse,
  endsAt: number | null,
  role = 'participant',
) => server.put<Links>(`/api/boards/${board.id}/links/${role}/end`, { endsAt }, token);

async function enter(server: TestServer, { board, documents, token }: JoinResponse): Promise<RawClient> {
  const client = await RawClient.open(server.socketUrl, board.id);
  await client.openDocument(documents.canvas, token);
  return client;
}

const knock = async (server: TestServer, { board }: MadeBoard, secret: string, route = 'door') =>
  codeOf(await server.post(`/api/boards/${board.id}/${route}`, { secret, name: 'Ola' }));

describe('a link with an end', () => {
  test('[L13] opens until then, and from then on lets nobody in and those who came by it out', async () => {
    const { clock, server, made, siri } = await aBoard();
    const [kari, viewer] = [await join(server, made, 'participant'), await join(server, made, 'viewer')];
    const { status, body } = await end(server, made, siri, START + HOUR);
    expect([status, body.ends]).toEqual([200, { participant: START + HOUR, viewer: null }]);
    clock.now = START + HOUR - 1;
    expect(await knock(server, made, made.secrets.participant)).toBeNull();
    expect((await server.get(`/api/boards/${made.board.id}`, kari.token)).status).toBe(200);
    clock.now = START + HOUR;
    for (const route of ['door', 'join'])
      expect(await knock(server, made, made.secrets.participant, route)).toBe('link-ended');
    expect(codeOf(await server.get(`/api/boards/${made.board.id}`, kari.token))).toBe('link-ended');
    const client = await RawClient.open(server.socketUrl, made.board.id);
    client.authenticate(kari.documents.canvas, kari.token);
    expect((await client.closed).refusal).toBe('link-ended');
    expect(await knock(server, made, made.secrets.viewer)).toBeNull();
    expect((await server.get(`/api/boards/${made.board.id}`, viewer.token)).status).toBe(200);
  });

  test('[L13] closes the sockets that came by it at its end, and no others', async () => {
    const { server, made, siri } = await aBoard({ now: () => Date.now() as Millis });
    const kari = await enter(server, await join(server, made, 'participant'));
    const own = await enter(server, siri);
    await end(server, made, siri, Date.now() + 300);
    const late = await enter(server, await join(server, made, 'participant', { name: 'Ola' }));
    expect((await kari.closed).refusal).toBe('link-ended');
    expect((await late.closed).refusal).toBe('link-ended');
    expect(own.isOpen).toBe(true);
  });

  test('[L13] whose end is moved keeps those inside, and who was out is in again', async () => {
    const { clock, server, made, siri } = await aBoard();
    const kari = await join(server, made, 'participant');
    await end(server, made, siri, START + HOUR);
    clock.now = START + 2 * HOUR;
    expect(codeOf(await server.get(`/api/boards/${made.board.id}`, kari.token))).toBe('link-ended');
    expect((await end(server, made, siri, START + 3 * HOUR)).status).toBe(200);
    expect((await server.get(`/api/boards/${made.board.id}`, kari.token)).status).toBe(200);
    clock.now = START + 4 * HOUR;
    expect((await end(server, made, siri, null)).body.ends.participant).toBeNull();
    expect(await knock(server, made, made.secrets.participant)).toBeNull();
  });

  test('[L13] takes its sockets out by the new end, also when that is earlier', async () => {
    const { server, made, siri } = await aBoard({ now: () => Date.now() as Millis });
    await end(server, made, siri, Date.now() + HOUR);
    const kari = await enter(server, await join(server, made, 'participant'));
    await end(server, made, siri, Date.now() + 200);
    expect((await kari.closed).refusal).toBe('link-ended');
  });

  test('[L13] hands its end to the link that takes its place, unless it has passed', async () => {
    const { clock, server, made, siri } = await aBoard();
    const headers = { authorization: `Bearer ${siri.token}` };
    const rotate = () => server.post(`/api/boards/${made.board.id}/links/participant`, { inside: 'stay' }, headers);
    const links = async () => (await server.get<Links>(`/api/boards/${made.board.id}/links`, siri.token)).body;
    await end(server, made, siri, START + HOUR);
    await rotate();
    expect((await links()).ends.participant).toBe(START + HOUR);
    clock.now = START + HOUR;
    await rotate();
    expect((await links()).ends.participant).toBeNull();
  });

  test('[L13] has no code on the projector from then on', async () => {
    const { clock, server, made, siri } = await aBoard();
    const headers = { authorization: `Bearer ${siri.token}` };
    const newCode = () => server.post<{ code: string }>(`/api/boards/${made.board.id}/codes`, {}, headers);
    await end(server, made, siri, START + HOUR);
    const { code } = (await newCode()).body;
    expect((await server.post(`/api/codes/${code}`, {})).status).toBe(200);
    clock.now = START + HOUR;
    expect(codeOf(await server.post(`/api/codes/${code}`, {}))).toBe('code-wrong');
    expect(codeOf(await newCode())).toBe('link-ended');
  });

  test('[L13] ends also after the server was stopped over it', async () => {
    const directory = temporaryDirectory();
    const { server, made, siri } = await aBoard({ storage: new SqliteStorage(directory) });
    const kari = await join(server, made, 'participant');
    await end(server, made, siri, START + HOUR);
    await server.close();
    const again = await testServer({ storage: new SqliteStorage(directory), now: () => (START + HOUR) as Millis });
    expect(await knock(again, made, made.secrets.participant)).toBe('link-ended');
    expect(codeOf(await again.get(`/api/boards/${made.board.id}`, kari.token))).toBe('link-ended');
  });

  test('[L14] is not the facilitators’, nor a closed one, and its end is ahead', async () => {
    const { server, made, siri } = await aBoard();
    expect(codeOf(await end(server, made, siri, START + HOUR, 'facilitator'))).toBe('last-facilitator-link');
    for (const passed of [0, START - 1, START])
      expect(codeOf(await end(server, made, siri, passed))).toBe('end-passed');
    for (const wrong of [1.5, -1, 'i morgen'])
      expect(codeOf(await end(server, made, siri, wrong as number))).toBe('bad-request');
    await server.delete(`/api/boards/${made.board.id}/links/participant`, siri.token);
    expect(codeOf(await end(server, made, siri, START + HOUR))).toBe('link-closed');
  });
});

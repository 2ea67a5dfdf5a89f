/** Links that are replaced and closed, and what becomes of those who came by them. */
import type { JoinResponse, Links, Role, RotateLinkRequest } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import { StorageUnavailable } from '../src/storage/storage-error.ts';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { RawClient } from './raw-client.ts';
import { codeOf, join, makeBoard, testServer, type MadeBoard, type TestServer } from './test-server.ts';

const secretIn = (url: string): string => new URL(url).hash.slice(1);
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function aBoard(server: TestServer): Promise<MadeBoard & { facilitator: JoinResponse }> {
  const made = await makeBoard(server);
  return { ...made, facilitator: await join(server, made, 'facilitator', { name: 'Siri' }) };
}

async function rotate(
  server: TestServer,
  { board, facilitator }: { board: MadeBoard['board']; facilitator: JoinResponse },
  role: Role,
  inside: RotateLinkRequest['inside'],
): Promise<string> {
  const path = `/api/boards/${board.id}/links/${role}`;
  const { status, body } = await server.post<{ url: string }>(path, { inside }, bearer(facilitator.token));
  expect(status).toBe(200);
  return secretIn(body.url);
}

/** Somebody with the canvas open, let in and in step. */
async function enter(server: TestServer, joined: JoinResponse): Promise<RawClient> {
  const client = await RawClient.open(server.socketUrl, joined.board.id);
  await client.openDocument(joined.documents.canvas, joined.token);
  return client;
}

describe('closing a link', () => {
  test('[L9] ends the sockets and sessions that came by it, and nobody else’s', async () => {
    const server = await testServer();
    const made = await aBoard(server);
    const [kari, viewer] = [await join(server, made, 'participant'), await join(server, made, 'viewer')];
    const sockets = await Promise.all([kari, viewer, made.facilitator].map((joined) => enter(server, joined)));
    const path = `/api/boards/${made.board.id}/links/participant`;
    const { body } = await server.delete<Links>(path, made.facilitator.token);
    expect(body).toMatchObject({ participant: null, viewer: made.links.viewer });
    expect((await sockets[0]?.closed)?.refusal).toBe('link-closed');
    expect(sockets.map(({ isOpen }) => isOpen)).toEqual([false, true, true]);
    for (const asked of ['', '/documents/canvas/state'])
      expect(codeOf(await server.get(`/api/boards/${made.board.id}${asked}`, kari.token))).toBe('link-closed');
    expect((await server.get(`/api/boards/${made.board.id}`, viewer.token)).status).toBe(200);
    expect((await server.get<Links>(`/api/boards/${made.board.id}/links`, made.facilitator.token)).body).toEqual(body);
  });

  test('[L9] who comes back by a session that is over is told why, on the socket too', async () => {
    const server = await testServer();
    const made = await aBoard(server);
    const kari = await join(server, made, 'participant');
    await server.delete(`/api/boards/${made.board.id}/links/participant`, made.facilitator.token);
    const client = await RawClient.open(server.socketUrl, made.board.id);
    client.authenticate(kari.documents.canvas, kari.token);
    expect((await client.closed).refusal).toBe('link-closed');
    const again = { secret: made.secrets.participant, name: 'Kari', token: kari.token };
    expect(codeOf(await server.post(`/api/boards/${made.board.id}/join`, again))).toBe('link-closed');
  });

  test('[L9] a socket whose session cannot be looked up then has to come again', async () => {
    class Storage extends MemoryStorage {
      isGone = false;
      override async session(hash: Uint8Array) {
        if (this.isGone) throw new StorageUnavailable('gone');
        return super.session(hash);
      }
      override async closeLink(...close: Parameters<MemoryStorage['closeLink']>) {
        await super.closeLink(...close);
        this.isGone = true;
      }
    }
    const server = await testServer({ storage: new Storage() });
    const made = await aBoard(server);
    const client = await enter(server, await join(server, made, 'participant'));
    await server.delete(`/api/boards/${made.board.id}/links/participant`, made.facilitator.token);
    expect((await client.closed).refusal).toBe('storage-unavailable');
  });

  test('[L10] the facilitators’ link is not closed: a board would be nobody’s', async () => {
    const server = await testServer();
    const made = await aBoard(server);
    const answer = await server.delete(`/api/boards/${made.board.id}/links/facilitator`, made.facilitator.token);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'last-facilitator-link']);
    expect((await join(server, made, 'facilitator')).role).toBe('facilitator');
  });

  test('[L9] there is no other link to close or replace', async () => {
    const server = await testServer();
    const { board, facilitator } = await aBoard(server);
    for (const role of ['citizen', '__proto__']) {
      const path = `/api/boards/${board.id}/links/${role}`;
      expect(codeOf(await server.delete(path, facilitator.token))).toBe('route-unknown');
      const answer = await server.post(path, { inside: 'stay' }, bearer(facilitator.token));
      expect(codeOf(answer)).toBe('route-unknown');
    }
    const path = `/api/boards/${board.id}/links/viewer`;
    expect(codeOf(await server.post(path, {}, bearer(facilitator.token)))).toBe('bad-request');
  });
});

describe('replacing a link', () => {
  test('[L8] those inside stay, the earlier link is closed, and the new one is shown again', async () => {
    const server = await testServer();
    const made = await aBoard(server);
    const kari = await join(server, made, 'participant');
    const client = await enter(server, kari);
    const secret = await rotate(server, made, 'participant', 'stay');
    expect(secret).not.toBe(made.secrets.participant);
    expect((await server.get(`/api/boards/${made.board.id}`, kari.token)).status).toBe(200);
    expect(client.isOpen).toBe(true);
    const knock = (knocked: string) => server.post(`/api/boards/${made.board.id}/door`, { secret: knocked });
    expect(codeOf(await knock(made.secrets.participant))).toBe('link-closed');
    expect((await knock(secret)).body).toMatchObject({ role: 'participant' });
    const { body } = await server.get<Links>(`/api/boards/${made.board.id}/links`, made.facilitator.token);
    expect(secretIn(body.participant ?? '')).toBe(secret);
  });

  test('[L8] those who stayed leave with the link that is closed after it', async () => {
    const server = await testServer();
    const made = await aBoard(server);
    const client = await enter(server, await join(server, made, 'participant'));
    await rotate(server, made, 'participant', 'stay');
    await server.delete(`/api/boards/${made.board.id}/links/participant`, made.facilitator.token);
    expect((await client.closed).refusal).toBe('link-closed');
  });

  test('[L8] those inside are thrown out, and by the new link they are who they were', async () => {
    const server = await testServer();
    const made = await aBoard(server);
    const kari = await join(server, made, 'participant');
    const client = await enter(server, kari);
    const secret = await rotate(server, made, 'participant', 'leave');
    expect((await client.closed).refusal).toBe('link-closed');
    const path = `/api/boards/${made.board.id}/join`;
    const { body } = await server.post<JoinResponse>(path, { secret, token: kari.token });
    expect(body.participant).toEqual(kari.participant);
    expect(body.token).not.toBe(kari.token);
    expect((await enter(server, body)).isOpen).toBe(true);
    expect(codeOf(await server.get(`/api/boards/${made.board.id}`, kari.token))).toBe('link-closed');
  });

  test('[L8] who throws out the other facilitators stays, by the new link', async () => {
    const server = await testServer();
    const made = await aBoard(server);
    const other = await join(server, made, 'facilitator', { name: 'Ola' });
    const [own, others] = [await enter(server, made.facilitator), await enter(server, other)];
    const secret = await rotate(server, made, 'facilitator', 'leave');
    expect((await others.closed).refusal).toBe('link-closed');
    expect(own.isOpen).toBe(true);
    expect((await server.get(`/api/boards/${made.board.id}`, made.facilitator.token)).status).toBe(200);
    const again = { ...made, secrets: { ...made.secrets, facilitator: secret } };
    expect((await join(server, again, 'facilitator', { token: made.facilitator.token })).token).toBe(
      made.facilitator.token,
    );
  });

  test('[L8] a closed link is opened again by a new one, for those who get that', async () => {
    const server = await testServer();
    const made = await aBoard(server);
    const kari = await join(server, made, 'participant');
    await server.delete(`/api/boards/${made.board.id}/links/participant`, made.facilitator.token);
    const secret = await rotate(server, made, 'participant', 'stay');
    expect(codeOf(await server.get(`/api/boards/${made.board.id}`, kari.token))).toBe('link-closed');
    const opened = { ...made, secrets: { ...made.secrets, participant: secret } };
    expect((await join(server, opened, 'participant')).role).toBe('participant');
  });
});

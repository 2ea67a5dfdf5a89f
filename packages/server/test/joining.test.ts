import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { readPlanFacts, type DoorResponse } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newSecret } from '../src/links/secrets.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { RawClient } from './raw-client.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, join, makeBoard, testServer } from './test-server.ts';

const PERSPECTIVE = { sector: 'school' };

describe('joining', () => {
  test('[L4] a retry with the same join key is the same person', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    const joinKey = newSecret();
    const [first, second] = await Promise.all([
      join(server, made, 'participant', { joinKey }),
      join(server, made, 'participant', { joinKey }),
    ]);
    expect(second.participant).toEqual(first.participant);
    expect(second.documents).toEqual(first.documents);
    expect((await join(server, made, 'participant', { joinKey: newSecret() })).participant.id).not.toBe(
      first.participant.id,
    );
  });

  test('[L23] a closed door keeps out who has not been here; those who have come back, and who leads comes in', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    const siri = await join(server, made, 'facilitator');
    const joinKey = newSecret();
    const kari = await join(server, made, 'participant', { joinKey });
    const say = (type: 'door.close' | 'door.open') =>
      server.post(
        `/api/boards/${made.board.id}/commands`,
        { command: { type } },
        { authorization: `Bearer ${siri.token}` },
      );
    const tryIn = (role: 'participant' | 'viewer') =>
      server.post(`/api/boards/${made.board.id}/join`, { secret: made.secrets[role], name: 'Ola' });
    expect((await say('door.close')).status).toBe(200);
    for (const role of ['participant', 'viewer'] as const) expect(codeOf(await tryIn(role))).toBe('door-closed');
    expect((await join(server, made, 'participant', { token: kari.token })).participant).toEqual(kari.participant);
    expect((await join(server, made, 'participant', { joinKey })).participant).toEqual(kari.participant);
    expect((await join(server, made, 'facilitator')).role).toBe('facilitator');
    expect((await say('door.open')).status).toBe(200);
    expect((await tryIn('participant')).status).toBe(200);
  });

  test('[L4] who has a token comes back as themselves, without saying their name again', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    const first = await join(server, made, 'participant', { name: 'Kari', perspective: PERSPECTIVE });
    const { status, body } = await server.post(`/api/boards/${made.board.id}/join`, {
      secret: made.secrets.participant,
      token: first.token,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ token: first.token, participant: first.participant });
    const renamed = await join(server, made, 'participant', { token: first.token, name: 'Kari Nordmann' });
    expect(renamed.participant).toEqual({ ...first.participant, name: 'Kari Nordmann' });
  });

  test('[L4] a token of one board is nobody on another', async () => {
    const server = await testServer();
    const [here, there] = [await makeBoard(server), await makeBoard(server)];
    const kari = await join(server, here, 'participant');
    const elsewhere = await join(server, there, 'participant', { token: kari.token });
    expect(elsewhere.participant.id).not.toBe(kari.participant.id);
    expect(elsewhere.token).not.toBe(kari.token);
  });

  test('[L4] who comes by another link gets that role, as the same person, and their old token keeps the old one', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    const viewer = await join(server, made, 'viewer');
    const facilitator = await join(server, made, 'facilitator', { token: viewer.token });
    expect(facilitator.participant.id).toBe(viewer.participant.id);
    expect(facilitator.role).toBe('facilitator');
    expect((await server.get(`/api/boards/${made.board.id}/links`, viewer.token)).status).toBe(403);
    expect((await server.get(`/api/boards/${made.board.id}/links`, facilitator.token)).status).toBe(200);
    const client = await RawClient.open(server.socketUrl, made.board.id);
    await expect(client.openDocument(facilitator.documents.desk ?? '', facilitator.token)).resolves.toBeInstanceOf(
      Y.Doc,
    );
    client.close();
  });

  test('[L5] a board asks for a name', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    for (const more of [{}, { name: '   ' }, { name: '\u0000' }]) {
      const answer = await server.post(`/api/boards/${made.board.id}/join`, {
        secret: made.secrets.participant,
        ...more,
      });
      expect(['name-missing', 'bad-request']).toContain(codeOf(answer));
    }
  });

  test('[L5] an anonymous board takes no name, stores none, and stays anonymous whatever its plan says', async () => {
    const directory = temporaryDirectory();
    const server = await testServer({ storage: new SqliteStorage(directory) });
    const made = await makeBoard(server, { anonymous: true });
    const facilitator = await join(server, made, 'facilitator');
    const client = await RawClient.open(server.socketUrl, made.board.id);
    const plan = await client.openDocument(facilitator.documents.plan, facilitator.token);
    expect(readPlanFacts(plan).anonymous).toBe(true);
    const before = Y.encodeStateVector(plan);
    plan.getMap('about').set('anonymous', false);
    client.update(facilitator.documents.plan, Y.encodeStateAsUpdate(plan, before));
    await client.until(() => client.count(facilitator.documents.plan, 'acknowledged') === 1);
    client.close();

    const someone = await join(server, made, 'participant', { name: 'Kari Hemmelig', perspective: PERSPECTIVE });
    expect(someone.participant).toMatchObject({ name: null, perspective: PERSPECTIVE });
    expect(someone.board.anonymous).toBe(true);
    await server.close();
    const stored = readdirSync(directory).map((name) => readFileSync(joinPath(directory, name)));
    expect(stored.some((file) => file.includes('Kari Hemmelig'))).toBe(false);
  });

  test('[L6] a perspective comes from the board’s own lists', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    const knock = (perspective: unknown) =>
      server.post(`/api/boards/${made.board.id}/join`, { secret: made.secrets.participant, name: 'Kari', perspective });
    expect((await knock(PERSPECTIVE)).status).toBe(200);
    expect((await knock({})).status).toBe(200);
    expect(codeOf(await knock({ sector: 'martians' }))).toBe('bad-request');
    expect(codeOf(await knock({ level: 'school' }))).toBe('bad-request');
    expect(codeOf(await knock({ sector: '<script>' }))).toBe('bad-request');
  });

  test('[L6] who comes back after the lists have changed comes in without what is gone', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    const { token, participant } = await join(server, made, 'participant', { perspective: PERSPECTIVE });
    const facilitator = await join(server, made, 'facilitator');
    const { plan: name } = facilitator.documents;
    const client = await RawClient.open(server.socketUrl, made.board.id);
    const plan = await client.openDocument(name, facilitator.token);
    const before = Y.encodeStateVector(plan);
    plan.getMap('about').set('sectors', []);
    client.update(name, Y.encodeStateAsUpdate(plan, before));
    await client.until(() => client.count(name, 'acknowledged') === 1);
    client.close();
    expect((await join(server, made, 'participant', { token })).participant).toEqual({
      ...participant,
      perspective: {},
    });
  });

  test('[L6] malformed entries in a plan’s lists break nothing', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    const facilitator = await join(server, made, 'facilitator');
    const { plan: name } = facilitator.documents;
    const client = await RawClient.open(server.socketUrl, made.board.id);
    const plan = await client.openDocument(name, facilitator.token);
    const before = Y.encodeStateVector(plan);
    plan.getMap('about').set('sectors', [null, 7, { id: 'not an id', name: 'x' }, { id: 'own', name: 'Vår egen' }]);
    plan.getMap('about').set('title', 42);
    client.update(name, Y.encodeStateAsUpdate(plan, before));
    await client.until(() => client.count(name, 'acknowledged') === 1);
    client.close();
    const door = await server.post<DoorResponse>(`/api/boards/${made.board.id}/door`, {
      secret: made.secrets.participant,
    });
    expect(door.body.perspectives.sectors).toEqual([{ id: 'own', name: 'Vår egen' }]);
    expect(door.body.title).toBe(made.board.title);
    expect(
      (await join(server, made, 'participant', { perspective: { sector: 'own' } })).participant.perspective,
    ).toEqual({ sector: 'own' });
  });
});

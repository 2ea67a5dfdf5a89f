/** A board copied into a new one. */
import {
  addRecord,
  readNotes,
  type BoardVersion,
  type CreateBoardResponse,
  type JoinResponse,
  type RecordId,
} from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ServerOptions } from '../src/server.ts';
import { gif } from './images.ts';
import { codeOf, join, makeBoard, testServer, type Answer } from './test-server.ts';
import { acknowledged, yjsClient } from './yjs-client.ts';

const bearer = ({ token }: JoinResponse) => ({ authorization: `Bearer ${token}` });

async function board(options: Partial<ServerOptions> = {}, wish: { creationCode?: string } = {}) {
  const server = await testServer(options);
  const made = await makeBoard(server, { title: 'Skolestart', anonymous: true, ...wish });
  const [kari, ola] = [await join(server, made, 'facilitator'), await join(server, made, 'participant')];
  const path = `/api/boards/${made.board.id}`;
  const client = yjsClient(server.socketUrl, ola, ola.documents.canvas);
  await client.synced;
  client.write('Den gang');
  const copy = (body: object) => server.post<CreateBoardResponse>(`${path}/copies`, body, bearer(kari));
  /** Comes to a copy by its facilitator's link. */
  const enter = async ({ body }: Answer<CreateBoardResponse>) => {
    const secret = new URL(body.links.facilitator).hash.slice(1);
    const secrets = { facilitator: secret, participant: '', viewer: '' };
    return join(server, { ...body, secrets }, 'facilitator');
  };
  return { server, made, kari, path, client, copy, enter };
}

async function notesOf(server: { url: string }, joined: JoinResponse): Promise<string[]> {
  const path = `/api/boards/${joined.board.id}/documents/canvas/state`;
  const response = await fetch(server.url + path, { headers: bearer(joined) });
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, new Uint8Array(await response.arrayBuffer()));
  return readNotes(doc)
    .map(({ text }) => text)
    .toSorted();
}

test('[V8] a copy is a board of its own: what stands there, new links, nobody inside, none of its versions', async () => {
  const { server, made, kari, path, client, copy, enter } = await board();
  await acknowledged(client);
  await server.post(`${path}/versions`, { name: 'Første samling' }, bearer(kari));
  const answer = await copy({ title: 'Skolestart, andre runde' });
  expect(answer.status).toBe(201);
  expect(answer.body.board).toMatchObject({ title: 'Skolestart, andre runde', anonymous: true, locale: 'nb' });
  expect(answer.body.board.id).not.toBe(made.board.id);
  expect(Object.values(answer.body.links).some((link) => Object.values(made.links).includes(link))).toBe(false);

  const there = await enter(answer);
  expect(await notesOf(server, there)).toEqual(['Den gang']);
  const facts = await server.get<{ title: string }>(`/api/boards/${there.board.id}`, there.token);
  expect(facts.body.title).toBe('Skolestart, andre runde');
  const versions = await server.get<{ versions: BoardVersion[] }>(
    `/api/boards/${there.board.id}/versions`,
    there.token,
  );
  expect(versions.body.versions).toEqual([]);
  expect(codeOf(await server.get(`/api/boards/${there.board.id}`, kari.token))).toBe('session-unknown');
  client.write('Bare på den første');
  await acknowledged(client);
  expect(await notesOf(server, there)).toEqual(['Den gang']);
});

test('[V8] a copy of a version is of what stood there then, under the board’s own title', async () => {
  const { server, kari, path, client, copy, enter } = await board();
  await acknowledged(client);
  const version = await server.post<BoardVersion>(`${path}/versions`, { name: 'Den gang' }, bearer(kari));
  client.write('Nå');
  await acknowledged(client);
  const there = await enter(await copy({ version: version.body.id }));
  expect(await notesOf(server, there)).toEqual(['Den gang']);
  expect(there.board.title).toBe('Skolestart');
});

test('[V8] its images are its own, and what only looks like an image’s id copies nothing', async () => {
  const { server, kari, path, client, copy, enter } = await board();
  const upload = await fetch(`${server.url}${path}/assets`, {
    method: 'POST',
    headers: { ...bearer(kari), 'content-type': 'image/gif' },
    body: new Uint8Array(gif(1, 1)),
  });
  const { id } = (await upload.json()) as { id: string };
  for (const [index, asset] of [`asset:${id}`, 'asset:../../secret.key', `asset:${'0'.repeat(64)}`].entries())
    addRecord(client.doc, `shape:${index}` as RecordId, { kind: 'shape', at: [0, 0, 0], 'p.assetId': asset });
  await acknowledged(client);
  const there = await enter(await copy({}));
  const image = await server.get(`/api/boards/${there.board.id}/assets/${id}`, there.token);
  expect(image.status).toBe(200);
});

test('[V8] where the operator asks for a code to make boards, a copy takes it too', async () => {
  const creationCode = 'en kode som er lang';
  const { copy } = await board({ creationCode }, { creationCode });
  expect(codeOf(await copy({}))).toBe('creation-code-wrong');
  expect((await copy({ creationCode })).status).toBe(201);
});

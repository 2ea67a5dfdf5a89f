/** Everything a server writes while much is done with it and much goes wrong, searched for what must not be in it. */
import { addNote, PROTOCOL_VERSION, type CreateBoardResponse, type JoinResponse } from '@samtavla/protocol';
import { writeVarString } from 'lib0/encoding';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { png } from './images.ts';
import { PostgresServer } from './postgres-server.ts';
import { frame, RawClient, TYPE } from './raw-client.ts';
import { serverProcess } from './server-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { clientOf, makeBoard, type MadeBoard } from './test-server.ts';

/** Stands in everything that anybody says, writes, draws or is called. */
const MARK = 'Hemmelig';
const SECRETS = {
  SECRET_KEY: 'a-secret-key-of-ours-that-is-long-enough',
  METRICS_TOKEN: 'a-metrics-token-of-ours-that-is-long-enough',
  BOARD_CREATION_CODE: 'a-creation-code-of-ours',
};
const MADE_UP = ['a-wrong-secret-of-ours', 'a-wrong-token-of-ours', 'a-wrong-creation-code', '99999999'];

type Server = ReturnType<typeof clientOf>;

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await PostgresServer.start();
});
afterAll(() => postgres.remove());

test('[O4] the log of a server on SQLite holds nothing of people and no secret', { timeout: 60_000 }, async () => {
  const { log, secrets } = await everythingOn({});
  expect(found(log, secrets)).toEqual([]);
});

test(
  '[O4] the log of a server on a Postgres that breaks down holds nothing of people and no secret',
  { timeout: 60_000 },
  async () => {
    const url = `${await postgres.newDatabase()}&password=a-password-of-ours`;
    const { log, secrets } = await everythingOn({ DATABASE_URL: url }, () => postgres.end('kill'));
    expect(log).toContain('could not store');
    expect(found(log, [...secrets, 'a-password-of-ours'])).toEqual([]);
  },
);

const found = (log: string, secrets: readonly string[]): string[] => secrets.filter((secret) => log.includes(secret));

/** A server with whom people do all there is to do. What it wrote, and what of theirs must not be in there. */
async function everythingOn(
  env: Record<string, string>,
  breakDown = async () => {},
): Promise<{ log: string; secrets: string[] }> {
  const process = serverProcess({
    DATA_DIR: temporaryDirectory(),
    LOG_LEVEL: 'trace',
    BOARD_CREATION: 'code',
    ALLOW_TOKEN_IN_QUERY: '1',
    ...SECRETS,
    ...env,
  });
  onTestFinished(async () => void (await process.kill('SIGKILL')));
  const server = clientOf(await process.port);
  const wish = { title: `${MARK} tittel`, creationCode: SECRETS.BOARD_CREATION_CODE };
  const [board, anonymous] = [await makeBoard(server, wish), await makeBoard(server, { ...wish, anonymous: true })];
  const people = [await enter(server, board, 'facilitator'), await enter(server, board, 'participant')];
  people.push(await enter(server, board, 'viewer'), await enter(server, anonymous, 'participant'));
  const [facilitator, kari, viewer] = people as [JoinResponse, JoinResponse, JoinResponse];
  const secrets = [...(await atTheDoor(server, board, facilitator)), ...(await withImages(server, board, kari))];
  await onTheSocket(server, kari, viewer);
  await byYWebsocket(server, kari);
  secrets.push(...(await withLinks(server, board, facilitator)));
  await untilItBreaks(server, facilitator, breakDown);
  const { errors, output } = await process.kill('SIGTERM');
  expect(errors).toContain('"code":"link-wrong"');
  const ofBoards = [board, anonymous].flatMap(({ secrets: each }) => Object.values(each));
  const ofPeople = people.flatMap(({ token, participant }) => [token, participant.id]);
  const addresses = ['127.0.0.1', 'remoteAddress', '::1', '::ffff'];
  const words = [MARK, MARK.toLowerCase(), 'a-join-key', `?v=${PROTOCOL_VERSION}`, 'authorization'];
  return {
    // Where it listens is its own address.
    log: output + errors.replaceAll(/Server listening at [^"]*/g, ''),
    secrets: [...secrets, ...ofBoards, ...ofPeople, ...addresses, ...words, ...Object.values(SECRETS), ...MADE_UP],
  };
}

async function enter(server: Server, board: MadeBoard, role: keyof MadeBoard['secrets']): Promise<JoinResponse> {
  const name = board.board.anonymous ? {} : { name: `Kari ${MARK}` };
  const { body } = await server.post<JoinResponse>(`/api/boards/${board.board.id}/join`, {
    secret: board.secrets[role],
    joinKey: `a-join-key-of-ours-${role}`,
    ...name,
  });
  return body;
}

/** Wrong secrets, codes and tokens, in each place where one may stand, and paths and bodies that lead nowhere. */
async function atTheDoor(server: Server, { board, secrets }: MadeBoard, facilitator: JoinResponse): Promise<string[]> {
  const at = `/api/boards/${board.id}`;
  await server.post(`${at}/door`, { secret: secrets.viewer });
  await server.post(`${at}/door`, { secret: 'a-wrong-secret-of-ours' });
  await server.post(`${at}/join`, { secret: secrets.participant, name: MARK.repeat(20) });
  await server.post(`/api/boards/nowhere-${MARK}/door`, { secret: secrets.viewer });
  await server.post('/api/boards', { template: MARK, locale: 'nb', creationCode: SECRETS.BOARD_CREATION_CODE });
  await server.post('/api/boards', { template: 'tom-tavle', locale: 'nb', creationCode: 'a-wrong-creation-code' });
  await server.post('/api/boards', `{"title":"${MARK} tittel`);
  for (const token of ['a-wrong-token-of-ours', facilitator.token]) {
    await server.get(`${at}?token=${token}&name=${MARK}`, token);
    await server.get(`${at}/${MARK}`, token);
    await server.get('/metrics', token);
  }
  await server.get('/metrics', SECRETS.METRICS_TOKEN);
  await server.get(`/t/${board.id}?secret=${secrets.participant}`);
  await server.get(`/${secrets.participant}/%zz`);
  const bearer = { authorization: `Bearer ${facilitator.token}` };
  const { body } = await server.post<{ code: string }>(`${at}/codes`, {}, bearer);
  expect((await server.post(`/api/codes/${body.code}`, {})).status).toBe(200);
  expect((await server.post('/api/codes/99999999', {})).status).toBe(404);
  return [body.code];
}

async function withImages(server: Server, { board }: MadeBoard, { token }: JoinResponse): Promise<string[]> {
  const send = (body: Uint8Array, type: string) =>
    fetch(`${server.url}/api/boards/${board.id}/assets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: new Uint8Array(body),
    });
  const kept = await send(Buffer.concat([png(10, 10), Buffer.from(MARK)]), 'image/png');
  expect(kept.status).toBe(200);
  const { id } = (await kept.json()) as { id: string };
  await server.get(`/api/boards/${board.id}/assets/${id}`, token);
  expect((await send(Buffer.from(`<svg>${MARK}</svg>`), `image/${MARK}`)).status).toBe(415);
  expect((await server.get(`/api/boards/${board.id}/assets/${MARK}`, token)).status).toBe(404);
  return [id];
}

/** Notes, presence, drags, what a viewer may not, and what is no frame. */
async function onTheSocket(server: Server, kari: JoinResponse, viewer: JoinResponse): Promise<void> {
  const { canvas, stage } = kari.documents;
  const open = (token: string) =>
    RawClient.open(server.socketUrl, kari.board.id, `?v=${PROTOCOL_VERSION}&token=${token}&name=${MARK}`);
  const client = await open(kari.token);
  await write(client, canvas, await client.openDocument(canvas, kari.token));
  await client.openDocument(stage, kari.token);
  client.tell({ doing: { saying: `${MARK}!`, cursor: { x: 1, y: 2 } } });
  client.send(frame(canvas, TYPE.stateless, (encoder) => writeVarString(encoder, MARK)));
  await client.until(() => client.presence.length > 0);
  const reader = await open(viewer.token);
  await write(reader, canvas, await reader.openDocument(canvas, viewer.token));
  await expect(reader.openDocument(`${kari.board.id}/inbox`, viewer.token)).rejects.toThrow('was not opened');
  client.send(`garbage ${MARK}`);
  reader.send(Buffer.from(`\u0009${MARK}\u0000`));
  const stranger = await open('a-wrong-token-of-ours');
  stranger.authenticate(canvas, 'a-wrong-token-of-ours');
  for (const each of [client, reader, stranger]) await each.closed;
}

async function write(client: RawClient, document: string, doc: Y.Doc): Promise<void> {
  const before = Y.encodeStateVector(doc);
  addNote(doc, { text: `${MARK} lapp` });
  client.update(document, Y.encodeStateAsUpdate(doc, before));
  await client.until(
    () => client.count(document, 'acknowledged') + client.count(document, 'refused') > 0 || !client.isOpen,
  );
}

async function byYWebsocket({ url }: Server, { board, token }: JoinResponse): Promise<void> {
  for (const how of [{ protocols: [`token.${token}`] }, { params: { token, name: MARK } }]) {
    const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/y`, `${board.id}/canvas`, new Y.Doc(), {
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
      ...how,
    });
    provider.awareness.setLocalStateField('name', MARK);
    await new Promise<void>((resolve) => provider.on('sync', () => resolve()));
    addNote(provider.doc, { text: `${MARK} fra et skript` });
    provider.destroy();
  }
}

async function withLinks(server: Server, { board }: MadeBoard, { token }: JoinResponse): Promise<string[]> {
  const at = `/api/boards/${board.id}/links`;
  const bearer = { authorization: `Bearer ${token}` };
  const rotated = await server.post<{ url: string }>(`${at}/viewer`, { inside: 'leave' }, bearer);
  await server.get<CreateBoardResponse>(at, token);
  await server.delete(`${at}/participant`, token);
  return [new URL(rotated.body.url).hash.slice(1)];
}

async function untilItBreaks(server: Server, joined: JoinResponse, breakDown: () => Promise<void>): Promise<void> {
  const { canvas } = joined.documents;
  const client = await RawClient.open(server.socketUrl, joined.board.id);
  const doc = await client.openDocument(canvas, joined.token);
  await breakDown();
  await write(client, canvas, doc);
  await server.post(`/api/boards/${joined.board.id}/door`, { secret: 'a-wrong-secret-of-ours' });
  client.close();
}

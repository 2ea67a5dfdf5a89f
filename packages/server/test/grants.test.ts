/** Every role at every route and every document, generated from the grant table. */
import {
  accessTo,
  addNote,
  documentName,
  DOCUMENT_KINDS,
  readNotes,
  ROLES,
  type BoardId,
  type DocumentAddress,
  type GrantedRoute,
  type JoinResponse,
  type ParticipantId,
  type Role,
} from '@samtavla/protocol';
import fastify from 'fastify';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { MemoryAssets } from '../src/assets/memory/memory-assets.ts';
import { enforceGrants } from '../src/http/grants.ts';
import { Admission } from '../src/links/admission.ts';
import { startServer } from '../src/server.ts';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { askRoute, WITH_ROLES, type RouteIds } from './ask-route.ts';
import { RawClient } from './raw-client.ts';
import { clientOf, join, makeBoard, SECRET_KEY, type MadeBoard } from './test-server.ts';

let server: ReturnType<typeof clientOf>;
let board: MadeBoard;
let people: Record<Role, JoinResponse>;
let other: JoinResponse;
let foreign: JoinResponse;

beforeAll(async () => {
  const running = await startServer({
    storage: new MemoryStorage(),
    assets: new MemoryAssets(),
    secretKey: SECRET_KEY,
    host: '127.0.0.1',
    boardApp: '/nowhere',
  });
  server = clientOf(running.port);
  board = await makeBoard(server);
  const [facilitator, participant, viewer] = await Promise.all(ROLES.map((role) => join(server, board, role)));
  if (!facilitator || !participant || !viewer) throw new Error('There are three roles.');
  people = { facilitator, participant, viewer };
  other = await join(server, board, 'participant', { name: 'Ola' });
  const elsewhere = await makeBoard(server);
  foreign = await join(server, elsewhere, 'facilitator');
  return () => running.close();
});

describe('routes', () => {
  const cases = WITH_ROLES.flatMap(({ route, grant }) =>
    ROLES.map((role) => ({ route, role, isAllowed: grant.includes(role) })),
  );
  const ask = (route: GrantedRoute, token: string | null, id: string = board.board.id, ids?: RouteIds) =>
    askRoute(server.url, route, token, id, ids);

  test.each(cases)('[H1] $route as $role: $isAllowed', async ({ route, role, isAllowed }) => {
    // A board of its own: some routes end sessions.
    const made = await makeBoard(server);
    const [facilitator, asking] = [await join(server, made, 'facilitator'), await join(server, made, role)];
    await ask('POST /api/boards/:id/assets', facilitator.token, made.board.id);
    const { participant } = await join(server, made, 'participant', { name: 'Ola' });
    const taken = await ask('POST /api/boards/:id/versions', facilitator.token, made.board.id);
    const { id: version } = (await taken.json()) as { id: string };
    const saved = await ask('POST /api/boards/:id/templates', facilitator.token, made.board.id);
    const template = (await saved.json()) as { id: string; editSecret: string };
    const command = { type: 'vote.open', zones: 'all', dots: 3, most: 1 };
    const leading = { authorization: `Bearer ${facilitator.token}` };
    await server.post(`/api/boards/${made.board.id}/commands`, { command }, leading);
    const { status } = await ask(route, asking.token, made.board.id, { person: participant.id, version, template });
    expect(isAllowed ? [200, 201, 204] : [403]).toContain(status);
  });

  test.each(WITH_ROLES)(
    '[H1] $route without a session, with a made-up one, and with one of another board',
    async ({ route }) => {
      for (const token of [null, 'a-token-that-nobody-was-given', 'x', foreign.token]) {
        expect((await ask(route, token)).status).toBe(401);
      }
    },
  );

  test.each(WITH_ROLES)('[H1] $route of a board that does not exist', async ({ route }) => {
    const answer = await ask(route, people.facilitator.token, 'nowhere');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'board-unknown' });
  });

  test('[H1] a route without a row in the table fails the start', () => {
    const app = fastify();
    onTestFinished(() => app.close());
    const storage = new MemoryStorage();
    enforceGrants(app, new Admission(storage, () => 0 as never), storage);
    expect(() => app.get('/api/forgotten', () => 'everything')).toThrow(
      '"GET /api/forgotten" has no row in the grant table',
    );
  });
});

describe('documents', () => {
  const addressOf = (kind: DocumentAddress['kind'], owner: ParticipantId): DocumentAddress => {
    const { id } = board.board;
    return kind === 'desk' ? { board: id, kind, owner } : { board: id, kind };
  };
  const cases = ROLES.flatMap((role) =>
    [...DOCUMENT_KINDS, 'another’s desk' as const].map((document) => ({ role, document })),
  );

  const addressFor = (role: Role, document: (typeof cases)[number]['document']): DocumentAddress => {
    const isMine = document !== 'another’s desk';
    return addressOf(isMine ? document : 'desk', isMine ? people[role].participant.id : other.participant.id);
  };
  // By the table alone: whose desk it is, is all that the ids decide.
  const [me, you] = ['me', 'you'] as [ParticipantId, ParticipantId];
  const grantOf = (role: Role, document: (typeof cases)[number]['document']) =>
    document === 'another’s desk'
      ? accessTo(role, me, { board: 'b' as BoardId, kind: 'desk', owner: you })
      : accessTo(
          role,
          me,
          document === 'desk'
            ? { board: 'b' as BoardId, kind: document, owner: me }
            : { board: 'b' as BoardId, kind: document },
        );

  const closed = cases.filter(({ role, document }) => grantOf(role, document) === 'none');
  test.each(closed)('[S13] $document does not open for $role, on the socket', async ({ role, document }) => {
    const name = documentName(addressFor(role, document));
    const client = await RawClient.open(server.socketUrl, board.board.id);
    onTestFinished(() => client.close());
    await expect(client.openDocument(name, people[role].token)).rejects.toThrow('was not opened');
    expect(client.received).toContainEqual({ document: name, kind: 'denied', text: 'not-allowed' });
  });

  const open = cases.filter(({ role, document }) => grantOf(role, document) !== 'none');
  const opened = open.map(({ role, document }) => ({ role, document, access: grantOf(role, document) }));
  test.each(opened)('[S13] $document is for $role to $access, on the socket', async ({ role, document, access }) => {
    const address = addressFor(role, document);
    const name = documentName(address);
    const client = await RawClient.open(server.socketUrl, board.board.id);
    onTestFinished(() => client.close());
    const doc = await client.openDocument(name, people[role].token);
    const before = Y.encodeStateVector(doc);
    addNote(doc, { text: `fra ${role}` });
    client.update(name, Y.encodeStateAsUpdate(doc, before));
    await client.until(() => client.count(name, 'acknowledged') + client.count(name, 'refused') === 1);
    expect(client.count(name, access === 'write' ? 'acknowledged' : 'refused')).toBe(1);
    const stored = await stateOf(name, people.facilitator, people[role], address);
    expect(stored.includes(`fra ${role}`)).toBe(access === 'write');
  });

  /** The notes that the server holds, read by somebody who may. */
  async function stateOf(
    name: string,
    facilitator: JoinResponse,
    self: JoinResponse,
    address: DocumentAddress,
  ): Promise<string[]> {
    const reader = await RawClient.open(server.socketUrl, board.board.id);
    onTestFinished(() => reader.close());
    const doc = await reader.openDocument(name, address.kind === 'desk' ? self.token : facilitator.token);
    return readNotes(doc).map(({ text }) => text);
  }

  test.each(ROLES.flatMap((role) => DOCUMENT_KINDS.map((kind) => ({ role, kind }))))(
    '[S13] the state of $kind as $role, over HTTP',
    async ({ role, kind }) => {
      const { token, participant } = people[role];
      const { status } = await server.get(`/api/boards/${board.board.id}/documents/${kind}/state`, token);
      expect(status).toBe(accessTo(role, participant.id, addressOf(kind, participant.id)) === 'none' ? 403 : 200);
    },
  );

  test('[S13] a token of another board opens nothing here, and nothing there through this socket', async () => {
    const client = await RawClient.open(server.socketUrl, board.board.id);
    client.authenticate(people.viewer.documents.plan, foreign.token);
    expect((await client.closed).refusal).toBe('session-unknown');
    const sneaky = await RawClient.open(server.socketUrl, board.board.id);
    sneaky.authenticate(foreign.documents.plan, foreign.token);
    expect((await sneaky.closed).refusal).toBe('not-allowed');
  });

  test('[S13] a viewer with a client of their own changes nothing, whatever message carries the update', async () => {
    const name = people.viewer.documents.canvas;
    const client = await RawClient.open(server.socketUrl, board.board.id);
    onTestFinished(() => client.close());
    const doc = await client.openDocument(name, people.viewer.token);
    const before = Y.encodeStateAsUpdate(doc);
    addNote(doc, { text: 'smuglet' });
    const update = Y.encodeStateAsUpdate(doc);
    client.update(name, update);
    client.difference(name, update);
    await client.until(() => client.count(name, 'refused') === 2);
    const reader = await RawClient.open(server.socketUrl, board.board.id);
    onTestFinished(() => reader.close());
    const seen = await reader.openDocument(name, people.facilitator.token);
    expect(readNotes(seen).map(({ text }) => text)).not.toContain('smuglet');
    expect(Y.snapshotContainsUpdate(Y.snapshot(seen), before)).toBe(true);
  });
});

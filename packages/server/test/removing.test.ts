/** A person whom a facilitator removes, and how they may come again. */
import { documentName, type JoinResponse, type PersonOnBoard } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { newSecret } from '../src/links/secrets.ts';
import { RawClient } from './raw-client.ts';
import { codeOf, join, makeBoard, testServer, type TestServer } from './test-server.ts';

async function aBoard() {
  const server = await testServer();
  const made = await makeBoard(server);
  const siri = await join(server, made, 'facilitator', { name: 'Siri' });
  const people = async () =>
    (await server.get<{ people: PersonOnBoard[] }>(`/api/boards/${made.board.id}/people`, siri.token)).body.people;
  const remove = (person: string, by = siri) =>
    server.delete<{ people: PersonOnBoard[] }>(`/api/boards/${made.board.id}/people/${person}`, by.token);
  return { server, made, siri, people, remove };
}

async function enter(server: TestServer, { board, documents, token }: JoinResponse): Promise<RawClient> {
  const client = await RawClient.open(server.socketUrl, board.id);
  await client.openDocument(documents.canvas, token);
  return client;
}

test('[L15] who is removed loses every session and socket at once, and nobody else does', async () => {
  const { server, made, siri, people, remove } = await aBoard();
  const kari = await join(server, made, 'participant');
  const asViewer = await join(server, made, 'viewer', { token: kari.token });
  expect(asViewer.participant.id).toBe(kari.participant.id);
  const namesake = await join(server, made, 'participant');
  const sockets = await Promise.all([kari, asViewer, namesake, siri].map((joined) => enter(server, joined)));
  const { status, body } = await remove(kari.participant.id);
  expect(status).toBe(200);
  expect(body.people).toEqual(await people());
  expect(body.people.map(({ name, removed }) => [name, removed])).toEqual([
    ['Siri', false],
    ['Kari', true],
    ['Kari', false],
  ]);
  for (const socket of sockets.slice(0, 2)) expect((await socket.closed).refusal).toBe('removed');
  expect(sockets.map(({ isOpen }) => isOpen)).toEqual([false, false, true, true]);
  for (const { token } of [kari, asViewer])
    expect(codeOf(await server.get(`/api/boards/${made.board.id}`, token))).toBe('removed');
  const again = await RawClient.open(server.socketUrl, made.board.id);
  again.authenticate(kari.documents.canvas, kari.token);
  expect((await again.closed).refusal).toBe('removed');
});

test('[L16] who is removed comes again by the link as somebody else, whatever token and key they show', async () => {
  const { server, made, people, remove } = await aBoard();
  const joinKey = newSecret();
  const kari = await join(server, made, 'participant', { joinKey });
  await remove(kari.participant.id);
  const shown = [{ token: kari.token }, { joinKey }, { token: kari.token, joinKey }];
  const again = [];
  for (const more of shown) again.push(await join(server, made, 'participant', more));
  for (const { participant, token } of again) {
    expect(participant.id).not.toBe(kari.participant.id);
    expect(token).not.toBe(kari.token);
    expect((await server.get(`/api/boards/${made.board.id}`, token)).status).toBe(200);
  }
  const owner = kari.participant.id;
  const desk = documentName({ board: made.board.id, kind: 'desk', owner });
  const client = await RawClient.open(server.socketUrl, made.board.id);
  await expect(client.openDocument(desk, again[0]?.token ?? '')).rejects.toThrow('was not opened');
  expect((await people()).find(({ id }) => id === kari.participant.id)?.removed).toBe(true);
});

test('[L17] nobody removes themselves, and of two who remove each other one stays', async () => {
  const { server, made, siri, remove } = await aBoard();
  const ola = await join(server, made, 'facilitator', { name: 'Ola' });
  expect(codeOf(await remove(siri.participant.id))).toBe('removing-self');
  const codes = await Promise.all([remove(ola.participant.id), remove(siri.participant.id, ola)]);
  expect(inOrder(codes)).toEqual([200, 403]);
  const lives = await Promise.all([siri, ola].map(({ token }) => server.get(`/api/boards/${made.board.id}`, token)));
  expect(inOrder(lives)).toEqual([200, 403]);
});

test('[L15] only who has been on this board is removed, and nobody on an anonymous one', async () => {
  const { server, siri, remove } = await aBoard();
  const other = await join(server, await makeBoard(server), 'participant');
  for (const unknown of [other.participant.id, 'nobody', '__proto__', 'a%20b'])
    expect(codeOf(await remove(unknown))).toBe('person-unknown');
  expect((await server.get(`/api/boards/${other.board.id}`, other.token)).status).toBe(200);
  const anonymous = await makeBoard(server, { anonymous: true });
  const facilitator = await join(server, anonymous, 'facilitator');
  const somebody = await join(server, anonymous, 'participant');
  const path = `/api/boards/${anonymous.board.id}/people`;
  expect(codeOf(await server.get(path, facilitator.token))).toBe('anonymous-board');
  expect(codeOf(await server.delete(`${path}/${somebody.participant.id}`, facilitator.token))).toBe('anonymous-board');
  expect(siri.role).toBe('facilitator');
});

const inOrder = (answers: readonly { status: number }[]): number[] =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);

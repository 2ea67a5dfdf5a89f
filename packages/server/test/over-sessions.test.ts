/** Sessions that are over, in each way in which one can be, at every route and every document. */
import {
  DOCUMENT_KINDS,
  documentName,
  isForDeleted,
  type JoinResponse,
  type Millis,
  type RefusalCode,
} from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { askRoute, WITH_ROLES } from './ask-route.ts';
import { RawClient } from './raw-client.ts';
import { codeOf, join, makeBoard, testServer, type TestServer } from './test-server.ts';

const HOUR = 60 * 60 * 1000;

type Over = { readonly server: TestServer; readonly person: JoinResponse };

/** Somebody who wrote on a board, and may not any more. */
async function over(why: RefusalCode): Promise<Over> {
  const clock = { now: 1_800_000_000_000 };
  const server = await testServer({ now: () => clock.now as Millis });
  const made = await makeBoard(server);
  const siri = await join(server, made, 'facilitator', { name: 'Siri' });
  const person = await join(server, made, 'participant');
  const board = `/api/boards/${made.board.id}`;
  if (why === 'removed') await server.delete(`${board}/people/${person.participant.id}`, siri.token);
  if (why === 'link-closed') await server.delete(`${board}/links/participant`, siri.token);
  if (why === 'link-ended') {
    await server.put(`${board}/links/participant/end`, { endsAt: clock.now + HOUR }, siri.token);
    clock.now += 2 * HOUR;
  }
  if (why === 'board-deleted') await server.delete(board, siri.token);
  return { server, person };
}

const WAYS = ['removed', 'link-closed', 'link-ended', 'board-deleted'] as const satisfies readonly RefusalCode[];

test.each(WAYS)('[H41] a session that is over (%s) does nothing, on any route', async (why) => {
  const { server, person } = await over(why);
  for (const { route } of WITH_ROLES) {
    const response = await askRoute(server.url, route, person.token, person.board.id);
    const answer = { status: response.status, body: await response.json(), headers: response.headers };
    // That the board is deleted is for a facilitator to take back, and for nobody else.
    const expected = why === 'board-deleted' && isForDeleted(route) ? 'not-allowed' : why;
    expect([route, response.status >= 400, codeOf(answer)]).toEqual([route, true, expected]);
  }
});

test.each(WAYS)('[H41] a session that is over (%s) opens no document', async (why) => {
  const { server, person } = await over(why);
  const { id } = person.board;
  const names = DOCUMENT_KINDS.map((kind) =>
    documentName(kind === 'desk' ? { board: id, kind, owner: person.participant.id } : { board: id, kind }),
  );
  for (const name of names) {
    const client = await RawClient.open(server.socketUrl, id);
    client.authenticate(name, person.token);
    expect([name, (await client.closed).refusal]).toEqual([name, why]);
  }
});

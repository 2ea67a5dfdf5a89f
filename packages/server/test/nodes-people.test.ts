/** Who is here, who drags, and who may not be here any more, where people come by two nodes. */
import { writeDrag, type JoinResponse, type RecordId } from '@samtavla/protocol';
import { describe, expect, test, vi } from 'vitest';
import { doingOf, knownTo, namesTo } from './known-to.ts';
import { noRedis } from './redis-server.ts';
import { codeOf, join, type TestServer } from './test-server.ts';
import { databases, twoNodes } from './two-nodes.ts';
import { drag } from './workshop.ts';

describe.skipIf(noRedis)('several nodes', () => {
  const both = databases();

  test('[M8] people by two nodes see each other come, do and leave', async () => {
    const { a, b, visitor } = await twoNodes(both);
    const [kari, ola] = [await visitor(a, 'Kari'), await visitor(b, 'Ola')];
    await Promise.all([kari, ola].map(({ client }) => client.until(() => namesTo(client).length === 2)));
    ola.client.tell({ doing: { cursor: { x: 3, y: 4 }, saying: 'Hei' } });
    await kari.client.until(() => doingOf(kari.client, 'Ola')?.saying === 'Hei');
    expect(doingOf(kari.client, 'Ola')?.cursor).toEqual({ x: 3, y: 4 });
    // What was told before somebody came is told to them too.
    const siri = await visitor(a, 'Siri');
    await siri.client.until(() => doingOf(siri.client, 'Ola')?.saying === 'Hei');
    ola.client.close();
    await kari.client.until(() => namesTo(kari.client).length === 2);
    expect(namesTo(kari.client)).toEqual(['Kari', 'Siri']);
  });

  test('[M8] everybody has one number, whichever node they come by', async () => {
    const { a, b, visitor } = await twoNodes(both);
    const people = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => visitor(n % 2 === 0 ? a : b, `Person ${n}`)));
    await Promise.all(people.map(({ client }) => client.until(() => namesTo(client).length === people.length)));
    for (const { client } of people) {
      expect(new Set(namesTo(client)).size).toBe(people.length);
      expect(new Set([...knownTo(client).values()].map(({ person }) => person)).size).toBe(people.length);
    }
  });

  test('[M8] a node that is stopped takes its people with it', async () => {
    const { a, b, visitor } = await twoNodes(both);
    const kari = await visitor(a, 'Kari');
    await visitor(b, 'Ola');
    await kari.client.until(() => namesTo(kari.client).length === 2);
    await b.close();
    await kari.client.until(() => namesTo(kari.client).length === 1);
    expect(namesTo(kari.client)).toEqual(['Kari']);
  });

  test('[M9] where somebody drags is told by the other node too, with the number that they have there', async () => {
    const { a, b, visitor } = await twoNodes(both);
    const [kari, ola, siri] = [await visitor(a, 'Kari'), await visitor(b, 'Ola'), await visitor(b, 'Siri')];
    for (const { client, canvas, token } of [kari, ola, siri]) await client.openDocument(canvas, token);
    await Promise.all([kari, ola, siri].map(({ client }) => client.until(() => namesTo(client).length === 3)));
    const numberOf = (name: string, { client }: typeof kari) =>
      [...knownTo(client)].find(([, one]) => one.name === name)?.[0];
    const message = {
      gesture: 'g',
      n: 1,
      by: String(numberOf('Kari', kari)),
      places: [['r' as RecordId, 1, 2, 0]] as const,
      end: false,
    };
    kari.client.send(drag(kari.canvas, writeDrag(message)));
    for (const other of [ola, siri]) {
      await other.client.until(() => other.client.count(other.canvas, 'stateless') === 1);
      const heard = other.client.received.find(({ kind }) => kind === 'stateless');
      expect(heard?.kind === 'stateless' && JSON.parse(heard.text)).toEqual({
        ...message,
        by: String(numberOf('Kari', other)),
      });
    }
    expect(kari.client.count(kari.canvas, 'stateless')).toBe(0);
  });

  test('[M9] what a viewer drags is told by no node', async () => {
    const { a, b, board, visitor, raw } = await twoNodes(both);
    const ola = await visitor(b, 'Ola');
    await ola.client.openDocument(ola.canvas, ola.token);
    const viewer = await join(a, board, 'viewer', { name: 'Vera' });
    const client = await raw(a);
    await client.openDocument(viewer.documents.stage, viewer.token);
    await client.openDocument(viewer.documents.canvas, viewer.token);
    client.tell({ doing: {} });
    await ola.client.until(() => namesTo(ola.client).length === 2);
    const moved = writeDrag({ gesture: 'g', n: 1, by: '1', places: [], end: false });
    client.send(drag(viewer.documents.canvas, moved));
    client.tell({ doing: { saying: 'etterpå' } });
    await ola.client.until(() => doingOf(ola.client, 'Vera')?.saying === 'etterpå');
    expect(ola.client.count(ola.canvas, 'stateless')).toBe(0);
  });

  const closeLink = async (by: TestServer, { board, token }: JoinResponse) =>
    (await by.delete(`/api/boards/${board.id}/links/participant`, token)).status;

  test('[M10] a link that is closed by one node ends the sockets that came by it on the other', async () => {
    const { a, b, board, visitor } = await twoNodes(both);
    const [kari, ola] = [await visitor(a, 'Kari'), await visitor(b, 'Ola')];
    expect(await closeLink(a, await join(a, board, 'facilitator'))).toBe(200);
    for (const { client } of [kari, ola]) expect((await client.closed).refusal).toBe('link-closed');
  });

  test('[M10] so it is also while Redis is down', async () => {
    const { a, b, board, visitor, redis } = await twoNodes(both);
    const ola = await visitor(b, 'Ola');
    const siri = await join(a, board, 'facilitator');
    await redis.end();
    expect(await closeLink(a, siri)).toBe(200);
    expect((await ola.client.closed).refusal).toBe('link-closed');
    await redis.start();
  });

  test('[M11] a short code that one node made leads in by the other, and its links are shown there', async () => {
    const { a, b, board } = await twoNodes(both);
    const siri = await join(a, board, 'facilitator');
    const headers = { authorization: `Bearer ${siri.token}` };
    const made = await a.post<{ code: string }>(`/api/boards/${board.board.id}/codes`, {}, headers);
    const led = await b.post<{ link: string }>(`/api/codes/${made.body.code}`, {});
    expect(new URL(led.body.link).hash.slice(1)).toBe(board.secrets.participant);
    const shown = await b.get<{ viewer: string }>(`/api/boards/${board.board.id}/links`, siri.token);
    expect(new URL(shown.body.viewer).hash.slice(1)).toBe(board.secrets.viewer);
    expect(codeOf(await b.post('/api/codes/00000000', {}))).toBe('code-wrong');
    await vi.waitFor(async () => expect((await b.get('/readyz')).status).toBe(200));
  });
});

/** Two nodes whose Redis or Postgres goes and comes back. */
import { describe, expect, test, vi } from 'vitest';
import { missing, Writer } from './writer.ts';
import { namesTo } from './known-to.ts';
import { noRedis } from './redis-server.ts';
import { databases, twoNodes } from './two-nodes.ts';
import { acknowledged, until } from './yjs-client.ts';

describe.skipIf(noRedis)('several nodes', () => {
  const both = databases();

  test(
    '[M4] while Redis is down everybody goes on, by the log; when it is back, as before',
    { timeout: 40_000 },
    async () => {
      const { a, b, writer, redis, visitor } = await twoNodes(both);
      const [kari, ola] = [await writer(a), await writer(b)];
      const [anne, per] = [await visitor(a, 'Anne'), await visitor(b, 'Per')];
      await anne.client.until(() => namesTo(anne.client).length === 2);
      await redis.end();
      kari.write('uten redis');
      await acknowledged(kari);
      await until(ola, () => ola.texts().length === 1);
      ola.write('svar uten redis');
      await until(kari, () => kari.texts().length === 2);
      expect([(await a.get('/readyz')).status, (await b.get('/readyz')).status]).toEqual([200, 200]);
      await redis.start();
      per.client.tell({ doing: { saying: 'Tilbake' } });
      await anne.client.until(() =>
        [...anne.client.presence].some(({ news }) => news.some(({ doing }) => doing.saying === 'Tilbake')),
      );
      kari.write('med redis');
      await until(ola, () => ola.texts().length === 3);
      expect(ola.texts()).toEqual(kari.texts());
    },
  );

  test(
    '[M4] nodes that start without Redis work by the log, and with it once it is there',
    { timeout: 40_000 },
    async () => {
      const { redis } = await both;
      await redis.end();
      const { a, b, writer, visitor } = await twoNodes(both);
      const [kari, ola] = [await writer(a), await writer(b)];
      kari.write('før redis');
      await until(ola, () => ola.texts().length === 1);
      await redis.start();
      const [anne, per] = [await visitor(a, 'Anne'), await visitor(b, 'Per')];
      await Promise.all([anne, per].map(({ client }) => client.until(() => namesTo(client).length === 2)));
      expect(namesTo(anne.client)).toEqual(namesTo(per.client));
    },
  );

  test.each(['stop', 'kill'] as const)(
    '[M5] a Postgres that goes (%s) while people write by two nodes loses nothing acknowledged, and all goes on when it is back',
    { timeout: 60_000 },
    async (ending) => {
      const { a, b, board, person, writer, postgres } = await twoNodes(both);
      const writers = await Promise.all(
        [a, b, a, b].map(async (by) => Writer.start(by.socketUrl, await person(), Math.random)),
      );
      const [kari, ola] = [await writer(a), await writer(b)];
      await vi.waitUntil(() => writers.every(({ acknowledgements }) => acknowledgements > 50));
      await postgres.end(ending);
      const refusals = await Promise.all(writers.map(async (one) => (await one.closed).refusal));
      expect(refusals).toEqual(refusals.map(() => 'storage-unavailable'));
      const before = writers.flatMap((one) => one.acknowledged);
      kari.write('mens basen var nede');
      ola.write('hos den andre');
      await postgres.start();
      await Promise.all([acknowledged(kari), acknowledged(ola)]);
      const hasBoth = (texts: string[]) => texts.includes('mens basen var nede') && texts.includes('hos den andre');
      await Promise.all([kari, ola].map((one) => until(one, () => hasBoth(one.texts()))));
      expect([await missing(a, board, before), await missing(b, board, before)]).toEqual([0, 0]);
    },
  );
});

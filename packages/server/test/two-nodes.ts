/** Two servers on one Postgres and one Redis, and a board with people by both. */
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { ServerOptions } from '../src/server.ts';
import { PostgresStorage } from '../src/storage/postgres/postgres-storage.ts';
import { PostgresServer } from './postgres-server.ts';
import { RawClient } from './raw-client.ts';
import { RedisServer } from './redis-server.ts';
import { join, makeBoard, testServer, type TestServer } from './test-server.ts';
import { yjsClient } from './yjs-client.ts';

/** Started before the tests of a file, and removed after them. */
export function databases() {
  const both = Promise.withResolvers<{ postgres: PostgresServer; redis: RedisServer }>();
  beforeAll(async () => both.resolve({ postgres: await PostgresServer.start(), redis: await RedisServer.start() }));
  afterAll(async () => {
    const { postgres, redis } = await both.promise;
    await Promise.all([postgres.remove(), redis.remove()]);
  });
  return both.promise;
}

type Databases = Awaited<ReturnType<typeof databases>>;

export async function twoNodes(both: Promise<Databases>, options: Partial<ServerOptions> = {}) {
  const { postgres, redis } = await both;
  const url = await postgres.newDatabase();
  const node = async (more: Partial<ServerOptions> = {}) =>
    testServer({ storage: await PostgresStorage.open(url), redisUrl: redis.url, ...options, ...more });
  const [a, b] = [await node(), await node()];
  const board = await makeBoard(a);
  const person = (name = 'Kari') => join(a, board, 'participant', { name });
  /** Somebody who writes on the canvas by a node. */
  const writer = async (by: TestServer, as = person()) => {
    const joined = await as;
    const client = yjsClient(by.socketUrl, joined, joined.documents.canvas);
    await client.synced;
    return client;
  };
  const raw = async (by: TestServer) => {
    const client = await RawClient.open(by.socketUrl, board.board.id);
    onTestFinished(() => client.close());
    return client;
  };
  /** Somebody who is seen to be here. */
  const visitor = async (by: TestServer, name: string) => {
    const [client, { documents, token }] = [await raw(by), await person(name)];
    await client.openDocument(documents.stage, token);
    client.tell({ doing: {} });
    await client.until(() => client.presence.length > 0);
    return { client, canvas: documents.canvas, token };
  };
  return { a, b, node, board, person, writer, raw, visitor, url, postgres, redis };
}

/**
 * Two nodes, of which one is killed at a random moment while people write by both, and then the other, and so on. What was acknowledged
 * by either is there for whoever comes later, and reaches those who only watch, by the node that lives; whoever was by the one that was
 * killed goes on by it, with what they had not got acknowledged.
 */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { JoinResponse } from '@samtavla/protocol';
import * as Y from 'yjs';
import { PostgresServer } from './postgres-server.ts';
import { noRedis, RedisServer } from './redis-server.ts';
import { seededRandom } from './seeded-random.ts';
import { EAGER_MAIN, serverProcess, type ServerProcess } from './server-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { clientOf, join, makeBoard, SECRET_KEY, type MadeBoard } from './test-server.ts';
import { missing, Writer, type Written } from './writer.ts';
import { acknowledged, until, yjsClient, type YjsClient } from './yjs-client.ts';

const KILLS = Number(process.env['KILLS'] ?? (process.env['VERIFY'] === '1' ? 50 : 6));
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Kills of one installation, each on top of what the last one left. */
const KILLS_A_DATABASE = 6;
const WRITERS_A_NODE = 3;
/** Of whoever is by the node that dies. */
const OWN_NOTES = 10;

type Node = { readonly process: ServerProcess; readonly server: ReturnType<typeof clientOf> };
type Installation = { readonly env: Record<string, string>; readonly random: () => number };

/** Every other one compacts all the time. */
async function started({ env, random }: Installation): Promise<Node> {
  const process = random() < 0.5 ? serverProcess(env, EAGER_MAIN) : serverProcess(env);
  onTestFinished(async () => void (await process.kill('SIGKILL')));
  return { process, server: clientOf(await process.port) };
}

/** Somebody in the canvas by this node. */
async function enter({ server }: Node, person: JoinResponse, doc = new Y.Doc()): Promise<YjsClient> {
  const client = yjsClient(server.socketUrl, person, person.documents.canvas, doc);
  await client.synced;
  return client;
}

/** One node is killed, the other lives. What was acknowledged by either; throws when it does not reach whoever is by the one that lives. */
async function killOne(dies: Node, lives: Node, board: MadeBoard, random: () => number): Promise<Written[]> {
  const person = () => join(lives.server, board, 'participant');
  const watcher = await enter(lives, await person());
  const moves = await person();
  const moving = await enter(dies, moves);
  const writersBy = async ({ server }: Node) =>
    Promise.all(
      Array.from({ length: WRITERS_A_NODE }, async () => Writer.start(server.socketUrl, await person(), random)),
    );
  const [byDying, byLiving] = [await writersBy(dies), await writersBy(lives)];
  const enough = 20 + Math.floor(random() * 300);
  const acknowledgements = () => [...byDying, ...byLiving].reduce((sum, one) => sum + one.acknowledgements, 0);
  let own = 0;
  await until(watcher, () => {
    if (own < OWN_NOTES) moving.write(`egen ${(own += 1)}`);
    return acknowledgements() >= enough;
  });
  await setTimeout(random() * 5);
  await dies.process.kill('SIGKILL');
  await Promise.all(byDying.map(({ closed }) => closed));
  moving.close();
  const moved = await enter(lives, moves, moving.doc);
  await acknowledged(moved);
  for (const one of byLiving) one.leave();
  await Promise.all(byLiving.map(({ closed }) => closed));
  const written = [...byDying, ...byLiving].flatMap((one) => one.acknowledged);
  const onCanvas = written.filter(({ document }) => document === moves.documents.canvas);
  const hasAll = (doc: Y.Doc) => {
    const snapshot = Y.snapshot(doc);
    return onCanvas.every(({ bytes }) => Y.snapshotContainsUpdate(snapshot, bytes));
  };
  const hasOwn = (doc: Y.Doc) => Y.snapshotContainsUpdate(Y.snapshot(doc), Y.encodeStateAsUpdate(moving.doc));
  await until(watcher, () => hasAll(watcher.doc) && hasOwn(watcher.doc));
  for (const client of [watcher, moved]) client.close();
  return written;
}

async function lostAfterKills(installation: Installation, kills: number): Promise<number[]> {
  let [one, other] = [await started(installation), await started(installation)];
  const board = await makeBoard(one.server);
  const written: Written[] = [];
  const lost: number[] = [];
  while (lost.length < kills) {
    written.push(...(await killOne(one, other, board, installation.random)));
    lost.push(await missing(other.server, board, written));
    [one, other] = [other, await started(installation)];
  }
  return lost;
}

describe.skipIf(noRedis)('two nodes', () => {
  let [postgres, redis]: [PostgresServer?, RedisServer?] = [];
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([PostgresServer.start(), RedisServer.start()]);
  });
  afterAll(() => Promise.all([postgres?.remove(), redis?.remove()]));

  test(
    `[M3] what either acknowledged survives ${KILLS} kills of one of them, and reaches all by the other (seed ${SEED})`,
    { timeout: KILLS * 20_000 },
    async () => {
      const random = seededRandom(SEED);
      const lost: number[] = [];
      while (lost.length < KILLS) {
        const env = {
          LOG_LEVEL: 'error',
          DATA_DIR: temporaryDirectory(),
          DATABASE_URL: (await postgres?.newDatabase()) ?? '',
          REDIS_URL: redis?.url ?? '',
          SECRET_KEY,
        };
        lost.push(...(await lostAfterKills({ env, random }, Math.min(KILLS - lost.length, KILLS_A_DATABASE))));
      }
      expect(lost).toEqual(lost.map(() => 0));
    },
  );
});

/**
 * The promise the product stands on. Several clients write without pause and never come back; the server is killed at a random
 * moment, every other time in the middle of a compaction; clients who were never there find every update that was acknowledged.
 */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PostgresServer } from './postgres-server.ts';
import { RawClient } from './raw-client.ts';
import { seededRandom } from './seeded-random.ts';
import { EAGER_MAIN, serverProcess, type ServerProcess } from './server-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { clientOf, join, makeBoard, type MadeBoard } from './test-server.ts';
import { missing, Writer, type Written } from './writer.ts';

const KILLS = Number(process.env['KILLS'] ?? (process.env['VERIFY'] === '1' ? 100 : 10));
/** Under `npm test`, a few for Postgres are enough: what differs from SQLite is the adapter. */
const POSTGRES_KILLS = process.env['KILLS'] === undefined && KILLS === 10 ? 4 : KILLS;
const STORAGE = process.env['STORAGE'];
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Kills of one installation, each on top of what the last one left. */
const KILLS_A_DIRECTORY = 5;
const WRITERS = 6;
/** About as long as a compaction takes. */
const COMPACTION_MILLIS = 6;

type Installation = Readonly<Record<string, string>>;
type Started = {
  readonly process: ServerProcess;
  readonly server: ReturnType<typeof clientOf>;
  /** It compacts all the time. */
  readonly isEager: boolean;
};

async function started(installation: Installation, isEager: boolean): Promise<Started> {
  const env = { LOG_LEVEL: 'error', ...installation };
  const process = isEager ? serverProcess(env, EAGER_MAIN) : serverProcess(env);
  onTestFinished(async () => void (await process.kill('SIGKILL')));
  return { process, server: clientOf(await process.port), isEager };
}

/** Lets new people write, kills the server after a random number of acknowledgements, and returns what was acknowledged. */
async function writeUntilKilled(
  { process, server, isEager }: Started,
  board: MadeBoard,
  random: () => number,
): Promise<Written[]> {
  const people = await Promise.all(Array.from({ length: WRITERS }, () => join(server, board, 'participant')));
  const writers = await Promise.all(people.map((person) => Writer.start(server.socketUrl, person, random)));
  const enough = 20 + Math.floor(random() * 400);
  const stranger = await join(server, board, 'viewer');
  const watcher = await RawClient.open(server.socketUrl, board.board.id);
  await watcher.openDocument(stranger.documents.canvas, stranger.token);
  await watcher.until(() => writers.reduce((sum, { acknowledgements }) => sum + acknowledgements, 0) >= enough);
  if (isEager) {
    await process.says('compacting');
    await setTimeout(random() * COMPACTION_MILLIS);
  }
  const { output } = await process.kill('SIGKILL');
  if (isEager) console.info(isCutOff(output) ? 'Cut off a compaction.' : 'Came after a compaction.');
  await watcher.closed;
  return writers.flatMap(({ acknowledged }) => acknowledged);
}

const isCutOff = (output: string): boolean => output.lastIndexOf('compacting') > output.lastIndexOf('compacted');

/** Kills one installation again and again, each time on top of what the last one left; what was lost after each kill. */
async function killAgainAndAgain(installation: Installation, kills: number, random: () => number): Promise<number[]> {
  let running = await started(installation, false);
  const board = await makeBoard(running.server);
  const written: Written[] = [];
  const lost: number[] = [];
  while (lost.length < kills) {
    written.push(...(await writeUntilKilled(running, board, random)));
    running = await started(installation, lost.length % 2 === 0);
    lost.push(await missing(running.server, board, written));
  }
  return lost;
}

async function lostInAll(install: () => Promise<Installation>, kills: number, random: () => number): Promise<number[]> {
  const lost: number[] = [];
  while (lost.length < kills) {
    const installation = { DATA_DIR: temporaryDirectory(), ...(await install()) };
    lost.push(...(await killAgainAndAgain(installation, Math.min(kills - lost.length, KILLS_A_DIRECTORY), random)));
  }
  return lost;
}

describe.runIf(STORAGE !== 'postgres')('SQLite', () => {
  test(
    `[S12] every acknowledged update survives ${KILLS} kills (seed ${SEED})`,
    { timeout: KILLS * 12_000 },
    async () => {
      const lost = await lostInAll(async () => ({}), KILLS, seededRandom(SEED));
      expect(lost).toEqual(lost.map(() => 0));
    },
  );
});

describe.runIf(STORAGE !== 'sqlite')('Postgres', () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await PostgresServer.start();
  });
  afterAll(() => postgres.remove());

  test(
    `[S12] every acknowledged update survives ${POSTGRES_KILLS} kills (seed ${SEED})`,
    { timeout: POSTGRES_KILLS * 12_000 },
    async () => {
      const install = async () => ({ DATABASE_URL: await postgres.newDatabase() });
      const lost = await lostInAll(install, POSTGRES_KILLS, seededRandom(SEED));
      expect(lost).toEqual(lost.map(() => 0));
    },
  );
});

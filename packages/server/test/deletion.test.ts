/** A board's end: closed at once, regretted for a while, and then nothing of it is left. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join as pathTo } from 'node:path';
import { LIMITS, type BoardFacts, type JoinResponse, type Millis } from '@samtavla/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DiskAssets } from '../src/assets/disk/disk-assets.ts';
import { stepFor, warningDays } from '../src/deletion/retention.ts';
import type { ServerOptions } from '../src/server.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { gif } from './images.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, join, makeBoard, testServer } from './test-server.ts';
import { acknowledged, yjsClient } from './yjs-client.ts';

const DAY = 24 * 60 * 60_000;
const START = 1_800_000_000_000;
const METRICS = 'a token for reading metrics, which is long enough';
const bearer = ({ token }: JoinResponse) => ({ authorization: `Bearer ${token}` });

async function board(options: Partial<ServerOptions> = {}) {
  const server = await testServer(options);
  const made = await makeBoard(server, { title: 'Skolestart' });
  const siri = await join(server, made, 'facilitator', { name: 'Siri' });
  const ola = await join(server, made, 'participant', { name: 'Ola' });
  const path = `/api/boards/${made.board.id}`;
  const regret = (joined: JoinResponse) => server.post(`${path}/regret`, {}, bearer(joined));
  return { server, made, siri, ola, path, regret };
}

/** Asks until the answer is this. */
async function untilAnswered(ask: () => Promise<boolean>): Promise<void> {
  while (!(await ask())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('[V20] a deleted board is closed to everybody at once, by socket, token and link, with its own code', async () => {
  const { server, made, siri, ola, path } = await board();
  const client = yjsClient(server.socketUrl, ola, ola.documents.canvas);
  await client.synced;
  const { status } = await server.delete(path, siri.token);
  expect(status).toBe(204);
  expect(await client.closed).toBe('board-deleted');
  for (const { token } of [siri, ola])
    for (const asked of [path, `${path}/documents/canvas/state`, `${path}/links`])
      expect(codeOf(await server.get(asked, token))).toMatch(/^(board-deleted)$/);
  for (const role of ['participant', 'viewer'] as const) {
    const secret = made.secrets[role];
    expect(codeOf(await server.post(`${path}/door`, { secret }))).toBe('board-deleted');
    expect(codeOf(await server.post(`${path}/join`, { secret, name: 'Ny' }))).toBe('board-deleted');
  }
});

test('[V21] a facilitator takes it back, also on another device by the link, and all is as it was', async () => {
  const { server, made, siri, ola, path, regret } = await board();
  const client = yjsClient(server.socketUrl, ola, ola.documents.canvas);
  await client.synced;
  client.write('Står der ennå');
  await acknowledged(client);
  client.close();
  await server.delete(path, siri.token);
  expect(codeOf(await regret(ola))).toBe('not-allowed');
  const elsewhere = await join(server, made, 'facilitator', { name: 'Siri' });
  expect(codeOf(await server.get(`${path}/links`, elsewhere.token))).toBe('board-deleted');
  expect((await regret(elsewhere)).status).toBe(204);
  const again = yjsClient(server.socketUrl, ola, ola.documents.canvas);
  await again.synced;
  expect(again.texts()).toEqual(['Står der ennå']);
  expect((await join(server, made, 'participant')).role).toBe('participant');
});

/** Every file below the directory, as one. */
const bytesIn = (directory: string): string =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(pathTo(parentPath, name), 'latin1'))
    .join('\n');

async function boardOnDisk(more: Partial<ServerOptions> = {}) {
  const dataDir = temporaryDirectory();
  const assets = new DiskAssets(pathTo(dataDir, 'assets'));
  const made = await board({ storage: new SqliteStorage(dataDir), assets, ...more });
  const { server, ola, siri, path } = made;
  const client = yjsClient(server.socketUrl, ola, ola.documents.canvas);
  await client.synced;
  client.write('hemmelighet-på-lappen');
  await acknowledged(client);
  await fetch(`${server.url}${path}/assets`, {
    method: 'POST',
    headers: { ...bearer(siri), 'content-type': 'image/gif' },
    body: new Uint8Array(gif(1, 1)),
  });
  await server.post(`${path}/versions`, { name: 'navnet-på-versjonen' }, bearer(siri));
  await server.post(`${path}/codes`, {}, bearer(siri));
  return { ...made, dataDir, client, folder: pathTo(dataDir, 'assets', made.made.board.id) };
}

test('[V22] deleted for good at once, nothing of it is in the database’s file or beside the images', async () => {
  const { server, made, siri, path, dataDir, client, folder, regret } = await boardOnDisk();
  const kept = await makeBoard(server, { title: 'blir-stående' });
  const about = [made.board.id, 'hemmelighet-på-lappen', 'navnet-på-versjonen', 'Skolestart'].map((text) =>
    Buffer.from(text).toString('latin1'),
  );
  expect(about.map((text) => bytesIn(dataDir).includes(text))).toEqual([true, true, true, true]);
  expect(existsSync(folder)).toBe(true);
  expect((await server.delete(`${path}?forGood=1`, siri.token)).status).toBe(204);
  expect(await client.closed).toBe('board-deleted');
  expect(about.filter((text) => bytesIn(dataDir).includes(text))).toEqual([]);
  expect(existsSync(folder)).toBe(false);
  expect(codeOf(await regret(siri))).toBe('board-unknown');
  expect(codeOf(await server.post(`${path}/door`, { secret: made.secrets.facilitator }))).toBe('board-unknown');
  expect((await join(server, kept, 'participant')).board.title).toBe('blir-stående');
});

test('[V23] after the days of regret it is gone, and not before', async () => {
  let now = START;
  const { server, made, siri, path, dataDir, folder } = await boardOnDisk({
    now: () => now as Millis,
    tasksEveryMillis: 10,
  });
  await server.delete(path, siri.token);
  now += LIMITS.regretDays * DAY - 1;
  // Another board's disuse is looked after by the same task: that it went by says that this one was passed over.
  const other = await makeBoard(server);
  const another = await join(server, other, 'facilitator');
  await server.delete(`/api/boards/${other.board.id}`, another.token);
  expect(codeOf(await server.post(`${path}/door`, { secret: made.secrets.viewer }))).toBe('board-deleted');
  expect(existsSync(folder)).toBe(true);
  now += 1;
  await untilAnswered(async () => codeOf(await server.get(path, siri.token)) === 'board-unknown');
  await untilAnswered(async () => !existsSync(folder));
  expect(bytesIn(dataDir).includes(made.board.id)).toBe(false);
  expect(codeOf(await server.get(`/api/boards/${other.board.id}`, another.token))).toBe('board-deleted');
});

test('[V24] a board that nobody uses says so beforehand, is kept by being opened, and is deleted else', async () => {
  let now = START;
  const { server, siri, path } = await board({
    now: () => now as Millis,
    tasksEveryMillis: 10,
    retentionDays: 90,
    metricsToken: METRICS,
  });
  const isLeft = async () => (await server.get<string>('/metrics', METRICS)).body.includes('samtavla_boards_open 0');
  const disuse = async () => (await server.get<BoardFacts>(path, siri.token)).body.disuse;
  expect(await disuse()).toBeUndefined();
  now += (90 - warningDays(90)) * DAY;
  await untilAnswered(async () => (await disuse()) !== undefined);
  expect(await disuse()).toEqual({ since: START, deletedAt: START + 90 * DAY });

  const client = yjsClient(server.socketUrl, siri, siri.documents.stage);
  await client.synced;
  await untilAnswered(async () => (await disuse()) === undefined);
  client.close();
  // A board counts as used until the server has seen the last one go.
  await untilAnswered(isLeft);
  now += (90 - warningDays(90)) * DAY;
  await untilAnswered(async () => (await disuse()) !== undefined);
  now += warningDays(90) * DAY;
  await untilAnswered(async () => codeOf(await server.get(path, siri.token)) === 'board-deleted');
});

test('[V24] nobody’s board is deleted that has not said so for a quarter of the time, and at least two weeks', () => {
  const promise = fc.check(
    fc.property(
      fc.integer({ min: 30, max: 1000 }),
      fc.integer({ min: 0, max: 2000 * DAY }),
      fc.option(fc.integer({ min: 0, max: 500 * DAY })),
      (days, unusedFor, warnedFor) => {
        const usedAt = (START - unusedFor) as Millis;
        const warnedAt = warnedFor === null ? null : ((START - warnedFor) as Millis);
        const step = stepFor({ usedAt, warnedAt }, days, START as Millis);
        const wasWarned = warnedFor !== null && warnedFor >= 14 * DAY && warnedFor >= (days / 4) * DAY;
        const mayBeDeleted = wasWarned && unusedFor >= days * DAY;
        const mustBeKept = unusedFor < (days / 2) * DAY;
        return (step !== 'delete' || mayBeDeleted) && (!mustBeKept || step === 'keep');
      },
    ),
  );
  expect(fc.defaultReportMessage(promise)).toBeUndefined();
});

/** `npm run backup` beside a running server, and a server on what came of it. */
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join as pathTo } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../src/storage/sqlite/open-database.ts';
import { gif } from './images.ts';
import { serverProcess } from './server-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { clientOf, join, makeBoard } from './test-server.ts';
import { acknowledged, yjsClient } from './yjs-client.ts';

const BACKUP_MAIN = fileURLToPath(new URL('../src/backup.ts', import.meta.url));
const backup = (dataDir: string, ...args: string[]) => serverProcess({ DATA_DIR: dataDir }, BACKUP_MAIN, args).exited;

async function running(dataDir: string) {
  const server = serverProcess({ DATA_DIR: dataDir });
  onTestFinished(async () => void (await server.kill('SIGKILL')));
  return clientOf(await server.port);
}

test('[V26] a backup taken while people write holds all that was acknowledged before it, and a server runs on it', async () => {
  const [dataDir, target, restored] = [temporaryDirectory(), temporaryDirectory(), temporaryDirectory()];
  const before = await running(dataDir);
  const made = await makeBoard(before);
  const kari = await join(before, made, 'participant');
  const siri = await join(before, made, 'facilitator');
  const bearer = { authorization: `Bearer ${siri.token}` };
  const path = `/api/boards/${made.board.id}`;
  await before.post(`${path}/codes`, {}, bearer);
  const upload = await fetch(`${before.url}${path}/assets`, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'image/gif' },
    body: new Uint8Array(gif(1, 1)),
  });
  const { id: image } = (await upload.json()) as { id: string };
  const client = yjsClient(before.socketUrl, kari, kari.documents.canvas);
  await client.synced;
  for (let count = 0; count < 50; count += 1) client.write(`før ${count}`);
  await acknowledged(client);
  const earlier = client.texts();

  const done = new AbortController();
  const writing = (async () => {
    for (let count = 0; !done.signal.aborted; count += 1) {
      client.write(`under ${count}`);
      await acknowledged(client);
    }
  })();
  const { code, errors } = await backup(dataDir, pathTo(target, 'copy'));
  done.abort();
  await writing;
  expect([code, errors]).toEqual([0, '']);

  cpSync(pathTo(target, 'copy'), restored, { recursive: true });
  const after = await running(restored);
  const again = yjsClient(after.socketUrl, kari, kari.documents.canvas);
  await again.synced;
  expect(again.texts()).toEqual(expect.arrayContaining(earlier));
  again.write('etterpå');
  await acknowledged(again);
  expect((await join(after, made, 'viewer')).role).toBe('viewer');
  // Shown again, which takes the key.
  const shown = await after.get<{ participant: string }>(`${path}/links`, siri.token);
  expect(new URL(shown.body.participant).hash.slice(1)).toBe(made.secrets.participant);
  expect((await after.get(`${path}/assets/${image}`, kari.token)).status).toBe(200);
});

test('[V26] a backup is readable by nobody else, and holds no short code and no half upload', async () => {
  const [dataDir, target] = [temporaryDirectory(), pathTo(temporaryDirectory(), 'copy')];
  const server = await running(dataDir);
  const made = await makeBoard(server);
  const siri = await join(server, made, 'facilitator');
  await server.post(`/api/boards/${made.board.id}/codes`, {}, { authorization: `Bearer ${siri.token}` });
  expect((await backup(dataDir, target)).code).toBe(0);
  expect(statSync(target).mode & 0o077).toBe(0);
  expect(readdirSync(target).toSorted()).toEqual(['assets', 'samtavla.db', 'secret.key']);
  expect(existsSync(pathTo(target, 'assets', '.incoming'))).toBe(false);
  const open = openDatabase(target);
  onTestFinished(() => open.close());
  expect(open.database.prepare('SELECT count(*) AS codes FROM code').get()).toEqual({ codes: 0 });
});

test('[V26] where there is nothing to back up, or the target is not empty, it says why not in one line', async () => {
  const [empty, full] = [temporaryDirectory(), temporaryDirectory()];
  cpSync(BACKUP_MAIN, pathTo(full, 'something'));
  for (const [args, reason] of [
    [[pathTo(empty, 'copy')], /^There is no database in /],
    [[full], / is not empty\. /],
    [[], /^Say where to: npm run backup/],
    [[pathTo(full, 'something')], / cannot be written to /],
  ] as const) {
    const { code, output, errors } = await backup(empty, ...args);
    expect([code, output, errors.trimEnd().split('\n').length]).toEqual([1, '', 1]);
    expect(errors).toMatch(reason);
  }
});

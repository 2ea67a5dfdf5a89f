/** The process as an operator meets it. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join as joinPath } from 'node:path';
import { PROTOCOL_VERSION, addNote } from '@samtavla/protocol';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { openDatabase } from '../src/storage/sqlite/open-database.ts';
import { RawClient } from './raw-client.ts';
import { serverProcess, type ServerProcess } from './server-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { clientOf, join, makeBoard } from './test-server.ts';

function launched(env: Record<string, string>): ServerProcess {
  const process = serverProcess(env);
  onTestFinished(async () => void (await process.kill('SIGKILL')));
  return process;
}

/** How a start that fails ends: a code, nothing on standard output, and its lines on standard error. */
async function refusedStart(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string; line: string }> {
  const { code, errors, output } = await launched({ LOG_LEVEL: 'error', ...env }).exited;
  const [line = '', ...others] = errors.trimEnd().split('\n');
  return { code, output, line: others.length === 0 ? line : errors };
}

const refusedWith = (line: RegExp) => ({ code: 1, output: '', line: expect.stringMatching(line) });

test('[H11] a wrong value stops the start with one line that names it', async () => {
  expect(await refusedStart({ PORT: 'http' })).toEqual(refusedWith(/^PORT is "http", but must be/));
});

test('[H11] a taken port stops the start with one line', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as { port: number };
  expect(await refusedStart({ PORT: String(port), DATA_DIR: temporaryDirectory() })).toEqual(
    refusedWith(new RegExp(`^PORT is ${port}, and another program uses it\\.`)),
  );
});

test('[H11] an address that is not this machine’s stops the start with one line', async () => {
  expect(await refusedStart({ HOST: '203.0.113.9', DATA_DIR: temporaryDirectory() })).toEqual(
    refusedWith(/^HOST is "203\.0\.113\.9", but must be an address of this machine\./),
  );
});

test('[H11] a data directory that cannot be written to stops the start with one line', async () => {
  const file = joinPath(temporaryDirectory(), 'file');
  writeFileSync(file, '');
  expect(await refusedStart({ DATA_DIR: joinPath(file, 'data') })).toEqual(
    refusedWith(/^DATA_DIR is ".*", but must be a directory that the server can write to/),
  );
});

test('[H11] a data directory that another server holds stops the start with one line', async () => {
  const dataDir = temporaryDirectory();
  await launched({ DATA_DIR: dataDir }).port;
  expect(await refusedStart({ DATA_DIR: dataDir })).toEqual(
    refusedWith(/^DATA_DIR is ".*", and another Samtavla is running on it\./),
  );
});

test('[H11] a database from a newer version, and one that is damaged, stop the start with one line', async () => {
  const newer = temporaryDirectory();
  const open = openDatabase(newer);
  open.database.exec('PRAGMA user_version = 99');
  open.close();
  expect(await refusedStart({ DATA_DIR: newer })).toEqual(refusedWith(/is of version 99, from a newer Samtavla/));
  const damaged = temporaryDirectory();
  writeFileSync(joinPath(damaged, 'samtavla.db'), 'nonsense'.repeat(2_000));
  expect(await refusedStart({ DATA_DIR: damaged })).toEqual(refusedWith(/is damaged, or no Samtavla database\./));
});

test('[H11] a Postgres that cannot be used stops the start with one line', async () => {
  const file = joinPath(temporaryDirectory(), 'database-url');
  writeFileSync(
    file,
    'postgres://samtavla:hemmelig@127.0.0.1:5432/samtavla?sslmode=verify-full&sslrootcert=/nowhere\n',
  );
  const refused = await refusedStart({ DATABASE_URL_FILE: file, DATA_DIR: temporaryDirectory() });
  expect(refused).toEqual(refusedWith(/^DATABASE_URL cannot be used \(/));
  expect(refused.line).not.toContain('hemmelig');
});

test('[H12] the banner shows both addresses, a QR code and how to stop', async () => {
  const process = launched({ DATA_DIR: temporaryDirectory() });
  const port = await process.port;
  const { output } = await process.kill('SIGTERM');
  expect(output).toContain(`http://localhost:${port}`);
  expect(output).toMatch(/For the others: +http:\/\/(?!localhost|127\.)/);
  expect(output).toMatch(/█▀|▀█|▄█/);
  expect(output).toContain('Ctrl-C');
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '[H12] %s tells everybody, stores everything and ends with 0',
  async (signal) => {
    const dataDir = temporaryDirectory();
    const process = launched({ DATA_DIR: dataDir });
    const server = clientOf(await process.port);
    const board = await makeBoard(server);
    const { documents, token } = await join(server, board, 'participant');
    const client = await RawClient.open(server.socketUrl, board.board.id);
    const doc = await client.openDocument(documents.canvas, token);
    const before = Y.encodeStateVector(doc);
    addNote(doc, { text: 'siste ord' });
    client.update(documents.canvas, Y.encodeStateAsUpdate(doc, before));
    await client.until(() => client.count(documents.canvas, 'acknowledged') === 1);
    const { code } = await process.kill(signal);
    expect(code).toBe(0);
    expect((await client.closed).refusal).toBe('shutting-down');

    const again = launched({ DATA_DIR: dataDir });
    const state = await fetch(`${clientOf(await again.port).url}/api/boards/${board.board.id}/documents/canvas/state`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(Buffer.from(await state.arrayBuffer()).includes('siste ord')).toBe(true);
  },
);

test('[H12] a request that never ends does not hold up the end, and a signal that comes twice at once is one', async () => {
  const process = launched({ DATA_DIR: temporaryDirectory() });
  const url = `http://127.0.0.1:${await process.port}/api/boards`;
  const endless = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) });
  const request = fetch(url, {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
  });
  request.catch(() => {});
  await fetch(url.replace('/api/boards', '/livez'));
  process.child.kill('SIGTERM');
  const { code } = await process.kill('SIGTERM');
  expect(code).toBe(0);
});

test('[L2] without SECRET_KEY the installation makes a key of its own, once, and links stay readable', async () => {
  const dataDir = temporaryDirectory();
  const first = launched({ DATA_DIR: dataDir });
  const server = clientOf(await first.port);
  const board = await makeBoard(server);
  const { token } = await join(server, board, 'facilitator');
  await first.kill('SIGTERM');
  const second = launched({ DATA_DIR: dataDir });
  const { body } = await clientOf(await second.port).get<{ participant: string }>(
    `/api/boards/${board.board.id}/links`,
    token,
  );
  expect(new URL(body.participant).hash).toBe(`#${board.secrets.participant}`);
});

test('[H13] the log of a workshop holds no secret, no token, no name, no text and no address', async () => {
  const process = launched({ DATA_DIR: temporaryDirectory(), LOG_LEVEL: 'trace' });
  const server = clientOf(await process.port);
  const board = await makeBoard(server, { title: 'Hemmelig tittel' });
  const { documents, token } = await join(server, board, 'participant', {
    name: 'Kari Hemmelig',
    joinKey: 'a-join-key-of-ours',
  });
  await server.get(`/api/boards/${board.board.id}?token=${token}`, token);
  await server.get(`/${token}`);
  await server.post(`/api/boards/${board.board.id}/door`, { secret: 'a-wrong-secret-of-ours' });
  await server.post('/api/boards', '{"title":"Hemmelig tittel');
  const client = await RawClient.open(server.socketUrl, board.board.id, `?v=${PROTOCOL_VERSION}&token=${token}`);
  const doc = await client.openDocument(documents.canvas, token);
  const before = Y.encodeStateVector(doc);
  addNote(doc, { text: 'Hemmelig lapp' });
  client.update(documents.canvas, Y.encodeStateAsUpdate(doc, before));
  await client.until(() => client.count(documents.canvas, 'acknowledged') === 1);
  client.send('garbage Hemmelig');
  await client.closed;
  const lost = await RawClient.open(server.socketUrl, board.board.id);
  lost.authenticate(documents.canvas, 'a-wrong-token-of-ours');
  await lost.closed;
  const { errors, output } = await process.kill('SIGTERM');
  const log = output + errors;
  expect(errors).toContain('"msg":"refused"');
  for (const secret of [
    ...Object.values(board.secrets),
    token,
    'Hemmelig',
    'a-join-key',
    'a-wrong',
    `?v=${PROTOCOL_VERSION}`,
    'remoteAddress',
    '"127.0.0.1"',
  ]) {
    expect([secret, log.includes(secret)]).toEqual([secret, false]);
  }
});

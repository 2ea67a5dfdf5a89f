/** `npm run admin`, as an operator meets it. */
import { expect, onTestFinished, test } from 'vitest';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { ADMIN_MAIN, serverProcess } from './server-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, join, makeBoard, SECRET_KEY, testServer } from './test-server.ts';

const admin = (dataDir: string, ...args: string[]) =>
  serverProcess({ DATA_DIR: dataDir, PUBLIC_URL: 'https://tavle.example.no' }, ADMIN_MAIN, args).exited;

test('[H14] the operator issues a new facilitator link, and the earlier one is closed', async () => {
  const dataDir = temporaryDirectory();
  const before = await testServer({ storage: new SqliteStorage(dataDir), secretKey: SECRET_KEY });
  const made = await makeBoard(before);
  const inside = await join(before, made, 'facilitator');
  await before.close();

  const { code, output, errors } = await admin(dataDir, 'links', made.board.id);
  expect([code, errors]).toEqual([0, '']);
  const [link = ''] = output.split('\n');
  expect(link.startsWith(`https://tavle.example.no/t/${made.board.id}#`)).toBe(true);

  const after = await testServer({ storage: new SqliteStorage(dataDir) });
  const facilitator = new URL(link).hash.slice(1);
  const again = { ...made, secrets: { ...made.secrets, facilitator } };
  expect((await join(after, again, 'facilitator')).role).toBe('facilitator');
  const door = await after.post(`/api/boards/${made.board.id}/door`, { secret: made.secrets.facilitator });
  expect(codeOf(door)).toBe('link-closed');
  expect((await after.get(`/api/boards/${made.board.id}`, inside.token)).status).toBe(200);
});

test('[H14] beside a running server, for an unknown board, and for anything else it says why not in one line', async () => {
  const dataDir = temporaryDirectory();
  const refusal = async (...args: string[]) => {
    const { code, output, errors } = await admin(dataDir, ...args);
    expect([code, output]).toEqual([1, '']);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
    return errors;
  };
  expect(await refusal('links', 'nowhere')).toMatch(/^There is no board nowhere in /);
  for (const args of [[], ['links'], ['boards'], ['links', '../etc'], ['links', 'a', 'b']])
    expect(await refusal(...args)).toMatch(/^Say what to do: npm run admin -- links <board>/);
  const running = serverProcess({ DATA_DIR: dataDir });
  onTestFinished(async () => void (await running.kill('SIGKILL')));
  await running.port;
  expect(await refusal('links', 'nowhere')).toMatch(/another Samtavla is running on it\. Stop that one first\./);
});

test('[H22] the operator removes a saved template; boards that were made of it stay', async () => {
  const dataDir = temporaryDirectory();
  const before = await testServer({ storage: new SqliteStorage(dataDir), secretKey: SECRET_KEY });
  const made = await makeBoard(before);
  const { token } = await join(before, made, 'facilitator');
  const parts = { questions: true, phases: true, guide: true, perspectives: true, things: [] };
  const wish = { name: 'Ikke pent', description: '', visibility: 'everyone', ...parts };
  const bearer = { authorization: `Bearer ${token}` };
  const saved = await before.post<{ id: string }>(`/api/boards/${made.board.id}/templates`, wish, bearer);
  const { id } = saved.body;
  const board = await makeBoard(before, { template: id });
  await before.close();

  expect((await admin(dataDir, 'remove-template', id)).output).toBe(
    'The template «Ikke pent» is removed, with its images.\n',
  );
  expect((await admin(dataDir, 'remove-template', id)).errors).toBe(`There is no saved template ${id}.\n`);
  const after = await testServer({ storage: new SqliteStorage(dataDir) });
  expect(codeOf(await after.get(`/api/templates/${id}`))).toBe('template-unknown');
  expect((await join(after, board, 'facilitator')).board.title).toBe('Ikke pent');
});

import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { SubjectProcess } from '../lib/subject-process.ts';
import { Load } from './load.ts';
import { Mover } from './mover.ts';

const PROGRAM = fileURLToPath(new URL('subjects/hocuspocus-server.ts', import.meta.url));
const EDITS_A_SECOND = 20;
const HELD_UP_MILLIS = 500;

test('[Q5] moves that piled up while the server was held up, and left it as one, are all seen', async () => {
  const server = await SubjectProcess.start(PROGRAM);
  onTestFinished(() => server.end());
  const address = { url: `ws://127.0.0.1:${server.port}`, document: { name: 'tavle', token: 'anybody' } };
  const people = [await Mover.join(address), await Mover.join(address)];
  const load = new Load([people], EDITS_A_SECOND);
  load.count();
  const { pid } = server;
  if (pid === undefined) throw new Error('It does not run.');
  process.kill(pid, 'SIGSTOP');
  await pause(HELD_UP_MILLIS);
  process.kill(pid, 'SIGCONT');
  await load.stop();
  // Each has one peer, and sent a note before it moved it.
  const moves = people.map(({ client }) => client.sent.length - 1);
  expect(Math.min(...moves)).toBeGreaterThan(1);
  expect(load.times.length).toBe(moves.reduce((sum, count) => sum + count, 0));
});

/** Making a board where the operator asks for a code. */
import type { CreateBoardRequest, Millis } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { codeOf, makeBoard, testServer, type TestServer } from './test-server.ts';

const CODE = 'bare for kommunen';
const ask = (server: TestServer, more: Partial<CreateBoardRequest> = {}) =>
  server.post('/api/boards', { template: 'tom-tavle', locale: 'nb', ...more });

test('[H15] where a code is asked for, a board is made with it and with no other', async () => {
  const server = await testServer({ creationCode: CODE });
  for (const creationCode of [undefined, 'bare for kommune', `${CODE} `.repeat(2), 'BARE FOR KOMMUNEN'])
    expect(codeOf(await ask(server, creationCode === undefined ? {} : { creationCode }))).toBe('creation-code-wrong');
  expect((await ask(server, { creationCode: ` ${CODE} ` })).status).toBe(201);
});

test('[H15] where none is asked for, any is as good as none', async () => {
  const server = await testServer();
  expect((await ask(server, { creationCode: 'hva som helst' })).status).toBe(201);
  expect((await makeBoard(server)).board.title).not.toBe('');
});

test('[H15] guessing is slow, and to say none is no guess', async () => {
  let now = 1_000_000;
  const server = await testServer({ creationCode: CODE, now: () => now as Millis });
  for (let n = 0; n < 50; n += 1) expect(codeOf(await ask(server))).toBe('creation-code-wrong');
  for (let n = 0; n < 50; n += 1) expect((await ask(server, { creationCode: CODE })).status).toBe(201);
  for (let n = 0; n < 30; n += 1)
    expect(codeOf(await ask(server, { creationCode: `gjett ${n}` }))).toBe('creation-code-wrong');
  expect(codeOf(await ask(server, { creationCode: CODE }))).toBe('too-many');
  now += 10_000;
  expect((await ask(server, { creationCode: CODE })).status).toBe(201);
});

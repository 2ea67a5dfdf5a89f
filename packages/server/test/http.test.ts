import { PROTOCOL_VERSION, OPEN_STAGE, REFUSALS, type CreateBoardResponse } from '@samtavla/protocol';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { REFUSAL_MESSAGES } from '../src/http/refusal-messages.ts';
import { ControlledStorage } from './controlled-storage.ts';
import { codeOf, join, makeBoard, testServer, type Answer } from './test-server.ts';

const answerIn = ({ status, body }: Answer) => ({ status, body });

/** Every refusal has the same two keys, out of the registry. */
function refusal(code: keyof typeof REFUSALS): Pick<Answer, 'status' | 'body'> {
  const message = REFUSAL_MESSAGES[code];
  const { status } = REFUSALS[code];
  return { status, body: { code, message } };
}

test('[H2] a board is made, and says what it is to those who are on it', async () => {
  const server = await testServer();
  const made = await makeBoard(server, { title: 'Skolestart', locale: 'nn' });
  const { token } = await join(server, made, 'viewer');
  const { body } = await server.get(`/api/boards/${made.board.id}`, token);
  expect(body).toEqual(made.board);
  expect(made.board).toMatchObject({
    title: 'Skolestart',
    template: 'hvor-er-vi-hvor-vil-vi',
    locale: 'nn',
    anonymous: false,
  });
});

test('[H2] a board without a title has its template’s, in its language', async () => {
  const { board } = await makeBoard(await testServer(), { locale: 'nn' });
  expect(board.title).toBe('Kvar er vi, kvar vil vi, og korleis kjem vi oss dit?');
});

const body = { template: 'tom-tavle', locale: 'nb' };
test.each([
  ['no JSON', '{"template":', 'bad-request'],
  ['nothing', '', 'bad-request'],
  ['a list', [], 'bad-request'],
  ['no template', { locale: 'nb' }, 'bad-request'],
  ['a language we do not speak', { ...body, locale: 'sv' }, 'bad-request'],
  ['a title of the wrong type', { ...body, title: 7 }, 'bad-request'],
  ['a title that is too long', { ...body, title: 'x'.repeat(121) }, 'bad-request'],
  ['a template that does not exist', { ...body, template: 'nowhere' }, 'template-unknown'],
  ['a preset that does not exist', { ...body, preset: 'nowhere' }, 'template-unknown'],
  ['a body that is too large', { ...body, title: 'x'.repeat(70_000) }, 'too-large'],
] as const)('[H3] a board of %s is refused with its code', async (_what, wish, code) => {
  expect(answerIn(await (await testServer()).post('/api/boards', wish))).toEqual(refusal(code));
});

test('[H3] every refusal over HTTP has a code and a message, whatever went wrong', async () => {
  const server = await testServer();
  expect(answerIn(await server.get('/api/nowhere'))).toEqual(refusal('route-unknown'));
  expect(answerIn(await server.post('/livez', {}))).toEqual(refusal('route-unknown'));
  expect(
    answerIn(await server.post('/api/boards', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })),
  ).toEqual(refusal('bad-request'));
  expect(answerIn(await server.get('/api/boards/%zz'))).toEqual(refusal('bad-request'));
  expect(answerIn(await server.get(`/api/boards/${'x'.repeat(500)}`))).toEqual(refusal('route-unknown'));
});

test('[H3] what breaks inside says nothing of itself', async () => {
  const storage = new ControlledStorage();
  storage.board = () => Promise.reject(new Error('a sentence from inside'));
  const server = await testServer({ storage });
  const made = await makeBoard(server);
  expect(answerIn(await server.post(`/api/boards/${made.board.id}/door`, { secret: made.secrets.viewer }))).toEqual(
    refusal('internal'),
  );
});

test('[H3] a board is not made while nothing can be stored', async () => {
  const storage = new ControlledStorage();
  storage.isBroken = true;
  expect(answerIn(await (await testServer({ storage })).post('/api/boards', body))).toEqual(
    refusal('storage-unavailable'),
  );
});

test('[H3] bytes that are no HTTP cost their connection only', async () => {
  const server = await testServer();
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write('\u0000\u0001nonsense\r\n\r\n'));
    socket.on('data', (data) => (text += data.toString()));
    socket.on('close', () => resolve(text));
  });
  expect(answer).toContain('400 Bad Request');
  expect((await server.get('/livez')).status).toBe(200);
});

test('[H4] a page older than the server is told to reload, a newer one and a script are served', async () => {
  const server = await testServer();
  const as = (version: string) =>
    server.post<CreateBoardResponse>('/api/boards', body, { 'x-samtavla-protocol': version });
  expect(answerIn(await as('0'))).toEqual(refusal('version-too-old'));
  expect(answerIn(await as('old'))).toEqual(refusal('version-too-old'));
  expect((await as(String(PROTOCOL_VERSION))).status).toBe(201);
  expect((await as(String(PROTOCOL_VERSION + 1))).status).toBe(201);
});

test('[H5] OpenAPI describes the routes by the schemas they are held to', async () => {
  const { body: api } = await (
    await testServer()
  ).get<{ openapi: string; paths: Record<string, Record<string, unknown>> }>('/api/openapi.json');
  expect(api.openapi).toBe('3.1.0');
  expect(Object.keys(api.paths)).toEqual(
    expect.arrayContaining([
      '/api/boards',
      '/api/boards/{id}/assets',
      '/api/boards/{id}/assets/{asset}',
      '/api/boards/{id}/door',
      '/api/boards/{id}/join',
      '/api/boards/{id}/links',
      '/api/templates',
    ]),
  );
  expect(Object.keys(api.paths)).not.toContain('/');
  expect(JSON.stringify(api.paths['/api/boards']?.['post'])).toContain('"required":["template","locale"]');
});

test('[H6] the built-in templates are listed', async () => {
  const { body: list } = await (
    await testServer()
  ).get<{ templates: { id: string; builtIn: boolean; name: object }[] }>('/api/templates');
  expect(list.templates.map(({ id }) => id)).toContain('tom-tavle');
  expect(list.templates.every(({ builtIn, name }) => builtIn && Object.keys(name).length === 3)).toBe(true);
});

test('[H7] it lives, and is ready', async () => {
  const server = await testServer();
  expect((await server.get('/livez')).status).toBe(200);
  expect((await server.get('/readyz')).status).toBe(200);
  expect(codeOf(await server.get('/readyz'))).toBeNull();
  expect(OPEN_STAGE.open).toBe('all');
});

/** Votes, as those who vote, lead and look on meet them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join as pathTo } from 'node:path';
import {
  addNote,
  OPEN_STAGE,
  readStage,
  readVoters,
  stageOf,
  type Ballot,
  type Dots,
  type JoinResponse,
  type Millis,
  type RecordId,
  type Stage,
  type StageCommand,
} from '@samtavla/protocol';
import { expect, onTestFinished, test } from 'vitest';
import type { ServerOptions } from '../src/server.ts';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { RawClient } from './raw-client.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, join, makeBoard, testServer, type TestServer } from './test-server.ts';
import { acknowledged, until, yjsClient } from './yjs-client.ts';

type Server = Pick<TestServer, 'post' | 'put' | 'get' | 'socketUrl'>;

const command = (server: Server, { board, token }: JoinResponse, wish: StageCommand) =>
  server.post<{ stage: Stage }>(
    `/api/boards/${board.id}/commands`,
    { command: wish },
    { authorization: `Bearer ${token}` },
  );

const put = (server: Server, { board, token }: JoinResponse, votes: unknown, revision = 1, vote = '1') =>
  server.put<{ ballot: Ballot | null }>(`/api/boards/${board.id}/votes/${vote}/ballot`, { votes, revision }, token);

const own = async (server: Server, { board, token }: JoinResponse) =>
  (await server.get<{ ballot: Ballot | null }>(`/api/boards/${board.id}/votes/1/ballot`, token)).body.ballot;

async function seen(server: Server, joined: JoinResponse) {
  const client = yjsClient(server.socketUrl, joined, joined.documents.stage);
  await client.synced;
  const stage = () => readStage(client.doc) ?? OPEN_STAGE;
  return { client, stage, until: (holds: (stage: Stage) => boolean) => until(client, () => holds(stage())) };
}

const OPEN: StageCommand = { type: 'vote.open', zones: 'all', dots: 3, most: 2 };
const SOON = { limits: { ballotGraceMillis: 1 } } as const;

async function hall(options: Partial<ServerOptions> = {}) {
  const server = await testServer(options);
  const made = await makeBoard(server);
  const siri = await join(server, made, 'facilitator', { name: 'Siri' });
  const [kari, ola] = [
    await join(server, made, 'participant', { name: 'Kari' }),
    await join(server, made, 'participant', { name: 'Ola' }),
  ];
  const canvas = yjsClient(server.socketUrl, siri, siri.documents.canvas);
  await canvas.synced;
  const [a, b] = [addNote(canvas.doc, { text: 'Rom' }), addNote(canvas.doc, { text: 'Tid' })];
  await acknowledged(canvas);
  const stage = await seen(server, ola);
  const close = async () => {
    await command(server, siri, { type: 'vote.close' });
    await stage.until(({ votes }) => votes.at(-1)?.state === 'closed');
    return stage.stage().votes.at(-1)?.result;
  };
  return { server, made, siri, kari, ola, a, b, stage, canvas, close };
}

const dots = (...pairs: [RecordId, number][]): Dots => Object.fromEntries(pairs);

test('[W22] what one votes for nobody is told, only how many have voted, until the result, which all see', async () => {
  const { server, siri, kari, ola, made, a, b, stage, close } = await hall(SOON);
  await command(server, siri, OPEN);
  const spy = await RawClient.open(server.socketUrl, made.board.id);
  onTestFinished(() => spy.close());
  for (const kind of ['plan', 'stage', 'canvas'] as const) await spy.openDocument(siri.documents[kind], siri.token);
  const before = spy.frames.length;
  expect((await put(server, kari, dots([a, 2], [b, 1]))).status).toBe(200);
  await put(server, siri, dots([a, 1]));
  await until(stage.client, () => readVoters(stage.client.doc, '1') === 2);
  const heard = () => Buffer.concat(spy.frames.slice(before)).toString('latin1');
  await spy.until(() => heard().includes('voters'));
  expect([heard().includes(a), heard().includes(kari.participant.id)]).toEqual([false, false]);
  expect([await own(server, kari), await own(server, ola)]).toEqual([
    { votes: dots([a, 2], [b, 1]), revision: 1 },
    null,
  ]);
  expect(await close()).toEqual({ ballots: 2, dots: dots([a, 3], [b, 1]), added: {} });
  expect(await own(server, kari)).toBeNull();
});

test('[W22] a ballot is changed as a whole; an older one that comes late never wins; what is gone gets nothing', async () => {
  const { server, siri, kari, a, b, canvas, close } = await hall(SOON);
  await command(server, siri, OPEN);
  await put(server, kari, dots([a, 2]), 1);
  await put(server, kari, dots([b, 2], ['nowhere' as RecordId, 1]), 3);
  expect((await put(server, kari, dots([a, 1]), 2)).body.ballot).toEqual({
    votes: dots([b, 2], ['nowhere' as RecordId, 1]),
    revision: 3,
  });
  canvas.doc.getMap('records').delete(a);
  await acknowledged(canvas);
  expect(await close()).toEqual({ ballots: 1, dots: dots([b, 2]), added: {} });
});

test('[W23] more dots than there are, twice on one, after the end, by who looks on, or nonsense: refused, and counted is what was', async () => {
  const { server, made, siri, kari, ola, a, b, close } = await hall(SOON);
  expect(codeOf(await put(server, kari, dots([a, 1])))).toBe('vote-closed');
  await command(server, siri, OPEN);
  await put(server, kari, dots([a, 1]));
  for (const wrong of [dots([a, 3]), dots([a, 2], [b, 2]), dots([a, 0]), dots([a, 0.5]), { [a]: '1' }, 'all', null])
    expect([codeOf(await put(server, kari, wrong, 9))]).toEqual(['bad-request']);
  expect(codeOf(await put(server, kari, dots([a, 1]), -1))).toBe('bad-request');
  expect(codeOf(await put(server, await join(server, made, 'viewer'), dots([a, 1])))).toBe('not-allowed');
  for (const vote of ['2', 'x', '..'])
    expect(['vote-closed', 'route-unknown']).toContain(codeOf(await put(server, kari, dots([a, 1]), 9, vote)));
  expect(await close()).toMatchObject({ ballots: 1, dots: dots([a, 1]) });
  expect(codeOf(await put(server, ola, dots([a, 1])))).toBe('vote-closed');
});

test('[W25] hands and ratings are given, changed and counted as dots are, and what is no answer to the question is refused', async () => {
  const { server, siri, kari, ola, a, b, close } = await hall(SOON);
  for (const question of ['', ' ', 'x'.repeat(201)])
    expect(codeOf(await command(server, siri, { type: 'vote.open-fingers', question }))).toBe('bad-request');
  await command(server, siri, { type: 'vote.open-fingers', question: 'Står vi bak?' });
  for (const wrong of [{ fingers: 6 }, { fingers: 0 }, { [a]: 1 }, { fingers: { effect: 1, effort: 1 } }])
    expect(codeOf(await put(server, kari, wrong, 9))).toBe('bad-request');
  await put(server, kari, { fingers: 2 });
  expect((await put(server, kari, { fingers: 4 }, 2)).body.ballot).toEqual({ votes: { fingers: 4 }, revision: 2 });
  await put(server, ola, { fingers: 4 });
  expect(await close()).toEqual({ ballots: 2, dots: { 4: 2 }, added: {} });

  const again = await hall(SOON);
  await command(again.server, again.siri, { type: 'vote.open-rating', zones: 'all' });
  for (const wrong of [{ [b]: 3 }, { [b]: { effect: 6 } }, { [b]: { effect: 'mye' } }, { [b]: { effect: 1.5 } }])
    expect(codeOf(await put(again.server, again.kari, wrong, 9))).toBe('bad-request');
  await put(again.server, again.kari, { [again.a]: { effect: 5 } });
  await put(again.server, again.kari, { [again.a]: { effect: 5, effort: 2 }, [again.b]: { effort: 1 } }, 2);
  expect(await again.close()).toEqual({ ballots: 1, ratings: { [again.a]: { effect: 5, effort: 2, count: 1 } } });
});

test('[W25] a vote of an earlier version of the server is by dots', async () => {
  const storage = new MemoryStorage();
  const { made, server, siri } = await hall({ storage });
  const { body } = await command(server, siri, OPEN);
  const [{ kind: _new, ...old }] = body.stage.votes as [Stage['votes'][number]];
  expect(stageOf({ ...body.stage, votes: [old] })?.votes).toEqual(body.stage.votes);
  expect([stageOf(null), stageOf({ version: 'x' }), (await storage.stage(made.board.id))?.votes.length]).toEqual([
    null,
    null,
    1,
  ]);
});

test('[W23] a ballot that comes some seconds after the end still counts', async () => {
  let now = 1_000_000;
  const { server, siri, kari, a, stage } = await hall({ now: () => now as Millis });
  await command(server, siri, OPEN);
  await command(server, siri, { type: 'vote.close' });
  now += 4_000;
  expect((await put(server, kari, dots([a, 2]))).status).toBe(200);
  now += 1_001;
  expect(codeOf(await put(server, kari, dots([a, 1]), 2))).toBe('vote-closed');
  await stage.until(({ votes }) => votes.at(-1)?.state === 'closed');
  expect(stage.stage().votes.at(-1)?.result).toMatchObject({ ballots: 1, dots: dots([a, 2]) });
});

test('[W24] a server that stopped while it counted goes on with it, and each ballot is counted once', async () => {
  const storage = new MemoryStorage();
  const { server, made, siri, kari, ola, a } = await hall({ storage });
  const { body } = await command(server, siri, OPEN);
  await put(server, kari, dots([a, 2]));
  await put(server, ola, dots([a, 1]));
  await server.close();
  const votes = body.stage.votes.map((vote) => ({ ...vote, state: 'counting' as const }));
  await storage.putStage(made.board.id, { ...body.stage, version: body.stage.version + 1, votes }, 0 as Millis);
  const again = await testServer({ storage });
  const stage = await seen(again, ola);
  await stage.until(({ votes: now }) => now.at(-1)?.state === 'closed');
  expect(stage.stage().votes.at(-1)?.result).toMatchObject({ ballots: 2, dots: dots([a, 3]) });
  expect(await storage.ballots(made.board.id, '1')).toEqual([]);
});

test('[W24] of a vote that is closed no ballot is in the database’s files', async () => {
  const directory = temporaryDirectory();
  const { server, siri, kari, a, b, close } = await hall({ storage: new SqliteStorage(directory), ...SOON });
  await command(server, siri, OPEN);
  await put(server, kari, dots([a, 2], [b, 1]));
  // The result says another sum than each of them.
  await put(server, siri, dots([b, 1]));
  const ballot = JSON.stringify(dots([a, 2], [b, 1]));
  const files = () =>
    readdirSync(directory)
      .filter((name) => name.startsWith('samtavla.db'))
      .map((name) => readFileSync(pathTo(directory, name), 'latin1'))
      .join('');
  expect(files()).toContain(ballot);
  await close();
  expect(files()).not.toContain(ballot);
});

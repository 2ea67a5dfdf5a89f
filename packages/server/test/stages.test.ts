/** What facilitators command, as everybody on the board meets it. */
import {
  addNote,
  OPEN_STAGE,
  readPlanFacts,
  readStage,
  type JoinResponse,
  type Millis,
  type PlanPhase,
  type Role,
  type Stage,
  type StageCommand,
} from '@samtavla/protocol';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { ServerOptions } from '../src/server.ts';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { ControlledStorage } from './controlled-storage.ts';
import { drag, updateOf } from './workshop.ts';
import { noRedis } from './redis-server.ts';
import { RawClient } from './raw-client.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { clientOf, codeOf, join, makeBoard, testServer, type TestServer } from './test-server.ts';
import { databases, twoNodes } from './two-nodes.ts';
import { until, yjsClient } from './yjs-client.ts';

type Answered = { readonly stage: Stage; readonly now: Millis };

const commandsOf =
  (server: Pick<TestServer, 'post'>, { board, token }: JoinResponse) =>
  (command: StageCommand, expects?: number) =>
    server.post<Answered>(
      `/api/boards/${board.id}/commands`,
      { command, expects },
      { authorization: `Bearer ${token}` },
    );

/** Somebody who sees the stage. */
async function watcher(server: TestServer, joined: JoinResponse) {
  const client = yjsClient(server.socketUrl, joined, joined.documents.stage);
  await client.synced;
  return {
    client,
    stage: () => readStage(client.doc),
    until: (holds: (stage: Stage) => boolean) => until(client, () => holds(readStage(client.doc) ?? OPEN_STAGE)),
  };
}

/** Somebody whose notes on the canvas are taken, or refused. */
async function writer(server: TestServer, joined: JoinResponse) {
  const raw = await RawClient.open(server.socketUrl, joined.board.id);
  onTestFinished(() => raw.close());
  const { canvas } = joined.documents;
  await raw.openDocument(canvas, joined.token);
  const count = () => raw.count(canvas, 'acknowledged') + raw.count(canvas, 'refused');
  return {
    raw,
    write: async () => {
      const [answers, refused] = [count(), raw.count(canvas, 'refused')];
      raw.update(
        canvas,
        updateOf((doc) => addNote(doc, { text: 'hei' })),
      );
      await raw.until(() => count() > answers || !raw.isOpen);
      return raw.count(canvas, 'refused') === refused ? 'taken' : 'refused';
    },
  };
}

async function workshop(options: Partial<ServerOptions> = {}) {
  const server = await testServer(options);
  const made = await makeBoard(server);
  const facilitator = await join(server, made, 'facilitator', { name: 'Siri' });
  const ola = await join(server, made, 'participant', { name: 'Ola' });
  const plan = yjsClient(server.socketUrl, facilitator, facilitator.documents.plan);
  await plan.synced;
  const phases = readPlanFacts(plan.doc).phases;
  return { server, made, facilitator, ola, phases, command: commandsOf(server, facilitator) };
}

const idOf = (phases: readonly PlanPhase[], at: number): string => phases[at]?.id ?? '';
const MINUTE = 60_000;

describe('commands', () => {
  test('[W8] what a facilitator commands is answered, and seen by everybody', async () => {
    const now = () => 5_000 as Millis;
    const { server, ola, phases, command } = await workshop({ now });
    const seen = await watcher(server, ola);
    expect(seen.stage()).toEqual(OPEN_STAGE);
    const { status, body } = await command({ type: 'phase.start' });
    expect([status, body.now, body.stage.phase]).toEqual([200, 5_000, idOf(phases, 0)]);
    await seen.until(({ version }) => version === 2);
    expect(seen.stage()).toEqual(body.stage);
  });

  test('[W9] two who press «neste» at once have gone on by one phase, and both are told where they are', async () => {
    const { made, server, phases, command } = await workshop();
    await command({ type: 'phase.start' });
    const other = commandsOf(server, await join(server, made, 'facilitator', { name: 'Tor' }));
    const answers = await Promise.all([
      command({ type: 'phase.next' }, 2),
      other({ type: 'phase.next' }, 2),
      other({ type: 'phase.next' }, 2),
    ]);
    expect(answers.map(({ status, body }) => [status, body.stage.version, body.stage.phase])).toEqual(
      answers.map(() => [200, 3, idOf(phases, 1)]),
    );
  });

  test('[W9] commands that expect nothing are done one after the other, none of them lost', async () => {
    const { command } = await workshop();
    await command({ type: 'phase.start' });
    const began = (await command({ type: 'timer.pause' })).body.stage.left ?? 0;
    const answers = await Promise.all(Array.from({ length: 8 }, () => command({ type: 'timer.add', millis: MINUTE })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(Math.max(...answers.map(({ body }) => body.stage.left ?? 0))).toBe(began + 8 * MINUTE);
  });

  test('[W8] nobody but a facilitator commands', async () => {
    const { server, made } = await workshop();
    for (const role of ['participant', 'viewer'] satisfies Role[]) {
      const answer = await commandsOf(server, await join(server, made, role))({ type: 'phase.start' });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'not-allowed']);
    }
  });

  test.each([
    [{ type: 'phase.start', phase: 'gone' }, 'phase-unknown'],
    [{ type: 'phase.next' }, 'command-untimely'],
    [{ type: 'phase.leap' }, 'bad-request'],
    [{ type: 'phase.start', phase: '../../x' }, 'bad-request'],
    [{ type: 'timer.add', millis: 1e12 }, 'bad-request'],
    [{ type: 'timer.add', millis: 0.5 }, 'bad-request'],
    [{}, 'bad-request'],
  ] as const)('[W3] %j is refused with %s, and changes nothing', async (wrong, code) => {
    const { server, ola, command } = await workshop();
    const answer = await command(wrong as StageCommand);
    expect(codeOf(answer)).toBe(code);
    expect((await watcher(server, ola)).stage()).toEqual(OPEN_STAGE);
  });
});

describe('a closed canvas', () => {
  const LATER = { limits: { graceMillis: 1 } } as const;

  test('[W10] closes to participants when its grace is over, whatever client they have, and never to facilitators', async () => {
    const { server, made, facilitator, ola, command } = await workshop({ limits: { graceMillis: 60 * MINUTE } });
    const [kari, siri] = [await writer(server, ola), await writer(server, facilitator)];
    expect(await kari.write()).toBe('taken');
    await command({ type: 'writing.close' });
    expect(await kari.write()).toBe('taken');
    // The same with no grace to speak of, and a plain client.
    const soon = await workshop(LATER);
    const [late, lead] = [await writer(soon.server, soon.ola), await writer(soon.server, soon.facilitator)];
    const seen = await watcher(soon.server, soon.ola);
    await soon.command({ type: 'writing.close' });
    await seen.until(({ canvas }) => canvas === 'closed');
    expect([await late.write(), await lead.write(), await siri.write()]).toEqual(['refused', 'taken', 'taken']);
    expect(await (await writer(soon.server, await join(soon.server, soon.made, 'participant'))).write()).toBe(
      'refused',
    );
    expect(await plainWrite(soon.server, soon.ola)).toBe(false);
    await soon.command({ type: 'writing.open' });
    await seen.until(({ canvas }) => canvas === 'open');
    expect([await late.write(), await plainWrite(soon.server, soon.ola)]).toEqual(['taken', true]);
    expect(made.board.id).not.toBe(soon.made.board.id);
  });

  test('[W10] nobody’s drag is shown who may not write', async () => {
    const { server, made, ola, command } = await workshop(LATER);
    const [kari, siri] = [await writer(server, ola), await writer(server, await join(server, made, 'viewer'))];
    const { canvas } = ola.documents;
    kari.raw.send(drag(canvas, 'før'));
    await siri.raw.until(() => siri.raw.count(canvas, 'stateless') === 1);
    await command({ type: 'writing.close' });
    const seen = await watcher(server, ola);
    await seen.until(({ canvas: gate }) => gate === 'closed');
    kari.raw.send(drag(canvas, 'stengt'));
    // What comes after it has passed by it.
    expect(await kari.write()).toBe('refused');
    await command({ type: 'writing.open' });
    await seen.until(({ canvas: gate }) => gate === 'open');
    kari.raw.send(drag(canvas, 'åpen'));
    await siri.raw.until(() => siri.raw.count(canvas, 'stateless') === 2);
    const told = siri.raw.received.flatMap((one) => (one.kind === 'stateless' ? [one.text] : []));
    expect(told).toEqual(['før', 'åpen']);
  });
});

/** Whether a note written by a plain y-websocket client reaches the server. */
async function plainWrite(server: TestServer, { board, token }: JoinResponse): Promise<boolean> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${server.socketUrl.replace('/sync', '/y')}/${board.id}`, 'canvas', doc, {
    protocols: [`token.${token}`],
    disableBc: true,
  });
  onTestFinished(() => provider.destroy());
  await new Promise<void>((resolve) => provider.on('sync', () => resolve()));
  const { promise: refused, resolve: refuse } = Promise.withResolvers<false>();
  provider.messageHandlers[2] = () => refuse(false);
  const reader = new WebsocketProvider(
    `${server.socketUrl.replace('/sync', '/y')}/${board.id}`,
    'canvas',
    new Y.Doc(),
    {
      protocols: [`token.${token}`],
      disableBc: true,
    },
  );
  onTestFinished(() => reader.destroy());
  await new Promise<void>((resolve) => reader.on('sync', () => resolve()));
  const id = addNote(doc, { text: 'enkel klient' });
  const seen = new Promise<true>((resolve) =>
    reader.doc.on('update', () => reader.doc.getMap('records').has(id) && resolve(true)),
  );
  return Promise.race([refused, seen]);
}

describe('time and restarts', () => {
  test('[W11] what time does happens by itself: at the end of a phase that closes it is closing, and then closed', async () => {
    let now = 1_000_000;
    const { server, ola, phases, command } = await workshop({ now: () => now as Millis });
    const closing = phases.find(({ closes }) => closes);
    const seen = await watcher(server, ola);
    await command({ type: 'phase.start', phase: closing?.id ?? '' });
    await seen.until(({ endsAt }) => endsAt === now + (closing?.minutes ?? 0) * MINUTE);
    now += (closing?.minutes ?? 0) * MINUTE;
    await seen.until(({ canvas }) => canvas === 'closing');
    now += 3_000;
    await seen.until(({ canvas }) => canvas === 'closed');
    expect(seen.stage()?.closedAt).toBeNull();
  });

  test('[W11] a timer goes on over a restart, and what came due meanwhile is done', async () => {
    const directory = temporaryDirectory();
    let now = 1_000_000;
    const first = await workshop({ storage: new SqliteStorage(directory), now: () => now as Millis });
    const phase = first.phases.find(({ closes }) => closes);
    const { body } = await first.command({ type: 'phase.start', phase: phase?.id ?? '' });
    await first.server.close();
    now += MINUTE;
    const second = await testServer({ storage: new SqliteStorage(directory), now: () => now as Millis });
    const seen = await watcher(second, first.ola);
    expect(seen.stage()).toEqual(body.stage);
    await second.close();
    now += 60 * MINUTE;
    const third = await testServer({ storage: new SqliteStorage(directory), now: () => now as Millis });
    const again = await watcher(third, first.ola);
    await again.until(({ canvas }) => canvas === 'closing');
    now += 3_000;
    await again.until(({ canvas }) => canvas === 'closed');
    expect(again.stage()).toMatchObject({ phase: phase?.id, endsAt: body.stage.endsAt });
  });

  test('[W12] a server that stopped between row and document shows the row’s when it starts anew', async () => {
    const storage = new MemoryStorage();
    const { server: first, ola, made } = await workshop({ storage });
    await first.close();
    const stage = { ...OPEN_STAGE, version: 2, phase: 'today-alone', canvas: 'closed' } as const;
    expect(await storage.putStage(made.board.id, stage, null)).toBe(true);
    const server = await testServer({ storage });
    const seen = await watcher(server, ola);
    await seen.until(({ version }) => version === 2);
    expect(seen.stage()).toEqual(stage);
    expect(await (await writer(server, ola)).write()).toBe('refused');
  });

  test('[W12] a command whose document could not be stored is refused, and given again it says what is now', async () => {
    const storage = new ControlledStorage();
    const { command, server, ola } = await workshop({ storage });
    storage.isBroken = true;
    expect(codeOf(await command({ type: 'phase.start' }, 1))).toBe('storage-unavailable');
    storage.isBroken = false;
    for (;;) {
      const { status, body } = await command({ type: 'phase.start' }, 1);
      if (status !== 200) continue;
      expect([body.stage.version, body.stage.phase]).toEqual([2, 'rationale']);
      break;
    }
    const seen = await watcher(server, ola);
    await seen.until(({ version }) => version === 2);
  });

  test('[W12] a board from before stages had gates reads as an open one', () => {
    const doc = new Y.Doc();
    doc.getMap('stage').set('value', { version: 1, phase: null, endsAt: null, open: 'all' });
    expect(readStage(doc)).toEqual(OPEN_STAGE);
  });
});

describe.skipIf(noRedis)('several nodes', () => {
  const both = databases();

  test('[W13] commands by two nodes at once are all done, and both show the last; writing closes by either', async () => {
    const { a, b, board } = await twoNodes(both, { limits: { graceMillis: 1 } });
    const lead = await join(a, board, 'facilitator', { name: 'Siri' });
    const ola = await join(a, board, 'participant', { name: 'Ola' });
    const [here, there] = [await watcher(a, lead), await watcher(b, ola)];
    const [byA, byB] = [commandsOf(clientOf(a.port), lead), commandsOf(clientOf(b.port), lead)];
    await byA({ type: 'phase.start' });
    await byB({ type: 'timer.pause' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => (turn % 2 === 0 ? byA : byB)({ type: 'timer.add', millis: MINUTE })),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const seen of [here, there]) await seen.until(({ version }) => version === 13);
    expect(here.stage()).toEqual(there.stage());
    const kari = await writer(b, ola);
    expect(await kari.write()).toBe('taken');
    await byA({ type: 'writing.close' });
    await there.until(({ canvas }) => canvas === 'closed');
    expect(await kari.write()).toBe('refused');
    await byB({ type: 'writing.open' });
    await there.until(({ canvas }) => canvas === 'open');
    expect(await kari.write()).toBe('taken');
  });
});

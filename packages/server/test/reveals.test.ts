/** What is written privately, and how it comes onto the canvas. */
import {
  addNote,
  holdBack,
  readNotes,
  readPlanFacts,
  readStage,
  readZones,
  recordsOf,
  writePhases,
  type JoinResponse,
  type NewNote,
  type PlanZone,
  type RecordId,
  type Stage,
  type StageCommand,
} from '@samtavla/protocol';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join as pathTo } from 'node:path';
import * as Y from 'yjs';
import type { ServerOptions } from '../src/server.ts';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { ControlledStorage } from './controlled-storage.ts';
import { noRedis } from './redis-server.ts';
import { RawClient } from './raw-client.ts';
import { serverProcess } from './server-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { clientOf, codeOf, join, makeBoard, testServer, type MadeBoard, type TestServer } from './test-server.ts';
import { databases, twoNodes } from './two-nodes.ts';
import { acknowledged, until, yjsClient, type YjsClient } from './yjs-client.ts';

type Server = Pick<TestServer, 'socketUrl' | 'post' | 'get' | 'url'>;
type Answered = { readonly stage: Stage };

const command = (server: Server, { board, token }: JoinResponse, wish: StageCommand) =>
  server.post<Answered>(`/api/boards/${board.id}/commands`, { command: wish }, { authorization: `Bearer ${token}` });

/** One of a person's documents, when it has come. */
async function opened(server: Server, joined: JoinResponse, kind: 'plan' | 'stage' | 'canvas' | 'desk') {
  const client = yjsClient(server.socketUrl, joined, joined.documents[kind] ?? '');
  await client.synced;
  return client;
}

/** Makes the first phase that has zones private, and begins it. */
async function beginRound(server: Server, made: MadeBoard) {
  const siri = await join(server, made, 'facilitator', { name: 'Siri' });
  const plan = await opened(server, siri, 'plan');
  const { phases } = readPlanFacts(plan.doc);
  const at = phases.findIndex(({ zones }) => zones.length > 0);
  writePhases(
    plan.doc,
    phases.map((phase, index) => (index === at ? { ...phase, private: true } : phase)),
  );
  await acknowledged(plan);
  const { body } = await command(server, siri, { type: 'phase.start', phase: phases[at]?.id });
  const zone = readZones(plan.doc).find(({ id }) => id === phases[at]?.zones[0]);
  if (zone === undefined || body.stage.round === null) throw new Error('A round has begun in a zone.');
  return { siri, zone, round: body.stage.round, stage: body.stage };
}

/** Somebody at their desk. */
async function writer(server: Server, made: MadeBoard, name: string) {
  const joined = await join(server, made, 'participant', { name });
  const desk = await opened(server, joined, 'desk');
  const write = async (note: NewNote) => {
    const id = addNote(desk.doc, note);
    await acknowledged(desk);
    return id;
  };
  return { joined, desk, write };
}

const texts = (client: Pick<YjsClient, 'doc'>) =>
  readNotes(client.doc)
    .map(({ text }) => text)
    .toSorted();
const shows = (client: YjsClient, wanted: readonly string[]) =>
  until(client, () => JSON.stringify(texts(client)) === JSON.stringify(wanted));

async function workshop(options: Partial<ServerOptions> = {}, anonymous = false) {
  const server = await testServer(options);
  const made = await makeBoard(server, { anonymous });
  return { server, made, ...(await beginRound(server, made)) };
}

const note = (text: string, zone: PlanZone, round: string, more: Partial<NewNote> = {}): NewNote => ({
  text,
  zone,
  round,
  ...more,
});

describe('private writing', () => {
  test('[W15] before the reveal no byte of a note reaches anybody else, whatever they ask for', async () => {
    const { server, made, siri, zone, round } = await workshop();
    const { joined, write } = await writer(server, made, 'Kari');
    const spies = await Promise.all(
      [siri, await join(server, made, 'participant', { name: 'Ola' }), await join(server, made, 'viewer')].map(
        async (spy) => {
          const raw = await RawClient.open(server.socketUrl, made.board.id);
          onTestFinished(() => raw.close());
          for (const kind of ['plan', 'stage', 'canvas'] as const)
            await raw.openDocument(spy.documents[kind], spy.token);
          return { raw, spy };
        },
      ),
    );
    await write(note('hemmelighet-ved-pulten', zone, round));
    for (const { raw, spy } of spies) {
      const asking = await RawClient.open(server.socketUrl, made.board.id);
      onTestFinished(() => asking.close());
      asking.authenticate(joined.documents.desk ?? '', spy.token);
      await asking.until(() => asking.received.some(({ kind }) => kind === 'denied') || !asking.isOpen);
      const state = await server.get(`/api/boards/${made.board.id}/documents/desk/state`, spy.token);
      const heard = Buffer.concat([...raw.frames, ...asking.frames, Buffer.from(JSON.stringify(state.body))]).toString(
        'latin1',
      );
      expect(heard).not.toContain('hemmelighet');
    }
    await command(server, siri, { type: 'round.reveal' });
    // The same eyes see it from then on.
    for (const { raw } of spies)
      await raw.until(() => Buffer.concat(raw.frames).toString('latin1').includes('hemmelighet'));
  });
});

test('[W27] no word that was deleted at a desk is left in the database’s files: of who is away when it is shown, and of who takes it away then', async () => {
  const directory = temporaryDirectory();
  const { server, made, siri, zone, round } = await workshop({ storage: new SqliteStorage(directory) });
  const { desk, write } = await writer(server, made, 'Kari');
  const files = () =>
    readdirSync(directory)
      .filter((name) => name.startsWith('samtavla.db'))
      .map((name) => readFileSync(pathTo(directory, name), 'latin1'))
      .join('');
  const gone = await write(note('angret-hemmelighet', zone, round));
  recordsOf(desk.doc).delete(gone);
  const held = await write(note('holdt-tilbake', zone, round));
  holdBack(recordsOf(desk.doc).get(held) as never, true);
  const shown = await write(note('vist-for-alle', zone, round));
  await acknowledged(desk);
  expect(files()).toContain('angret-hemmelighet');
  const away = await writer(server, made, 'Ola');
  recordsOf(away.desk.doc).delete(await away.write(note('sovende-hemmelighet', zone, round)));
  await away.write(note('vist-mens-jeg-sov', zone, round));
  await acknowledged(away.desk);
  away.desk.close();
  expect(files()).toContain('sovende-hemmelighet');
  await command(server, siri, { type: 'round.reveal' });
  const isGone = (word: string) =>
    vi.waitFor(() => expect(files()).not.toContain(word), { timeout: 20_000, interval: 100 });
  await isGone('sovende-hemmelighet');
  await isGone('angret-hemmelighet');
  const late = addNote(desk.doc, note('sen-hemmelighet', zone, round));
  holdBack(recordsOf(desk.doc).get(late) as never, true);
  await acknowledged(desk);
  expect(files()).toContain('sen-hemmelighet');
  recordsOf(desk.doc).delete(late);
  // As the writer's page does when it sees it on the canvas.
  recordsOf(desk.doc).delete(shown);
  await acknowledged(desk);
  await isGone('sen-hemmelighet');
  expect(files()).toContain('holdt-tilbake');
  const again = await opened(server, siri, 'canvas');
  await shows(again, ['vist-for-alle', 'vist-mens-jeg-sov']);
});

describe('the reveal', () => {
  test('[W16] what was written at desks stands on the canvas under the same ids, signed by whose desk it is', async () => {
    const { server, made, siri, zone, round } = await workshop();
    const [kari, ola] = [await writer(server, made, 'Kari'), await writer(server, made, 'Ola')];
    const forged = { id: ola.joined.participant.id, name: 'Ola' };
    const first = await kari.write(note('Fra Kari', zone, round, { author: forged, colour: 'pink' }));
    const second = await ola.write(note('Fra Ola', zone, round));
    const held = await ola.write(note('Bare min', zone, round));
    const record = recordsOf(ola.desk.doc).get(held);
    if (record !== undefined) holdBack(record, true);
    await ola.write(note(' ', zone, round));
    await ola.write({ text: 'Til en annen runde', zone });
    await acknowledged(ola.desk);
    const canvas = await opened(server, siri, 'canvas');
    const { status, body } = await command(server, siri, { type: 'round.reveal' });
    expect([status, body.stage.rounds[0]?.revealedAt]).toEqual([200, expect.any(Number)]);
    await shows(canvas, ['Fra Kari', 'Fra Ola']);
    const notes = new Map(readNotes(canvas.doc).map((one) => [one.id, one]));
    expect(notes.get(first)).toMatchObject({
      colour: 'pink',
      author: { id: kari.joined.participant.id, name: 'Kari' },
    });
    expect(notes.get(second)?.author).toEqual({ id: ola.joined.participant.id, name: 'Ola' });
    // Each stood in the first free place of a zone that its writer had to themselves.
    expect(notes.get(first)?.at).not.toEqual(notes.get(second)?.at);
    expect([...notes.values()].map((one) => one.zone)).toEqual([zone.id, zone.id]);
    expect(codeOf(await command(server, siri, { type: 'round.reveal' }))).toBe('command-untimely');
  });

  test('[W17] what comes late, or is no longer held back, follows; what was deleted on the canvas does not come back', async () => {
    const { server, made, siri, zone, round } = await workshop();
    const kari = await writer(server, made, 'Kari');
    const gone = await kari.write(note('Slettet siden', zone, round));
    const held = await kari.write(note('Holdt tilbake', zone, round));
    const record = recordsOf(kari.desk.doc).get(held);
    if (record !== undefined) holdBack(record, true);
    await acknowledged(kari.desk);
    const canvas = await opened(server, siri, 'canvas');
    await command(server, siri, { type: 'round.reveal' });
    await shows(canvas, ['Slettet siden']);
    recordsOf(canvas.doc).delete(gone);
    await acknowledged(canvas);
    if (record !== undefined) holdBack(record, false);
    await shows(canvas, ['Holdt tilbake']);
    await kari.write(note('Fra en telefon som sov', zone, round));
    await shows(canvas, ['Fra en telefon som sov', 'Holdt tilbake']);
    // Nor with a server that starts anew, or another text at the desk.
    await kari.write(note('Sist', zone, round));
    await shows(canvas, ['Fra en telefon som sov', 'Holdt tilbake', 'Sist']);
    expect(recordsOf(kari.desk.doc).has(gone)).toBe(true);
  });

  test('[W17] an id that stands for something else is not its writer’s to take', async () => {
    const { server, made, siri, zone, round } = await workshop();
    const kari = await writer(server, made, 'Kari');
    const canvas = await opened(server, siri, 'canvas');
    const taken = addNote(canvas.doc, { text: 'Siris', zone });
    await acknowledged(canvas);
    await kari.write(note('Egen', zone, round));
    const own = readNotes(kari.desk.doc)[0]?.id ?? '';
    kari.desk.doc.transact(() => {
      for (const id of [taken, zone.id])
        recordsOf(kari.desk.doc).set(id, recordsOf(kari.desk.doc).get(own)?.clone() ?? new Y.Map());
    });
    await acknowledged(kari.desk);
    await command(server, siri, { type: 'round.reveal' });
    await shows(canvas, ['Egen', 'Siris']);
    expect(readZones(canvas.doc)).toEqual([]);
  });

  test('[W16] who is removed takes what was not shown along, and what was shown can be taken out', async () => {
    const { server, made, siri, zone, round } = await workshop();
    const [kari, ola] = [await writer(server, made, 'Kari'), await writer(server, made, 'Ola')];
    await kari.write(note('Fra Kari', zone, round));
    await ola.write(note('Fra Ola', zone, round));
    const people = `/api/boards/${made.board.id}/people`;
    await server.delete(`${people}/${kari.joined.participant.id}`, siri.token);
    const canvas = await opened(server, siri, 'canvas');
    await command(server, siri, { type: 'round.reveal' });
    await shows(canvas, ['Fra Ola']);
    await server.delete(`${people}/${ola.joined.participant.id}/writing`, siri.token);
    await shows(canvas, []);
    expect(readNotes(canvas.doc)).toEqual([]);
  });

  test('[W18] a server that stopped in the middle of it goes on with it when the board is opened, and nothing comes twice', async () => {
    const storage = new ControlledStorage();
    const { server, made, siri, zone, round, stage } = await workshop({ storage });
    const kari = await writer(server, made, 'Kari');
    for (const text of ['En', 'To', 'Tre']) await kari.write(note(text, zone, round));
    kari.desk.close();
    await server.close();
    const version = stage.version + 1;
    const rounds = stage.rounds.map((one) => ({ ...one, revealedAt: siri.now }));
    await storage.putStage(made.board.id, { ...stage, version, round: null, rounds }, null);
    for (const _ of [1, 2]) {
      const next = await testServer({ storage });
      const canvas = await opened(next, siri, 'canvas');
      await shows(canvas, ['En', 'To', 'Tre']);
      await next.close();
    }
    expect(await storage.revealed(made.board.id)).toHaveLength(3);
  });

  test('[W18] killed at any moment of it, all is there once when the server is up again', async () => {
    const directory = temporaryDirectory();
    const env = { DATA_DIR: directory, LOG_LEVEL: 'error' };
    const first = serverProcess(env);
    onTestFinished(async () => void (await first.kill('SIGKILL')));
    const server = clientOf(await first.port);
    const made = await makeBoard(server);
    const { siri, zone, round } = await beginRound(server, made);
    const names = Array.from({ length: 8 }, (_, at) => `Person ${at}`);
    const wanted: string[] = [];
    for (const name of names) {
      const { desk } = await writer(server, made, name);
      for (const text of [1, 2, 3].map((turn) => `${name}: ${turn}`)) {
        wanted.push(text);
        addNote(desk.doc, note(text, zone, round));
      }
      await acknowledged(desk);
      desk.close();
    }
    const revealing = command(server, siri, { type: 'round.reveal' }).catch(() => null);
    const stage = await opened(server, siri, 'stage');
    await until(stage, () => readStage(stage.doc)?.rounds[0]?.revealedAt !== null);
    await first.kill('SIGKILL');
    await revealing;
    const second = serverProcess(env);
    onTestFinished(async () => void (await second.kill('SIGKILL')));
    const canvas = await opened(clientOf(await second.port), siri, 'canvas');
    await shows(canvas, wanted.toSorted());
    expect(new Set(readNotes(canvas.doc).map(({ id }) => id)).size).toBe(wanted.length);
  });

  test('[W18] while storage is down it is refused, and done when storage is there again', async () => {
    const storage = new ControlledStorage();
    const { server, made, siri, zone, round } = await workshop({ storage });
    const kari = await writer(server, made, 'Kari');
    await kari.write(note('Venter', zone, round));
    storage.isBroken = true;
    expect(codeOf(await command(server, siri, { type: 'round.reveal' }))).toBe('storage-unavailable');
    storage.isBroken = false;
    const canvas = yjsClient(server.socketUrl, siri, siri.documents.canvas);
    await shows(canvas, ['Venter']);
    expect(await storage.revealed(made.board.id)).toHaveLength(1);
  });
});

test('[W18] a hall of a hundred writes privately, and one reveal brings all of it, once', async () => {
  const { server, made, siri, zone, round } = await workshop({ storage: new SqliteStorage(temporaryDirectory()) });
  const names = Array.from({ length: 100 }, (_, at) => `Person ${String(at).padStart(2, '0')}`);
  const desks: YjsClient[] = [];
  const wanted = names.flatMap((name) => [`${name} a`, `${name} b`, `${name} c`]);
  for (const name of names) {
    const { desk } = await writer(server, made, name);
    for (const turn of ['a', 'b', 'c']) addNote(desk.doc, note(`${name} ${turn}`, zone, round));
    desks.push(desk);
  }
  await Promise.all(desks.map(acknowledged));
  const canvas = await opened(server, siri, 'canvas');
  const began = performance.now();
  const revealing = command(server, siri, { type: 'round.reveal' });
  await shows(canvas, wanted.toSorted());
  console.info(`A hundred desks were shown after ${Math.round(performance.now() - began)} ms.`);
  expect((await revealing).status).toBe(200);
  const places = readNotes(canvas.doc).map(({ at }) => at.join());
  expect([places.length, recordsOf(canvas.doc).size]).toEqual([300, 300]);
}, 60_000);

describe('an anonymous board', () => {
  test('[W19] a reveal signs nothing, and tells neither by order nor by time whose it is', async () => {
    const storage = new MemoryStorage();
    const { server, made, siri, zone, round } = await workshop({ storage }, true);
    const wanted: string[] = [];
    for (const name of ['Kari', 'Ola', 'Per']) {
      const { desk, joined } = await writer(server, made, name);
      const author = { id: joined.participant.id, name };
      for (const turn of Array.from({ length: 8 }, (_, at) => at)) {
        wanted.push(`${name} ${turn}`);
        addNote(desk.doc, note(`${name} ${turn}`, zone, round, { author }));
      }
      await acknowledged(desk);
    }
    const canvas = await opened(server, siri, 'canvas');
    const { body } = await command(server, siri, { type: 'round.reveal' });
    await shows(canvas, wanted.toSorted());
    const notes = readNotes(canvas.doc);
    expect(notes.map(({ author }) => author)).toEqual(notes.map(() => null));
    const times = new Set(notes.map(({ createdAt }) => createdAt));
    expect([...times]).toEqual([body.stage.rounds[0]?.revealedAt]);
    expect(await storage.spans(siri.documents.canvas)).toEqual([]);
    // One order in as many as there are of 24 would be theirs by chance.
    const inPlace = notes.toSorted((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]).map(({ text }) => text);
    expect(inPlace).not.toEqual(wanted);
  });
});

describe('the sqlite file', () => {
  test('[W15] a desk’s notes are read from what is stored, also when nobody has it open', async () => {
    const directory = temporaryDirectory();
    const { server, made, siri, zone, round } = await workshop({ storage: new SqliteStorage(directory) });
    const kari = await writer(server, made, 'Kari');
    const id: RecordId = await kari.write(note('Telefonen er borte', zone, round));
    kari.desk.close();
    await command(server, siri, { type: 'round.reveal' });
    const canvas = await opened(server, siri, 'canvas');
    await shows(canvas, ['Telefonen er borte']);
    expect(readNotes(canvas.doc)[0]?.id).toBe(id);
  });
});

describe.skipIf(noRedis)('several nodes', () => {
  const both = databases();

  test('[W18] notes at the desks of two nodes are there once, by whichever it is revealed', async () => {
    const { a, b, board } = await twoNodes(both);
    const { siri, zone, round } = await beginRound(a, board);
    const [kari, ola] = [await writer(a, board, 'Kari'), await writer(b, board, 'Ola')];
    await kari.write(note('Hos a', zone, round));
    await ola.write(note('Hos b', zone, round));
    const [here, there] = [await opened(a, siri, 'canvas'), await opened(b, ola.joined, 'canvas')];
    await command(b, siri, { type: 'round.reveal' });
    await Promise.all([shows(here, ['Hos a', 'Hos b']), shows(there, ['Hos a', 'Hos b'])]);
    await Promise.all([kari.write(note('Sent hos a', zone, round)), ola.write(note('Sent hos b', zone, round))]);
    const all = ['Hos a', 'Hos b', 'Sent hos a', 'Sent hos b'];
    await Promise.all([shows(here, all), shows(there, all)]);
    expect(readNotes(here.doc)).toHaveLength(4);
  });
});

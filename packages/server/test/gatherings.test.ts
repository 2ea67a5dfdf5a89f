/** Gatherings that are over, and what has changed since: a case made by hand, and who may ask. */
import {
  addMeasure,
  addNote,
  addZone,
  atOf,
  fragmentOfLines,
  readNotes,
  recordsOf,
  removeZone,
  setMeasureFields,
  type BoardChange,
  type BoardVersion,
  type EndedGathering,
  type JoinResponse,
  type PlanZone,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import type { ZoneKind } from '@samtavla/templates';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { changesBetween, standingOn } from '../src/versions/changes.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, join, makeBoard, testServer } from './test-server.ts';
import { acknowledged, yjsClient } from './yjs-client.ts';

const zone = (kind: ZoneKind, title: string, order: number): PlanZone => ({
  id: `zone-${order}` as RecordId,
  kind,
  title,
  question: '',
  box: { x: order * 1_000, y: 0, w: 900, h: 900 },
  tint: 'blue',
  order,
});
const TODAY = zone('current', 'I dag', 0);
const WISH = zone('desired', 'Ønsket', 1);
const WAY = zone('measures', 'Veien dit', 2);
const CELL = { ...zone('measures', 'Skole og kultur', 3), cell: { level: 'service', domain: 'culture' } };

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function recordIn(doc: Y.Doc, id: RecordId): RecordMap {
  const record = recordsOf(doc).get(id);
  if (record === undefined) throw new Error('There is no such record.');
  return record;
}

const rewrite = (record: RecordMap, text: string) => record.set('text', fragmentOfLines(text));

/** A board at a gathering's end, and the same to work on. */
function aBoard() {
  const [plan, canvas] = [new Y.Doc(), new Y.Doc()];
  for (const each of [TODAY, WISH, WAY, CELL]) addZone(plan, each);
  const note = (text: string, inZone: PlanZone, at: readonly [number, number]) =>
    addNote(canvas, { text, zone: inZone, at });
  return {
    plan,
    canvas,
    note,
    measure: (text: string, at: readonly [number, number]) => addMeasure(canvas, { text, zone: WAY, at }),
    /** What `work` changed. */
    changesAfter: (work: (canvas: Y.Doc, plan: Y.Doc) => void): BoardChange[] => {
      const [laterPlan, later] = [copyOf(plan), copyOf(canvas)];
      work(later, laterPlan);
      return changesBetween(standingOn(plan, canvas), standingOn(laterPlan, later));
    },
  };
}

const NOTHING = { isMeasure: false, isNew: false, wasNote: false, isReworded: false, moved: null, fields: [] };
const ofMeasure = (id: RecordId, text: string) => ({ ...NOTHING, id, text, isMeasure: true });

test('[V27] what is new, done, reworded, filled in and come true since a gathering is told; what is gone is not', () => {
  const { note, measure, changesAfter } = aBoard();
  const untouched = note('Koret øver i kirka', TODAY, [0, 0]);
  const reworded = note('Få vet om oss', TODAY, [0, 300]);
  const wish = note('Alle får spille', WISH, [0, 0]);
  const became = note('Lån ut flygelet', WISH, [0, 300]);
  const gone = note('Skal bort', TODAY, [0, 600]);
  const done = measure('Gratis prøvetime', [0, 0]);
  const agreed = measure('Åpne skolen', [0, 300]);
  const celled = measure('Felles lærer', [0, 600]);
  const changes = changesAfter((canvas, plan) => {
    rewrite(recordIn(canvas, reworded), 'Ingen vet om oss');
    recordIn(canvas, wish).set('at', atOf([0, 900, 0], { zone: TODAY.id }));
    recordIn(canvas, became).set('kind', 'measure');
    recordsOf(canvas).delete(gone);
    setMeasureFields(recordIn(canvas, done), { status: 'done' });
    setMeasureFields(recordIn(canvas, agreed), { status: 'agreed', owner: 'Kari', due: '2027-03-12' });
    recordIn(canvas, celled).set('at', atOf([0, 0, 0], { zone: CELL.id }));
    addNote(canvas, { text: 'Kommet til siden', zone: TODAY, at: [0, 1_200] });
    addNote(canvas, { text: ' ', zone: TODAY });
    addMeasure(plan, { text: 'Låst fra første stund', at: [9_000, 0] }, { owner: 'Ola' });
    // Only other to look at, and no news.
    recordIn(canvas, untouched).set('colour', 'pink');
  });
  const [kommet, locked] = [changes[2]?.id, changes[7]?.id] as [RecordId, RecordId];
  expect(changes).toEqual([
    { ...NOTHING, id: reworded, text: 'Ingen vet om oss', isReworded: true },
    {
      ...NOTHING,
      id: wish,
      text: 'Alle får spille',
      moved: { from: { title: 'Ønsket', kind: 'desired' }, to: { title: 'I dag', kind: 'current' } },
    },
    { ...NOTHING, id: kommet, text: 'Kommet til siden', isNew: true },
    { ...ofMeasure(became, 'Lån ut flygelet'), wasNote: true },
    { ...ofMeasure(done, 'Gratis prøvetime'), fields: [{ field: 'status', from: 'idea', to: 'done' }] },
    {
      ...ofMeasure(agreed, 'Åpne skolen'),
      fields: [
        { field: 'status', from: 'idea', to: 'agreed' },
        { field: 'owner', from: null, to: 'Kari' },
        { field: 'due', from: null, to: '2027-03-12' },
      ],
    },
    {
      ...ofMeasure(celled, 'Felles lærer'),
      moved: { from: { title: 'Veien dit', kind: 'measures' }, to: { title: 'Skole og kultur', kind: 'measures' } },
      fields: [
        { field: 'level', from: null, to: 'service' },
        { field: 'domain', from: null, to: 'culture' },
      ],
    },
    { ...ofMeasure(locked, 'Låst fra første stund'), isNew: true, fields: [{ field: 'owner', from: null, to: 'Ola' }] },
  ]);
});

test('[V27] a note that was locked, or whose zone was taken away or moved, has not changed', () => {
  const { note, changesAfter } = aBoard();
  const locked = note('Koret øver i kirka', TODAY, [0, 0]);
  note('Alle får spille', WISH, [0, 0]);
  expect(
    changesAfter((canvas, plan) => {
      recordsOf(plan).set(locked, recordIn(canvas, locked).clone());
      recordsOf(canvas).delete(locked);
      removeZone(recordIn(plan, WISH.id));
      recordIn(plan, TODAY.id).set('at', atOf([5_000, 0, 0]));
    }),
  ).toEqual([]);
});

test('[V27] a record that is not what it should be is passed over', () => {
  const { note, changesAfter } = aBoard();
  note('Koret øver i kirka', TODAY, [0, 0]);
  const changes = changesAfter((canvas) => {
    const odd = addNote(canvas, { text: 'Id som ingen kan ha', zone: TODAY });
    recordsOf(canvas).set('<script>', recordIn(canvas, odd).clone());
    recordsOf(canvas).delete(odd);
    recordsOf(canvas).set('text', 'no record' as unknown as RecordMap);
    const measure = addMeasure(canvas, { text: 'Uten en ordentlig dato', zone: WAY });
    recordIn(canvas, measure).set('due', '2027-02-31');
    recordIn(canvas, measure).set('status', 7);
  });
  expect(changes).toMatchObject([{ text: 'Uten en ordentlig dato', isNew: true, fields: [] }]);
});

async function aServer() {
  const storage = new SqliteStorage(temporaryDirectory());
  const server = await testServer({ storage });
  const made = await makeBoard(server, { title: 'Skolestart' });
  const [kari, ola, vera] = [
    await join(server, made, 'facilitator'),
    await join(server, made, 'participant', { name: 'Ola' }),
    await join(server, made, 'viewer', { name: 'Vera' }),
  ];
  const path = `/api/boards/${made.board.id}`;
  return {
    server,
    kari,
    ola,
    vera,
    path,
    take: (body: object, { token }: JoinResponse) =>
      server.post<BoardVersion>(`${path}/versions`, body, { authorization: `Bearer ${token}` }),
    gatherings: async ({ token }: JoinResponse) =>
      (await server.get<{ gatherings: EndedGathering[] }>(`${path}/gatherings`, token)).body.gatherings,
    since: (id: string, { token }: JoinResponse) =>
      server.get<{ changes: BoardChange[]; more: number }>(`${path}/gatherings/${id}/changes`, token),
  };
}

test('[V28] a facilitator ends a gathering, and everybody on the board reads what has changed since each of them', async () => {
  const { server, kari, ola, vera, take, gatherings, since } = await aServer();
  expect(await gatherings(vera)).toEqual([]);
  expect(codeOf(await take({ name: 'Samling 1', gathering: true }, ola))).toBe('not-allowed');
  const client = yjsClient(server.socketUrl, ola, ola.documents.canvas);
  await client.synced;
  client.write('Koret øver i kirka');
  await acknowledged(client);
  const { body: first } = await take({ name: 'Samling 1', gathering: true }, kari);
  expect([first.kind, first.name]).toEqual(['gathering', 'Samling 1']);
  client.write('Kommet til siden');
  await acknowledged(client);
  const { body: second } = await take({ name: 'Samling 2', gathering: true }, kari);

  expect(await gatherings(vera)).toEqual([
    { id: second.id, name: 'Samling 2', endedAt: second.takenAt },
    { id: first.id, name: 'Samling 1', endedAt: first.takenAt },
  ]);
  const { body } = await since(first.id, vera);
  expect(body).toMatchObject({ changes: [{ text: 'Kommet til siden', isNew: true }], more: 0 });
  expect((await since(second.id, ola)).body).toEqual({ changes: [], more: 0 });
});

test('[V28] other versions are not compared with, whoever asks, nor those of another board', async () => {
  const { server, kari, ola, take, gatherings, since } = await aServer();
  const { body: named } = await take({ name: 'Før vi ryddet' }, kari);
  expect(await gatherings(ola)).toEqual([]);
  const other = await makeBoard(server);
  const siri = await join(server, other, 'facilitator');
  const elsewhere = await server.post<BoardVersion>(
    `/api/boards/${other.board.id}/versions`,
    { name: 'Samling 1', gathering: true },
    { authorization: `Bearer ${siri.token}` },
  );
  for (const id of [named.id, elsewhere.body.id, 'nowhere'])
    for (const asking of [kari, ola]) expect(codeOf(await since(id, asking))).toBe('version-unknown');
});

test('[V28] of many changes the first are told, and how many more there are', async () => {
  const { server, kari, ola, take, since } = await aServer();
  const { body: first } = await take({ name: 'Samling 1', gathering: true }, kari);
  const client = yjsClient(server.socketUrl, ola, ola.documents.canvas);
  await client.synced;
  client.doc.transact(() => {
    for (let number = 0; number < 510; number += 1)
      addNote(client.doc, { text: `Lapp ${number}`, at: [0, number * 300] });
  });
  await acknowledged(client);
  expect(readNotes(client.doc)).toHaveLength(510);
  const { body } = await since(first.id, ola);
  expect([body.changes.length, body.changes[0]?.text, body.more]).toEqual([500, 'Lapp 0', 10]);
});

/** What every storage adapter is held to. An adapter's own test is a call of this. */
import type { BoardId, Millis, ParticipantId } from '@samtavla/protocol';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hashOf } from '../src/links/secrets.ts';
import type { Admission, Board, Link, LogEntry, RowId, Storage } from '../src/storage/storage.ts';

const BOARD = 'board-1' as BoardId;
const board: Board = {
  id: BOARD,
  title: 'Skolestart',
  template: 'hvor-er-vi',
  preset: 'short',
  locale: 'nn',
  anonymous: true,
  createdAt: 1_700_000_000_000 as Millis,
};
const links: Link[] = [
  { role: 'facilitator', hash: hashOf('f'), sealed: null, closedAt: null, endsAt: null },
  { role: 'participant', hash: hashOf('p'), sealed: bytes(9, 8, 7), closedAt: null, endsAt: null },
];

function bytes(...values: number[]): Uint8Array {
  return new Uint8Array(values);
}

const newLink = (role: Link['role'], secret: string): Link => ({
  role,
  hash: hashOf(secret),
  sealed: bytes(1, 2),
  closedAt: null,
  endsAt: null,
});

/** By role, and then as they were closed: storage promises no order. */
const inOrder = (all: readonly Link[]): Link[] =>
  all.toSorted(
    (one, other) =>
      one.role.localeCompare(other.role) || (one.closedAt ?? Infinity) - (other.closedAt ?? Infinity) || 0,
  );

const entry = (document: string, ...values: number[]): LogEntry => ({ document, update: bytes(...values) });

const admission = (id: string, token: string, more: Partial<Admission> = {}): Admission => ({
  participant: { id: id as ParticipantId, board: BOARD, name: 'Kari', perspective: { sector: 'school' } },
  joinKeyHash: null,
  session: { tokenHash: hashOf(token), role: 'participant', link: hashOf('p'), createdAt: 5 as Millis },
  desk: null,
  ...more,
});

/** @param open opens an empty storage; the next call within a test opens the same one again where it outlives its process */
export function storageContract(name: string, open: () => () => Promise<Storage>, outlivesProcess: boolean): void {
  describe(`storage: ${name}`, () => {
    const empty = async (): Promise<Storage> => {
      const storage = await open()();
      onTestFinished(() => storage.close());
      return storage;
    };
    const withBoard = async (): Promise<Storage> => {
      const storage = await empty();
      await storage.createBoard(board, links, [entry(`${BOARD}/plan`, 1), entry(`${BOARD}/canvas`, 2)]);
      return storage;
    };

    test('[S1] a board comes back with its links and its documents', async () => {
      const storage = await withBoard();
      expect(await storage.board(BOARD)).toEqual(board);
      expect(inOrder(await storage.links(BOARD))).toEqual(links);
      const plan = await storage.read(`${BOARD}/plan`);
      expect(plan?.snapshot).toBeNull();
      expect(plan?.tail.map(({ update }) => update)).toEqual([bytes(1)]);
    });

    test('[S1] what was never stored is null, and never empty', async () => {
      const storage = await empty();
      expect(await storage.board(BOARD)).toBeNull();
      expect(await storage.links(BOARD)).toEqual([]);
      expect(await storage.read('nowhere/canvas')).toBeNull();
      expect(await storage.session(hashOf('t'))).toBeNull();
      expect(await storage.participantByJoinKey(BOARD, hashOf('k'))).toBeNull();
    });

    test('[S1] a write that breaks is undone whole', async () => {
      const storage = await withBoard();
      const again = storage.createBoard(board, [], [entry('other/canvas', 1)]);
      await expect(again).rejects.toBeInstanceOf(Error);
      expect(await storage.read('other/canvas')).toBeNull();
    });

    test('[S1] a probe reaches it', async () => {
      const storage = await empty();
      await expect(storage.probe()).resolves.toBeUndefined();
    });

    test('[S2] the rows of several documents come back by document, in the order they were appended', async () => {
      const storage = await empty();
      await storage.append([entry('b/plan', 1), entry('b/canvas', 2), entry('b/plan', 3)]);
      await storage.append([entry('b/plan', 4)]);
      const plan = await storage.read('b/plan');
      const canvas = await storage.read('b/canvas');
      expect(plan?.tail.map(({ update }) => [...update])).toEqual([[1], [3], [4]]);
      expect(canvas?.tail.map(({ update }) => [...update])).toEqual([[2]]);
    });

    test('[S60] writes take effect in the order they were made, and a read sees those made before it', async () => {
      const storage = await empty();
      const values = Array.from({ length: 50 }, (_, value) => value);
      const writes = values.map((value) => storage.append([entry('b/canvas', value), entry('b/plan', value)]));
      const read = await storage.read('b/canvas');
      expect(read?.tail.map(({ update }) => update[0])).toEqual(values);
      await Promise.all(writes);
      const rows = read?.tail.map(({ row }) => row) ?? [];
      expect(rows).toEqual(rows.toSorted((one, other) => one - other));
    });

    test('[S3] a compaction takes away exactly the rows it folded in', async () => {
      const storage = await empty();
      await storage.append([entry('b/canvas', 1), entry('b/plan', 9), entry('b/canvas', 2)]);
      const read = await storage.read('b/canvas');
      const foldedIn = read?.tail.map(({ row }) => row) ?? [];
      await storage.append([entry('b/canvas', 3)]);
      expect(await storage.compact({ document: 'b/canvas', basedOn: 0, state: bytes(12), foldedIn })).toBe(true);
      const after = await storage.read('b/canvas');
      expect(after?.snapshot).toEqual({ version: 1, state: bytes(12) });
      expect(after?.tail.map(({ update }) => [...update])).toEqual([[3]]);
      expect((await storage.read('b/plan'))?.tail).toHaveLength(1);
    });

    test('[S3] a compaction made from an older snapshot, or from rows that are gone, changes nothing', async () => {
      const storage = await empty();
      await storage.append([entry('b/canvas', 1)]);
      const rows = (await storage.read('b/canvas'))?.tail.map(({ row }) => row) ?? [];
      const compaction = { document: 'b/canvas', state: bytes(12), foldedIn: rows };
      expect(await storage.compact({ ...compaction, basedOn: 0 })).toBe(true);
      const before = await storage.read('b/canvas');
      expect(await storage.compact({ ...compaction, basedOn: 0, foldedIn: [] })).toBe(false);
      expect(await storage.compact({ ...compaction, basedOn: 1 })).toBe(false);
      expect(await storage.compact({ ...compaction, basedOn: 1, foldedIn: [10_000 as RowId] })).toBe(false);
      expect(await storage.read('b/canvas')).toEqual(before);
    });

    test('[S3] a row that comes after a compaction is not taken for one it folded in', async () => {
      const storage = await empty();
      await storage.append([entry('b/canvas', 1)]);
      const rows = (await storage.read('b/canvas'))?.tail.map(({ row }) => row) ?? [];
      await storage.compact({ document: 'b/canvas', basedOn: 0, state: bytes(1), foldedIn: rows });
      await storage.append([entry('b/canvas', 2)]);
      expect(await storage.compact({ document: 'b/canvas', basedOn: 1, state: bytes(1), foldedIn: rows })).toBe(false);
      expect((await storage.read('b/canvas'))?.tail).toHaveLength(1);
    });

    test('[L4] a token leads to a person and the role they came in with', async () => {
      const storage = await withBoard();
      const { participant, session } = admission('kari', 'token');
      expect(await storage.admit(admission('kari', 'token'))).toBe('kari');
      const { tokenHash, role, link } = session;
      expect(await storage.session(tokenHash)).toEqual({
        tokenHash,
        role,
        participant,
        link,
        isOver: false,
        endsAt: null,
        isRemoved: false,
      });
    });

    test('[L4] a join key is one person, also when two requests with it race', async () => {
      const storage = await withBoard();
      const key = { joinKeyHash: hashOf('key') };
      const ids = await Promise.all([
        storage.admit(admission('a', 't1', key)),
        storage.admit(admission('b', 't2', key)),
      ]);
      expect(new Set(ids).size).toBe(1);
      expect((await storage.participantByJoinKey(BOARD, hashOf('key')))?.id).toBe(ids[0]);
      expect((await storage.session(hashOf('t2')))?.participant.id).toBe(ids[0]);
    });

    test('[L4] a person who comes back keeps their token and takes their new name', async () => {
      const storage = await withBoard();
      await storage.admit(admission('kari', 'token'));
      const participant = { ...admission('kari', 'token').participant, name: 'Kari N.', perspective: {} };
      await storage.admit(admission('kari', 'token', { participant }));
      expect(await storage.session(hashOf('token'))).toMatchObject({ role: 'participant', participant });
    });

    test('[S4] a desk is begun once', async () => {
      const storage = await withBoard();
      await storage.admit(admission('kari', 't1', { desk: bytes(1) }));
      await storage.admit(admission('kari', 't2', { desk: bytes(2) }));
      const desk = await storage.read(`${BOARD}/desk/kari`);
      expect(desk?.tail.map(({ update }) => [...update])).toEqual([[1]]);
    });

    test('[L3] a closed link stays closed, and its encrypted copy goes', async () => {
      const storage = await withBoard();
      await storage.closeLink(BOARD, 'participant', 7 as Millis);
      await storage.closeLink(BOARD, 'participant', 8 as Millis);
      const [facilitator, participant] = links;
      expect(inOrder(await storage.links(BOARD))).toEqual([facilitator, { ...participant, sealed: null, closedAt: 7 }]);
    });

    const isOver = async (storage: Storage, token: string) => (await storage.session(hashOf(token)))?.isOver;

    test('[L9] a session is over when its link is closed, also one that comes too late', async () => {
      const storage = await withBoard();
      await storage.admit(admission('kari', 'by p'));
      const byFacilitator = { tokenHash: hashOf('by f'), role: 'facilitator', link: hashOf('f') } as const;
      await storage.admit(admission('ola', '', { session: { ...byFacilitator, createdAt: 5 as Millis } }));
      await storage.closeLink(BOARD, 'participant', 7 as Millis);
      await storage.admit(admission('siri', 'too late'));
      expect(await isOver(storage, 'by p')).toBe(true);
      expect(await isOver(storage, 'too late')).toBe(true);
      expect(await isOver(storage, 'by f')).toBe(false);
    });

    test('[L15] everybody who came is listed, and who is removed is marked, also where a session comes too late', async () => {
      const storage = await withBoard();
      const key = { joinKeyHash: hashOf('key') };
      await storage.admit(admission('kari', 't1', key));
      await storage.admit(admission('siri', 't2', { session: { ...sessionBy('t2', 'f'), createdAt: 9 as Millis } }));
      await storage.admit(admission('siri', 't3', { session: { ...sessionBy('t3', 'p'), createdAt: 8 as Millis } }));
      const people = async () =>
        (await storage.people(BOARD)).map(({ participant, roles, joinedAt, isRemoved }) => [
          participant.id,
          roles.toSorted(),
          joinedAt,
          isRemoved,
        ]);
      const siri = ['siri', ['facilitator', 'participant'], 8, false];
      expect(await people()).toEqual([['kari', ['participant'], 5, false], siri]);
      const remove = (person: string, by: string, on = BOARD) =>
        storage.removePerson({ board: on, person: person as ParticipantId, by: by as ParticipantId, at: 10 as Millis });
      expect(await remove('kari', 'siri', 'other' as BoardId)).toBe(false);
      expect(await remove('kari', 'siri')).toBe(true);
      expect(await people()).toEqual([['kari', ['participant'], 5, true], siri]);
      await storage.admit(admission('kari', 'too late'));
      for (const token of ['t1', 'too late']) expect((await storage.session(hashOf(token)))?.isRemoved).toBe(true);
      expect((await storage.session(hashOf('t2')))?.isRemoved).toBe(false);
      expect(await storage.participantByJoinKey(BOARD, hashOf('key'))).toBeNull();
      expect(await storage.admit(admission('kari again', 't4', key))).toBe('kari again');
      expect(await remove('siri', 'kari')).toBe(false);
      expect((await storage.session(hashOf('t2')))?.isRemoved).toBe(false);
    });

    const sessionBy = (token: string, link: 'f' | 'p') => ({
      tokenHash: hashOf(token),
      role: link === 'f' ? ('facilitator' as const) : ('participant' as const),
      link: hashOf(link),
    });

    test('[L19] who wrote what is stored with the rows, the first to say so counts, and compaction leaves it', async () => {
      const storage = await empty();
      const span = (client: number, start: number, person: string) => ({
        client,
        start,
        person: person as ParticipantId,
      });
      const [kari, ola, late] = [span(4_294_967_295, 0, 'kari'), span(7, 12, 'ola'), span(7, 12, 'mallory')];
      await storage.append([
        { ...entry('b/canvas', 1), spans: [kari, ola] },
        { ...entry('b/plan', 2), spans: [late] },
      ]);
      await storage.append([{ ...entry('b/canvas', 3), spans: [late] }]);
      const rows = (await storage.read('b/canvas'))?.tail.map(({ row }) => row) ?? [];
      expect(rows).toHaveLength(2);
      await storage.compact({ document: 'b/canvas', basedOn: 0, state: bytes(12), foldedIn: rows });
      const spans = (await storage.spans('b/canvas')).toSorted((one, other) => one.client - other.client);
      expect(spans).toEqual([ola, kari]);
      expect(await storage.spans('b/plan')).toEqual([late]);
      expect(await storage.spans('b/stage')).toEqual([]);
    });

    test('[L13] a link’s end is moved and taken off while it is open, and its sessions know it', async () => {
      const storage = await withBoard();
      await storage.admit(admission('kari', 'token'));
      const end = async () => (await storage.session(hashOf('token')))?.endsAt;
      for (const endsAt of [1_800_000_000_000 as Millis, 5 as Millis, null]) {
        expect(await storage.endLink(BOARD, 'participant', endsAt)).toBe(true);
        expect(await end()).toBe(endsAt);
      }
      expect((await storage.links(BOARD)).map(({ endsAt }) => endsAt)).toEqual([null, null]);
      await storage.rotateLink(
        BOARD,
        { ...newLink('participant', 'p2'), endsAt: 9 as Millis },
        7 as Millis,
        'everyone',
      );
      expect(await end()).toBe(9);
      await storage.closeLink(BOARD, 'participant', 8 as Millis);
      expect(await storage.endLink(BOARD, 'participant', 10 as Millis)).toBe(false);
    });

    test('[L8] a link takes the place of its role’s, whose sessions go over to it', async () => {
      const storage = await withBoard();
      await storage.admit(admission('kari', 't1'));
      await storage.rotateLink(BOARD, newLink('participant', 'p2'), 7 as Millis, 'everyone');
      const [facilitator, participant] = links;
      expect(inOrder(await storage.links(BOARD))).toEqual([
        facilitator,
        { ...participant, sealed: null, closedAt: 7 },
        newLink('participant', 'p2'),
      ]);
      expect(await isOver(storage, 't1')).toBe(false);
      await storage.closeLink(BOARD, 'participant', 8 as Millis);
      expect(await isOver(storage, 't1')).toBe(true);
    });

    test('[L8] a link takes the place of its role’s, and of its sessions one alone goes over', async () => {
      const storage = await withBoard();
      await storage.admit(admission('kari', 't1'));
      await storage.admit(admission('ola', 't2'));
      await storage.rotateLink(BOARD, newLink('participant', 'p2'), 7 as Millis, hashOf('t2'));
      expect([await isOver(storage, 't1'), await isOver(storage, 't2')]).toEqual([true, false]);
    });

    test('[L8] a link in the place of a closed one lets nobody back in', async () => {
      const storage = await withBoard();
      await storage.admit(admission('kari', 't1'));
      await storage.closeLink(BOARD, 'participant', 7 as Millis);
      await storage.rotateLink(BOARD, newLink('participant', 'p2'), 8 as Millis, 'everyone');
      expect(await isOver(storage, 't1')).toBe(true);
      expect((await storage.links(BOARD)).filter(({ closedAt }) => closedAt === null)).toHaveLength(2);
    });

    test('[L11] a board has one code at a time, and two boards never the same', async () => {
      const storage = await withBoard();
      const other = { ...board, id: 'board-2' as BoardId };
      await storage.createBoard(other, [{ ...newLink('participant', 'p2'), sealed: null }], []);
      const code = (secret: string, of = BOARD, link = hashOf('p')) => ({
        board: of,
        hash: hashOf(secret),
        link,
        expiresAt: 9 as Millis,
      });
      expect(await storage.code(hashOf('one'))).toBeNull();
      expect(await storage.putCode(code('one'))).toBe(true);
      expect(await storage.code(hashOf('one'))).toEqual(code('one'));
      expect(await storage.putCode(code('one', other.id, hashOf('p2')))).toBe(false);
      expect(await storage.code(hashOf('one'))).toEqual(code('one'));
      expect(await storage.putCode(code('two'))).toBe(true);
      expect(await storage.code(hashOf('one'))).toBeNull();
      expect(await storage.putCode(code('one', other.id, hashOf('p2')))).toBe(true);
      expect(await storage.putCode({ ...code('two'), expiresAt: 10 as Millis })).toBe(true);
      expect((await storage.code(hashOf('two')))?.expiresAt).toBe(10);
    });

    if (!outlivesProcess) return;
    test('[S1] all of it is there when it is opened again', async () => {
      const reopen = open();
      const first = await reopen();
      await first.createBoard(board, links, [entry('b/canvas', 1, 2, 3)]);
      await first.admit(admission('kari', 'token'));
      await first.close();
      const second = await reopen();
      onTestFinished(() => second.close());
      expect(await second.board(BOARD)).toEqual(board);
      expect(inOrder(await second.links(BOARD))).toEqual(links);
      expect((await second.session(hashOf('token')))?.participant.name).toBe('Kari');
      expect((await second.read('b/canvas'))?.tail.map(({ update }) => [...update])).toEqual([[1, 2, 3]]);
    });
  });
}

/** What people by one node see of what is done by another. */
import { readNotes } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { DiskAssets } from '../src/assets/disk/disk-assets.ts';
import { StorageUnavailable } from '../src/storage/storage-error.ts';
import { PostgresStorage } from '../src/storage/postgres/postgres-storage.ts';
import { png } from './images.ts';
import { noRedis } from './redis-server.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { join, makeBoard, type TestServer } from './test-server.ts';
import { databases, twoNodes } from './two-nodes.ts';
import { acknowledged, until } from './yjs-client.ts';

describe.skipIf(noRedis)('several nodes', () => {
  const both = databases();

  const notesBy = async (server: TestServer, id: string, token: string) => {
    const path = `/api/boards/${id}/documents/canvas/state`;
    const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${token}` } });
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, new Uint8Array(await response.arrayBuffer()));
    return readNotes(doc).map(({ text }) => text);
  };

  test('[M1] a board made by one node is there by the other at once, and what is written by either is seen by both', async () => {
    const { a, b, writer } = await twoNodes(both);
    const board = await makeBoard(a);
    expect((await join(b, board, 'participant')).board.id).toBe(board.board.id);
    const [kari, ola] = [await writer(a), await writer(b)];
    kari.write('fra a');
    await until(ola, () => ola.texts().includes('fra a'));
    ola.write('fra b');
    await until(kari, () => kari.texts().length === 2);
    expect(kari.texts()).toEqual(ola.texts());
  });

  test('[M1] who comes later, and whoever asks for the whole document, is given what was written by the other node', async () => {
    const { a, b, board, writer, person } = await twoNodes(both);
    const [kari, ola] = [await writer(a), await writer(b)];
    const { token } = await person();
    expect(await notesBy(b, board.board.id, token)).toEqual([]);
    kari.write('først');
    await until(ola, () => ola.texts().length === 1);
    expect(await notesBy(b, board.board.id, token)).toEqual(['først']);
    const late = await writer(b);
    expect(late.texts()).toEqual(['først']);
  });

  test('[M2] nothing reaches another node before it is on disk, and a node stores nothing of another’s', async () => {
    const { node, b, url, writer, postgres } = await twoNodes(both);
    const storage = await PostgresStorage.open(url);
    const append = storage.append.bind(storage);
    const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let isHeld = false;
    storage.append = async (entries) => {
      if (isHeld) reached.resolve();
      if (isHeld) await released.promise;
      return append(entries);
    };
    const slow = await node({ storage });
    const [kari, ola, siri] = [await writer(slow), await writer(b), await writer(b)];
    const rows = async () => Number((await postgres.run('SELECT count(*) FROM log', url))[0]?.['count']);
    const before = await rows();
    isHeld = true;
    kari.write('ikke lagret ennå');
    await reached.promise;
    ola.write('lagret');
    await acknowledged(ola);
    await until(siri, () => siri.texts().length === 1);
    expect(siri.texts()).toEqual(['lagret']);
    released.resolve();
    await until(siri, () => siri.texts().length === 2);
    await until(kari, () => kari.texts().length === 2);
    await acknowledged(kari);
    siri.write('sist');
    await until(kari, () => kari.texts().length === 3);
    expect((await rows()) - before).toBe(3);
  });

  test('[M2] what a node could not store reaches no other', async () => {
    const { node, b, url, writer } = await twoNodes(both);
    const storage = await PostgresStorage.open(url);
    const append = storage.append.bind(storage);
    let isBroken = false;
    storage.append = async (entries) => {
      if (isBroken) throw new StorageUnavailable('broken by the test');
      return append(entries);
    };
    const broken = await node({ storage });
    const [kari, ola] = [await writer(broken), await writer(b)];
    isBroken = true;
    kari.write('tapt?');
    expect(await kari.closed).toBe('storage-unavailable');
    ola.write('lagret');
    await acknowledged(ola);
    expect(ola.texts()).toEqual(['lagret']);
    isBroken = false;
    await until(ola, () => ola.texts().length === 2);
    await acknowledged(kari);
    expect(kari.texts()).toEqual(ola.texts());
  });

  test('[M6] letters that people by two nodes type in one note at once are all there, the same for both', async () => {
    const { a, b, writer } = await twoNodes(both);
    const people = await Promise.all([a, b, a, b].map((by) => writer(by)));
    const LETTERS = 100;
    for (let letter = 0; letter < LETTERS; letter += 1)
      for (const [at, { doc }] of people.entries()) {
        doc.getText('typed together').insert(0, String(at));
        await new Promise((resolve) => setImmediate(resolve));
      }
    const textOf = ({ doc }: (typeof people)[number]) => doc.getText('typed together').toJSON();
    await Promise.all(people.map((one) => until(one, () => textOf(one).length === LETTERS * people.length)));
    expect(new Set(people.map(textOf)).size).toBe(1);
  });

  test('[M7] compactions by one node, and by both at once, take nothing from who has the document open by the other', async () => {
    const { a, b, writer, url, postgres } = await twoNodes(both, { compactAt: { atRest: 1, open: 10 } });
    const [kari, ola] = [await writer(a), await writer(b)];
    for (let note = 0; note < 60; note += 1) {
      const one = note % 2 === 0 ? kari : ola;
      one.write(`lapp ${note}`);
      await acknowledged(one);
    }
    await Promise.all([kari, ola].map((one) => until(one, () => one.texts().length === 60)));
    const snapshots = await postgres.run("SELECT version FROM snapshot WHERE document LIKE '%/canvas'", url);
    expect(Number(snapshots[0]?.['version'])).toBeGreaterThan(0);
    expect((await writer(b)).texts()).toEqual(kari.texts());
  });

  test('[M15] an image that came by one node is had from the other', async () => {
    const directory = temporaryDirectory();
    const assets = () => new DiskAssets(directory, { isShared: true });
    const { a, node, board, person } = await twoNodes(both, { assets: assets() });
    const other = await node({ assets: assets() });
    const { token } = await person();
    const headers = { authorization: `Bearer ${token}` };
    const path = `/api/boards/${board.board.id}/assets`;
    const image = png(300, 200);
    const body = image as Uint8Array as Uint8Array<ArrayBuffer>;
    const put = await fetch(a.url + path, { method: 'POST', headers, body });
    const { id } = (await put.json()) as { id: string };
    const got = await fetch(`${other.url}${path}/${id}`, { headers });
    expect(Buffer.from(await got.arrayBuffer())).toEqual(image);
  });
});

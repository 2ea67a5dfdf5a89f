/** The boards that are measured side by side. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import * as Y from 'yjs';
import { WireClient } from '../../lib/wire-client.ts';
import type { SampleNote } from '../content.ts';
import type { CanvasSubject, FullBoard } from '../subject.ts';
import { othersDoor, type PageServer } from './others-door.ts';
import { samtavlaCanvas } from './samtavla-canvas.ts';
import { STOCK_GROUND, stockNotes } from './stock-note.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const subjectsWith = (pages: PageServer): readonly CanvasSubject[] => [
  {
    name: 'samtavla',
    program: here('../../../packages/server/src/main.ts'),
    noteType: 'board-note',
    makeBoard: samtavlaCanvas,
  },
  {
    name: 'tldraw-sync',
    program: here('tldraw-sync-server.ts'),
    noteType: 'note',
    makeBoard: (port, content) => tldrawSyncRoom(pages, port, content),
  },
  {
    name: 'naive-yjs',
    program: here('../../server/subjects/hocuspocus-server.ts'),
    noteType: 'note',
    makeBoard: (port, content) => naiveBoard(pages, port, content),
  },
];

async function tldrawSyncRoom(pages: PageServer, port: number, content: readonly SampleNote[]): Promise<FullBoard> {
  const room = randomUUID();
  const address = `http://127.0.0.1:${port}/rooms/${room}`;
  await fetch(address, { method: 'PUT', body: JSON.stringify(stockNotes(content)) });
  return {
    ...othersDoor(pages, { page: 'tldraw-sync', socket: `ws://127.0.0.1:${port}`, room }),
    documentBytes: async () => Number(await (await fetch(address)).text()),
    close: () => {},
  };
}

async function naiveBoard(pages: PageServer, port: number, content: readonly SampleNote[]): Promise<FullBoard> {
  const room = randomUUID();
  const url = `ws://127.0.0.1:${port}`;
  const filler = await WireClient.open({ url, document: { name: room, token: 'anybody' } });
  const records = filler.doc.getMap('records');
  filler.doc.transact(() => {
    for (const record of [...STOCK_GROUND, ...stockNotes(content)]) records.set(record.id, record);
  });
  await filler.until(() => filler.acknowledged === filler.sent.length);
  return {
    ...othersDoor(pages, { page: 'naive-yjs', socket: url, room }),
    documentBytes: () => Promise.resolve(Y.encodeStateAsUpdate(filler.doc).byteLength),
    close: () => filler.close(),
  };
}

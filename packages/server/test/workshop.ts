/** A board with two people who may come in, and what their raw clients send. */
import { addNote } from '@samtavla/protocol';
import { writeVarString } from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import type { ServerOptions } from '../src/server.ts';
import { frame, RawClient, TYPE } from './raw-client.ts';
import { join, makeBoard, testServer } from './test-server.ts';

export async function workshop(options: Partial<ServerOptions> = {}) {
  const server = await testServer(options);
  const board = await makeBoard(server);
  const kari = await join(server, board, 'participant');
  const viewer = await join(server, board, 'viewer');
  const client = async (query = '') => {
    const opened = await RawClient.open(server.socketUrl, board.board.id, query);
    onTestFinished(() => opened.close());
    return opened;
  };
  const opened = async () => {
    const made = await client();
    await made.openDocument(canvas, kari.token);
    return made;
  };
  const { canvas, plan } = kari.documents;
  return { server, board: board.board.id, kari, viewer, client, opened, canvas, plan };
}

/** Whether a note goes in and is acknowledged. */
export async function works(client: RawClient, canvas: string): Promise<boolean> {
  const before = client.count(canvas, 'acknowledged');
  const doc = new Y.Doc();
  addNote(doc, { text: 'hei' });
  client.update(canvas, Y.encodeStateAsUpdate(doc));
  await client.until(() => client.count(canvas, 'acknowledged') > before || !client.isOpen);
  return client.count(canvas, 'acknowledged') === before + 1;
}

export function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

export const drag = (document: string, text = 'her'): Uint8Array =>
  frame(document, TYPE.stateless, (encoder) => writeVarString(encoder, text));

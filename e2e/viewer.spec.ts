import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { addNote, readNotes, type JoinResponse } from '@samtavla/protocol';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { expect, test } from './support/fixtures.ts';

test('[E8] a viewer sees everything and can change nothing in the interface', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const kari = await join(links.facilitator, 'Kari');
  await kari.writeIn('I dag', 'Urørlig');
  const viewer = await join(links.viewer, 'Gjest');
  await expect(viewer.note('Urørlig')).toBeVisible();
  await expect(viewer.page.getByRole('button', { name: /Skriv en lapp/ })).toHaveCount(0);
  await expect(viewer.page.getByRole('button', { name: 'Del' })).toHaveCount(0);
  await viewer.page.keyboard.press('n');
  await viewer.page.mouse.click(640, 500);
  await viewer.page.keyboard.press('Control+a');
  await viewer.page.keyboard.press('Delete');
  await viewer.note('Urørlig').dblclick();
  await expect(viewer.page.locator('[contenteditable]')).toHaveCount(0);
  await expect(kari.note('Urørlig')).toBeVisible();
  await expect(kari.page.locator('.note')).toHaveCount(1);
});

test('[E9] a viewer’s token changes nothing through a raw Yjs client either', async ({ server, makeBoard, join }) => {
  const { board, links } = await makeBoard();
  const kari = await join(links.facilitator, 'Kari');
  const response = await fetch(`${server.origin}/api/boards/${board.id}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: new URL(links.viewer).hash.slice(1), name: 'Ola' }),
  });
  const joined = (await response.json()) as JoinResponse;
  const url = `${server.origin.replace('http', 'ws')}/sync/${board.id}`;
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket });
  const canvas = new Y.Doc();
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: joined.documents.canvas,
    document: canvas,
    token: joined.token,
  });
  provider.attach();
  await new Promise<void>((resolve) => provider.on('synced', () => resolve()));
  addNote(canvas, { text: 'Smuglet inn' });
  canvas.getMap('about').set('layout', 99);

  await kari.writeIn('I dag', 'Etter forsøket');
  await expect.poll(() => readNotes(canvas).map(({ text }) => text)).toContain('Etter forsøket');
  await expect(kari.note('Smuglet inn')).toHaveCount(0);
  const later = await join(links.participant, 'Siri');
  await expect(later.note('Etter forsøket')).toBeVisible();
  await expect(later.page.locator('.note')).toHaveCount(1);
  provider.destroy();
  socket.destroy();
});

import { addNote, readNotes, renameBoard } from '@samtavla/protocol';
import { expect, test } from './support/fixtures.ts';
import { joinByScript, openByScript } from './support/raw-client.ts';

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
  const { links } = await makeBoard();
  const kari = await join(links.facilitator, 'Kari');
  const joined = await joinByScript(server.origin, links.viewer, 'Ola');
  const { opened, close } = await openByScript(server.origin, joined, [joined.documents.canvas, joined.documents.plan]);
  const [canvas, plan] = opened.map(({ doc }) => doc);
  if (canvas === undefined || plan === undefined) throw new Error('Nothing was opened.');
  addNote(canvas, { text: 'Smuglet inn' });
  renameBoard(plan, 'Kapret');

  await kari.writeIn('I dag', 'Etter forsøket');
  await expect.poll(() => readNotes(canvas).map(({ text }) => text)).toContain('Etter forsøket');
  await expect(kari.note('Smuglet inn')).toHaveCount(0);
  const later = await join(links.participant, 'Siri');
  await expect(later.note('Etter forsøket')).toBeVisible();
  await expect(later.page.locator('.note')).toHaveCount(1);
  await expect(later.page.getByText('Kapret')).toHaveCount(0);
  close();
});

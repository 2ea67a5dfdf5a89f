import { addNote, readZones } from '@samtavla/protocol';
import type * as Y from 'yjs';
import { onBoard } from './support/board-page.ts';
import { expect, test } from './support/fixtures.ts';
import { findColour, FIRST_PAINTING } from './support/painted-colour.ts';
import { joinByScript, openByScript } from './support/raw-client.ts';

/** A blue note's paper, halfway between its two colours in `note.css`. */
const BLUE_PAPER = [195, 222, 249];

test('[E29] a board is seen before its canvas is there, and the canvas shows it where it was seen', async ({
  server,
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const joined = await joinByScript(server.origin, links.participant, 'Ola');
  const { canvas: name, plan: planName } = joined.documents;
  const { opened, close } = await openByScript(server.origin, joined, [name, planName]);
  const [canvas, plan] = opened.map(({ doc }) => doc) as [Y.Doc, Y.Doc];
  const zone = readZones(plan).find(({ title }) => title === 'I dag');
  if (zone === undefined) throw new Error('The template has this zone.');
  addNote(canvas, { text: 'Koret øver i kirka', zone, colour: 'blue' });
  await expect.poll(() => opened[0]?.provider.hasUnsyncedChanges).toBe(false);

  const page = await newPerson();
  const released = Promise.withResolvers<void>();
  await page.route('**/assets/canvas-*.js', async (route) => {
    await released.promise;
    await route.continue();
  });
  await page.goto(links.participant);
  await page.getByLabel('Hva heter du?').fill('Kari');
  await page.getByRole('button', { name: 'Bli med' }).click();
  await expect(page.locator('.first-painting')).toHaveAttribute('data-painted', 'true');
  const seen = await page.locator('.first-painting .zone-title').filter({ hasText: 'I dag' }).boundingBox();
  const ink = await findColour(page, FIRST_PAINTING, BLUE_PAPER);
  if (seen === null || ink === null) throw new Error('Zone and note are painted.');
  // Who hears the page hears the same.
  await expect(page.getByRole('heading', { name: 'I dag' })).toBeVisible();

  released.resolve();
  const kari = await onBoard(page);
  await expect(page.locator('.first-painting')).toHaveCount(0);
  const there = await page.locator('.tl-canvas .zone-title').filter({ hasText: 'I dag' }).boundingBox();
  expect(Math.abs((there?.x ?? 0) - seen.x)).toBeLessThan(1.5);
  expect(Math.abs((there?.y ?? 0) - seen.y)).toBeLessThan(1.5);
  const note = await kari.note('Koret øver i kirka').boundingBox();
  if (note === null) throw new Error('The note is on the canvas.');
  expect(Math.abs(note.x + note.width / 2 - ink.x)).toBeLessThan(4);
  expect(Math.abs(note.y + note.height / 2 - ink.y)).toBeLessThan(8);
  close();
});

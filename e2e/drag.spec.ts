import type { Locator, Page } from '@playwright/test';
import { addNote, placeOf, readNotes, readZones, recordsOf } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { BoardPage } from './support/board-page.ts';
import { expect, test } from './support/fixtures.ts';
import { centreOf } from './support/pointer.ts';
import { joinByScript, openByScript } from './support/raw-client.ts';

/** Larger than the way the pointer goes before a press is a drag, smaller than a zone. */
const STEP = 24;

const leftOf = async (what: Locator): Promise<number> => (await what.boundingBox())?.x ?? Number.NaN;

/** The view may still be on its way. */
const stands = async (note: Locator) => (await note.elementHandle())?.waitForElementState('stable');

/** Takes hold of a note, and moves it a little to the right. */
async function grab(page: Page, note: Locator): Promise<{ x: number; y: number }> {
  await stands(note);
  const { x, y } = await centreOf(note);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + STEP, y, { steps: 4 });
  return { x: x + STEP, y };
}

/** A client that counts the canvas' updates. */
async function counting(origin: string, link: string) {
  const joined = await joinByScript(origin, link, 'Skript');
  const { opened, close } = await openByScript(origin, joined, [joined.documents.canvas, joined.documents.plan]);
  const [canvas, plan] = opened;
  if (canvas === undefined || plan === undefined) throw new Error('Both were opened.');
  const updates: Uint8Array[] = [];
  canvas.doc.on('update', (update: Uint8Array) => updates.push(update));
  return { canvas: canvas.doc, plan: plan.doc, updates, close };
}

/** Where each note stands, as a page shows it: relative to the first zone, so that cameras do not matter. */
async function shown({ page }: BoardPage): Promise<number[]> {
  const zone = await page.locator('.zone-heading').first().boundingBox();
  const notes = await page.locator('.note').all();
  const boxes = await Promise.all(notes.map((note) => note.boundingBox()));
  return boxes.map((box) => Math.round((box?.x ?? 0) - (zone?.x ?? 0))).toSorted((a, b) => a - b);
}

test('[E30] while Kari drags a note Ola sees it move, and it is written once, at the drop, in whole units', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const [kari, ola] = [await join(links.participant, 'Kari'), await join(links.participant, 'Ola')];
  await kari.writeIn('I dag', 'Flytt meg');
  await kari.saved();
  // Kari's view has glided back from what she wrote to what both saw first.
  await expect.poll(async () => [await shown(kari)]).toEqual([await shown(ola)]);
  const script = await counting(server.origin, links.participant);
  await stands(ola.note('Flytt meg'));
  const seen = [await leftOf(ola.note('Flytt meg'))];
  const at = await grab(kari.page, kari.note('Flytt meg'));
  for (let step = 1; step <= 4; step += 1) {
    await kari.page.mouse.move(at.x + step * STEP, at.y, { steps: 4 });
    const last = seen.at(-1) ?? 0;
    await expect.poll(() => leftOf(ola.note('Flytt meg'))).toBeGreaterThan(last + STEP / 2);
    seen.push(await leftOf(ola.note('Flytt meg')));
  }
  expect(script.updates).toHaveLength(0);
  await kari.page.mouse.up();
  await kari.saved();
  await expect.poll(() => script.updates.length).toBe(1);
  await expect.poll(() => shown(ola)).toEqual(await shown(kari));
  // From afar nobody sees less than a unit, and whole ones are short.
  const [dropped] = readNotes(script.canvas);
  expect(dropped?.at.every(Number.isInteger)).toBe(true);
  await kari.page.keyboard.press('Control+z');
  await expect.poll(() => leftOf(ola.note('Flytt meg'))).toBeCloseTo(seen[0] ?? 0, 0);
  script.close();
});

test('[E31] Kari’s tab closes in the middle of a drag, and all end equal', async ({ server, makeBoard, join }) => {
  const { links } = await makeBoard();
  const [kari, ola] = [await join(links.participant, 'Kari'), await join(links.participant, 'Ola')];
  await kari.writeIn('I dag', 'Slipp meg ikke');
  await kari.saved();
  const before = await leftOf(ola.note('Slipp meg ikke'));
  await grab(kari.page, kari.note('Slipp meg ikke'));
  await expect.poll(() => leftOf(ola.note('Slipp meg ikke'))).toBeGreaterThan(before);
  await kari.page.close();
  const fresh = await join(links.participant, 'Siri');
  await expect.poll(() => shown(ola), { timeout: 10_000 }).toEqual(await shown(fresh));
  const script = await counting(server.origin, links.participant);
  const [note] = readNotes(script.canvas);
  const [zone] = readZones(script.plan).filter(({ id }) => id === note?.zone);
  await expect(ola.page.locator('.note')).toHaveCount(1);
  expect([note?.text, zone?.title]).toEqual(['Slipp meg ikke', 'I dag']);
  script.close();
});

test('[E31] the network breaks in the middle of a drag and comes back, and all end equal', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const [kari, ola] = [await join(links.participant, 'Kari'), await join(links.participant, 'Ola')];
  await kari.writeIn('I dag', 'I tunnelen');
  await kari.saved();
  const before = await leftOf(ola.note('I tunnelen'));
  const at = await grab(kari.page, kari.note('I tunnelen'));
  await expect.poll(() => leftOf(ola.note('I tunnelen'))).toBeGreaterThan(before);
  await kari.page.context().setOffline(true);
  await kari.page.mouse.move(at.x + 3 * STEP, at.y, { steps: 4 });
  await kari.page.mouse.up();
  await kari.page.context().setOffline(false);
  await kari.saved();
  await expect.poll(() => leftOf(ola.note('I tunnelen'))).toBeGreaterThan(before + 2 * STEP);
  const fresh = await join(links.participant, 'Siri');
  await expect.poll(() => shown(ola)).toEqual(await shown(kari));
  await expect.poll(() => shown(fresh)).toEqual(await shown(kari));
});

test('[E32] twenty notes that one drags while another recolours them keep every place and every colour', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const script = await counting(server.origin, links.participant);
  const [zone] = readZones(script.plan);
  if (zone === undefined) throw new Error('There is a zone.');
  script.canvas.transact(() => {
    for (let n = 0; n < 20; n += 1) addNote(script.canvas, { text: `Lapp ${n}`, zone });
  });
  const [kari, ola] = [await join(links.participant, 'Kari'), await join(links.participant, 'Ola')];
  await expect(kari.page.locator('.note')).toHaveCount(20);
  await expect(ola.page.locator('.note')).toHaveCount(20);
  const before = await leftOf(ola.note('Lapp 0'));
  const placed = readNotes(script.canvas).map(({ id, at }) => ({ id, x: at[0] }));
  script.updates.length = 0;
  await kari.page.locator('.tl-canvas').press('Control+a');
  const at = await grab(kari.page, kari.note('Lapp 0'));
  await expect.poll(() => leftOf(ola.note('Lapp 0'))).toBeGreaterThan(before);
  await ola.page.locator('.tl-canvas').press('Control+a');
  await ola.page.locator('label.note-colour[data-colour="pink"]').click();
  await ola.saved();
  await expect.poll(() => readNotes(script.canvas).filter(({ colour }) => colour === 'pink').length).toBe(20);
  expect(readNotes(script.canvas).map(({ id, at: [x] }) => ({ id, x }))).toEqual(placed);
  await kari.page.mouse.move(at.x + STEP, at.y, { steps: 4 });
  await kari.page.mouse.up();
  await kari.saved();
  const moved = () => readNotes(script.canvas).map(({ at: [x] }, n) => Math.round(x - (placed[n]?.x ?? 0)));
  await expect.poll(() => Math.min(...moved())).toBeGreaterThan(STEP);
  expect(new Set(moved()).size).toBe(1);
  expect(readNotes(script.canvas).filter(({ colour }) => colour !== 'pink')).toEqual([]);
  await expect.poll(() => shown(ola)).toEqual(await shown(kari));
  script.close();
});

test('[E33] a zone that Kari drags takes its notes along for Ola too, before it is dropped', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const [kari, ola] = [await join(links.facilitator, 'Kari'), await join(links.participant, 'Ola')];
  await kari.writeIn('I dag', 'Følger med');
  await kari.saved();
  await kari.page.keyboard.press('Shift+1');
  const heading = (page: Page) => page.locator('.zone-heading').filter({ hasText: 'I dag' });
  await kari.page.getByRole('button', { name: 'Rediger felt' }).click();
  const box = await heading(kari.page).boundingBox();
  if (box === null) throw new Error('The zone is not on the screen.');
  const script = await counting(server.origin, links.participant);
  const planBefore = Y.encodeStateVector(script.plan);
  const [zoneBefore, noteBefore] = [await leftOf(heading(ola.page)), await leftOf(ola.note('Følger med'))];
  const [x, y] = [box.x + box.width / 2, box.y + 250];
  await kari.page.mouse.move(x, y);
  await kari.page.mouse.down();
  await kari.page.mouse.move(x + 60, y, { steps: 6 });
  await expect.poll(() => leftOf(heading(ola.page))).toBeGreaterThan(zoneBefore + 20);
  const kept = async () => (await leftOf(ola.note('Følger med'))) - (await leftOf(heading(ola.page)));
  await expect.poll(kept).toBeCloseTo(noteBefore - zoneBefore, 0);
  expect(Y.encodeStateVector(script.plan)).toEqual(planBefore);
  await kari.page.mouse.up();
  await kari.saved();
  await expect.poll(kept).toBeCloseTo(noteBefore - zoneBefore, 0);
  await expect.poll(() => Y.encodeStateVector(script.plan)).not.toEqual(planBefore);
  script.close();
});

test('[E34] what another deletes while Kari drags it is gone for both, and the board goes on', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const [kari, ola] = [await join(links.participant, 'Kari'), await join(links.participant, 'Ola')];
  const errors: Error[] = [];
  kari.page.on('pageerror', (error) => errors.push(error));
  await kari.writeIn('I dag', 'Snart borte');
  await kari.saved();
  const script = await counting(server.origin, links.participant);
  const at = await grab(kari.page, kari.note('Snart borte'));
  const [note] = readNotes(script.canvas);
  const record = note && recordsOf(script.canvas).get(note.id);
  expect(record && placeOf(record)).not.toBeNull();
  recordsOf(script.canvas).delete(note?.id ?? '');
  await expect(kari.page.locator('.note')).toHaveCount(0);
  await kari.page.mouse.move(at.x + STEP, at.y + STEP, { steps: 4 });
  await kari.page.mouse.up();
  await expect(ola.page.locator('.note')).toHaveCount(0);
  await kari.writeIn('I dag', 'Videre');
  await expect(ola.note('Videre')).toBeVisible();
  await expect(kari.page.locator('.note')).toHaveCount(1);
  expect([errors, readNotes(script.canvas).map(({ text }) => text)]).toEqual([[], ['Videre']]);
  script.close();
});

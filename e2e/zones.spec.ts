import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

const ZONES = ['Begrunnelse', 'I dag', 'Lurt å ta med videre', 'Veien dit', 'Ønsket situasjon'];

const titles = async (page: Page) => (await page.locator('.zone-title').allInnerTexts()).toSorted();
const where = (page: Page, zone: string) => page.locator('.zone-heading').filter({ hasText: zone }).boundingBox();

test('[E6] a zone survives select-all and delete, unlocking and ungrouping by a participant', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  const { page } = ola;
  await ola.writeIn('I dag', 'Den eneste lappen');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+L');
  await page.keyboard.press('Control+Shift+g');
  await page.keyboard.press('Delete');
  await expect(ola.note('Den eneste lappen')).toHaveCount(0);
  expect(await titles(page)).toEqual(ZONES);

  const before = await where(page, 'Veien dit');
  if (before === null) throw new Error('The zone is not on the screen.');
  const [x, y] = [before.x + 40, before.y + before.height + 60];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y + 100, { steps: 5 });
  await page.mouse.up();
  await page.mouse.click(x, y, { button: 'right' });
  await expect(page.getByRole('menuitem', { name: /lås/i })).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect(await where(page, 'Veien dit')).toEqual(before);

  const later = await join(links.participant, 'Siri');
  expect(await titles(later.page)).toEqual(ZONES);
});

test('[E7] in «rediger felt» a facilitator moves a zone, and its notes follow for everybody', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const [kari, ola] = [await join(links.facilitator, 'Kari'), await join(links.participant, 'Ola')];
  await expect(ola.page.getByRole('button', { name: 'Rediger felt' })).toHaveCount(0);
  await kari.writeIn('I dag', 'Følger med');
  await kari.page.keyboard.press('Shift+1');
  const note = ola.note('Følger med');
  await expect(note).toBeVisible();
  const [zoneBefore, noteBefore] = [await where(ola.page, 'I dag'), await note.boundingBox()];

  await kari.page.getByRole('button', { name: 'Rediger felt' }).click();
  const heading = await where(kari.page, 'I dag');
  if (heading === null || zoneBefore === null || noteBefore === null) throw new Error('Not on the screen.');
  const [x, y] = [heading.x + heading.width / 2, heading.y + 250];
  await kari.page.mouse.click(x, y);
  await expect(kari.page.getByLabel('Feltets tittel')).toHaveValue('I dag');
  await kari.page.mouse.move(x, y);
  await kari.page.mouse.down();
  await kari.page.mouse.move(x + 60, y + 20, { steps: 6 });
  await kari.page.mouse.up();

  await expect.poll(async () => (await where(ola.page, 'I dag'))?.x).toBeGreaterThan(zoneBefore.x + 20);
  const distance = async () => ((await note.boundingBox())?.x ?? 0) - ((await where(ola.page, 'I dag'))?.x ?? 0);
  await expect.poll(distance).toBeCloseTo(noteBefore.x - zoneBefore.x, 0);

  await kari.page.getByLabel('Feltets tittel').fill('Slik er det nå');
  await expect(ola.page.getByRole('heading', { name: 'Slik er det nå' })).toBeVisible();
  await kari.page.getByRole('button', { name: 'Rediger felt' }).click();
  await kari.page.keyboard.press('Control+a');
  await kari.page.keyboard.press('Delete');
  await expect(ola.note('Følger med')).toHaveCount(0);
  await expect(ola.page.getByRole('heading', { name: 'Slik er det nå' })).toBeVisible();
});

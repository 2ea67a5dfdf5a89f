import type { Page } from '@playwright/test';
import { onBoard } from './support/board-page.ts';
import { expect, test } from './support/fixtures.ts';

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

test('[E20] by keyboard alone one joins, writes a note in each zone in order, and keeps one’s place', async ({
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const page = await newPerson();
  await page.goto(links.participant);
  await page.getByLabel('Hva heter du?').waitFor();
  await page.keyboard.press('Tab');
  while ((await page.evaluate(() => document.activeElement?.tagName)) !== 'INPUT') await page.keyboard.press('Tab');
  await page.keyboard.type('Ola');
  await page.keyboard.press('Enter');
  const ola = await onBoard(page);

  const zones: string[] = [];
  for (let presses = 0; presses < 60 && zones.length < 5; presses += 1) {
    await page.keyboard.press('Tab');
    const zone = /Skriv en lapp i «(.*)»/.exec(await focused(page))?.[1];
    if (zone !== undefined && !zones.includes(zone)) zones.push(zone);
    if (zone !== 'I dag' || (await page.locator('.note').count()) > 0) continue;
    await page.keyboard.press('Enter');
    await page.locator('.note [contenteditable]:focus').waitFor();
    await page.keyboard.type('Skrevet uten mus');
    await page.keyboard.press('Escape');
    await expect(ola.note('Skrevet uten mus')).toBeVisible();
    // The next Tab comes while the view still glides back.
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Skriv en lapp i «I dag»',
      undefined,
      { polling: 'raf' },
    );
  }
  expect(zones).toEqual(['Begrunnelse', 'I dag', 'Ønsket situasjon', 'Veien dit', 'Lurt å ta med videre']);
  await expect(page.locator('.note')).toHaveCount(1);
});

test('[E21] a note that nobody wrote in is gone again', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const { page } = await join(links.participant, 'Ola');
  await page.getByRole('button', { name: 'Skriv en lapp i «I dag»' }).click();
  await page.locator('.note [contenteditable]:focus').waitFor();
  await page.keyboard.press('Escape');
  await expect(page.locator('.note')).toHaveCount(0);
});

test('[E22] a pasted list becomes a note a line, signed by who pasted it', async ({ makeBoard, newPerson }) => {
  const { links } = await makeBoard();
  const page = await newPerson({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(links.participant);
  await page.getByLabel('Hva heter du?').fill('Ola');
  await page.getByRole('button', { name: 'Bli med' }).click();
  const ola = await onBoard(page);
  await page.evaluate(() => navigator.clipboard.writeText('Flere øvingsrom\n\nGratis instrument\nhttps://ks.no'));
  await page.locator('.tl-canvas').click({ position: { x: 640, y: 90 } });
  await page.keyboard.press('Control+v');
  await expect(page.locator('.note')).toHaveCount(3);
  await expect(ola.note('Gratis instrument')).toContainText('Ola');
});

test('[E80] Escape ends one note after the other, held for as long as a hand holds it', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const { page, note } = await join(links.participant, 'Kari');
  for (const text of ['Ingen buss', 'Øverom mangler', 'Mange søkere']) {
    const write = page.getByRole('button', { name: 'Skriv en lapp i «I dag»' });
    await write.click();
    await page.locator('.note [contenteditable]:focus').waitFor();
    await page.keyboard.type(text);
    await page.keyboard.down('Escape');
    // The key comes up after the focus has gone back to where the writing began.
    await expect(write).toBeFocused();
    await page.keyboard.up('Escape');
    await expect(note(text)).toBeVisible();
  }
  await expect(page.locator('.note')).toHaveCount(3);
});

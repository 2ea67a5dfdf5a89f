import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { centreOf } from './support/pointer.ts';

/** Drags what is in the middle of this from there, if it can be taken hold of. */
async function drag(page: Page, from: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 90, from.y + 60, { steps: 5 });
  await page.mouse.up();
}

test('[E89] what a facilitator locks nobody else moves, changes or deletes, and unlocked it is everybody’s again', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const kari = await join(links.participant, 'Kari');
  await kari.writeIn('I dag', 'Dette er vi enige om');
  await expect(siri.note('Dette er vi enige om')).toBeVisible();
  await siri.page.keyboard.press('r');
  const { width = 0 } = siri.page.viewportSize() ?? {};
  await drag(siri.page, { x: width / 2, y: 500 });
  const drawn = (page: Page) => page.locator('[data-shape-type="geo"]');
  await expect(drawn(kari.page)).toBeVisible();

  await siri.page.keyboard.press('Escape');
  await siri.note('Dette er vi enige om').click();
  await siri.page.getByRole('button', { name: 'Lås', exact: true }).click();
  await siri.page.keyboard.press('Escape');
  const edge = await drawn(siri.page).boundingBox();
  await siri.page.mouse.click((edge?.x ?? 0) + 2, (edge?.y ?? 0) + (edge?.height ?? 0) / 2, { button: 'right' });
  await siri.page.getByRole('menuitem', { name: 'Lås', exact: true }).click();
  await siri.saved();
  await expect(kari.note('Dette er vi enige om')).toContainText('Låst');

  const place = await kari.note('Dette er vi enige om').boundingBox();
  const shape = await drawn(kari.page).boundingBox();
  await drag(kari.page, await centreOf(kari.note('Dette er vi enige om')));
  await kari.page.keyboard.press('Control+a');
  await kari.page.keyboard.press('Delete');
  await kari.page.keyboard.press('Control+z');
  await kari.note('Dette er vi enige om').dblclick();
  await expect(kari.page.locator('.note [contenteditable]:focus')).toHaveCount(0);
  await kari.note('Dette er vi enige om').click({ button: 'right' });
  await expect(kari.page.getByRole('menuitem', { name: 'Lås opp' })).toHaveCount(0);
  await kari.page.keyboard.press('Escape');
  expect(await kari.note('Dette er vi enige om').boundingBox()).toEqual(place);
  expect(await drawn(kari.page).boundingBox()).toEqual(shape);
  await kari.page.getByRole('button', { name: 'Liste', exact: true }).click();
  const today = kari.page.getByRole('region', { name: 'I dag' });
  await expect(today.getByRole('listitem')).toContainText('Låst');
  await expect(today.getByRole('button', { name: /«Dette er vi enige om»/ })).toHaveCount(0);

  await siri.page.getByRole('button', { name: 'Liste', exact: true }).click();
  await siri.page.getByRole('button', { name: 'Lås opp «Dette er vi enige om»' }).click();
  await today.getByRole('button', { name: 'Slett «Dette er vi enige om»' }).click();
  await expect(siri.page.getByRole('region', { name: 'I dag' }).getByRole('listitem')).toHaveCount(0);
});

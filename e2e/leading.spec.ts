/** All that leads a workshop in one place: by keyboard beside the canvas, and with one thumb on a phone. */
import type { Page } from '@playwright/test';
import { onBoard } from './support/board-page.ts';
import { expect, PHONE, test } from './support/fixtures.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Led workshopen' });
const bar = (page: Page) => page.getByRole('region', { name: 'Fase', exact: true });

test('[E95] a workshop is led with one thumb on a phone: phases, time, reveal, who comes in, who is here, and what is locked', async ({
  makeBoard,
  join,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  await kari.writeIn('Begrunnelse', 'Alle skal med');
  await kari.saved();
  const siri = await newPerson(PHONE);
  await siri.goto(links.facilitator);
  await siri.getByLabel('Hva heter du?').fill('Siri');
  await siri.getByRole('button', { name: 'Bli med' }).tap();
  await siri.getByRole('button', { name: 'Led', exact: true }).tap();
  const press = (name: string | RegExp) => panel(siri).getByRole('button', { name }).tap();

  await press('Start: Forankring');
  await expect(bar(kari.page)).toContainText('Forankring');
  await press('Sett tiden på pause');
  await expect(bar(kari.page).getByRole('timer')).toContainText('på pause');
  await press(/^Neste: /);
  await kari.writeIn('I dag', 'Bare min');
  await kari.saved();
  await expect(bar(siri)).toContainText('1 har skrevet');
  await press('Vis fram lappene');
  await expect(siri.getByRole('region', { name: 'I dag' })).toContainText('Bare min');

  await press('Steng for nye');
  await expect(panel(siri)).toContainText('Stengt for nye.');
  const ola = await newPerson();
  await ola.goto(links.participant);
  await ola.getByLabel('Hva heter du?').fill('Ola');
  await ola.getByRole('button', { name: 'Bli med' }).click();
  await expect(ola.getByRole('alert')).toContainText('Tavla er stengt for nye nå');
  await kari.page.reload();
  await onBoard(kari.page);
  await press('Åpne for nye');
  await expect(panel(siri)).toContainText('De som har lenken, kommer inn.');
  await ola.getByRole('button', { name: 'Bli med' }).click();
  await onBoard(ola);

  // What was shown is everybody’s once there is writing again.
  await press('Åpne for skriving');
  await panel(siri).getByRole('combobox').selectOption('Begrunnelse');
  await press(/^Lås$/);
  await expect(siri.getByRole('region', { name: 'Begrunnelse' })).toContainText('Låst');
  await kari.page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(kari.page.getByRole('button', { name: 'Rediger «Bare min»' })).toBeVisible();
  await expect(kari.page.getByRole('button', { name: 'Rediger «Alle skal med»' })).toHaveCount(0);

  await expect(panel(siri).getByRole('listitem')).toHaveText([/Siri \(deg\).*Fasilitator/s, /Kari/, /Ola/]);
  await press('Fjern Ola');
  await siri.getByRole('dialog').getByRole('button', { name: 'Fjern fra tavla' }).tap();
  await expect(ola.getByRole('alert')).toBeVisible();
  await expect(panel(siri).getByRole('listitem')).toHaveCount(2);
});

test('[E95] by keyboard the panel is opened, worked in and closed, and one goes on where one was', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const { page } = await join(links.facilitator, 'Siri');
  const lead = page.getByRole('button', { name: 'Led', exact: true });
  await lead.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'Led workshopen' })).toBeFocused();
  // Its controls are there alone.
  await expect(page.getByRole('button', { name: 'Start: Forankring' })).toHaveCount(1);
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.getByRole('button', { name: 'Start: Forankring' }).evaluate((one) => one === document.activeElement))
      break;
  }
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('Fase 1 av 10');
  await panel(page).getByRole('button', { name: 'Avstemning …' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(lead).toBeFocused();
});

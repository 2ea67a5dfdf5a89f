/** Between gatherings: what a group did since last time, read by everybody. */
import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './support/fixtures.ts';
import { measuresOf } from './support/measures.ts';

const changesIn = (page: Page, group: string) =>
  page.getByRole('region', { name: new RegExp(`^${group} \\(`) }).getByRole('listitem');
const since = (page: Page) => page.getByRole('button', { name: 'Siden sist', exact: true });

test('[E109] three gatherings with restarts in between: everybody reads what has moved since each', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  await siri.writeIn('I dag', 'Koret øver i kirka');
  await siri.writeIn('Ønsket situasjon', 'Alle får spille');
  await siri.writeIn('Ønsket situasjon', 'Noen hører på');
  await measuresOf(siri.page);
  for (const text of ['Lån ut flygelet', 'Gratis prøvetime']) {
    await siri.page.getByLabel('Nytt tiltak').fill(text);
    await siri.page.keyboard.press('Enter');
  }
  await since(siri.page).click();
  await expect(siri.page.getByText('Ingen samling er avsluttet ennå.')).toBeVisible();
  const name = siri.page.getByLabel('Hva heter samlingen?');
  await expect(name).toHaveValue('Samling 1');
  await name.fill(' ');
  await siri.page.getByRole('button', { name: 'Avslutt samlingen' }).click();
  await expect(siri.page.getByRole('alert').filter({ hasText: 'navn' })).toBeVisible();
  await name.fill('Oppstart');
  await siri.page.keyboard.press('Enter');
  await expect(siri.page.getByText('«Oppstart» er avsluttet.')).toBeVisible();
  await expect(siri.page.getByText('Ingenting har endret seg siden da.')).toBeVisible();
  await siri.saved();

  await server.restart('SIGKILL');
  const ola = await join(links.participant, 'Ola', PHONE);
  await measuresOf(ola.page);
  const dialog = ola.page.getByRole('dialog', { name: 'Tiltak' });
  await ola.page.getByRole('button', { name: 'Lån ut flygelet' }).tap();
  await dialog.getByLabel('Status').selectOption('agreed');
  await dialog.getByLabel('Ansvarlig').fill('Kari Nordmann');
  await dialog.getByLabel('Frist').fill('2199-03-12');
  await ola.page.keyboard.press('Escape');
  await ola.page.getByRole('button', { name: 'Gratis prøvetime' }).tap();
  await dialog.getByLabel('Status').selectOption('started');
  await ola.page.keyboard.press('Escape');
  await ola.saved();
  await since(ola.page).click();
  await expect(changesIn(ola.page, 'Tiltak som er endret')).toHaveText([
    /Lån ut flygelet.*Status: fra Idé til Avtalt.*Ansvarlig: Kari Nordmann.*Frist: 12\. mars 2199/,
    /Gratis prøvetime.*Status: fra Idé til I gang/,
  ]);
  await expect(ola.page.getByRole('region')).toHaveCount(1);
  await expect(ola.page.getByRole('button', { name: 'Avslutt samlingen' })).toHaveCount(0);

  await siri.page.getByRole('button', { name: 'Se på nytt' }).click();
  await expect(changesIn(siri.page, 'Tiltak som er endret')).toHaveCount(2);
  await expect(name).toHaveValue('Samling 2');
  await siri.page.getByRole('button', { name: 'Avslutt samlingen' }).click();
  await expect(siri.page.getByText('«Samling 2» er avsluttet.')).toBeVisible();
  await expect(siri.page.getByText('Ingenting har endret seg siden da.')).toBeVisible();

  await server.restart('SIGTERM');
  await siri.page.getByRole('button', { name: 'Tabell', exact: true }).click();
  await siri.page.getByLabel('Status: Gratis prøvetime').selectOption('done');
  await siri.page.getByRole('button', { name: 'Lerret', exact: true }).click();
  await siri.note('Alle får spille').click({ button: 'right' });
  await siri.page.getByRole('menuitem', { name: 'Flytt til felt …' }).click();
  await siri.page.getByRole('menuitem', { name: 'I dag' }).click();
  await siri.saved();

  await since(ola.page).click();
  await ola.page.getByRole('button', { name: 'Tabell', exact: true }).click();
  await since(ola.page).click();
  await expect(changesIn(ola.page, 'Gjort')).toHaveText([/Gratis prøvetime.*Status: fra I gang til Gjort/]);
  await expect(changesIn(ola.page, 'Fra ønske til virkelighet')).toHaveText([
    /Alle får spille.*Flyttet fra «Ønsket situasjon» til «I dag»/,
  ]);
  await expect(ola.page.getByRole('region')).toHaveCount(2);
  await ola.page.getByRole('combobox', { name: 'Siden' }).selectOption({ index: 1 });
  await expect(changesIn(ola.page, 'Gjort')).toHaveText([/Gratis prøvetime.*Status: fra Idé til Gjort/]);
  await expect(changesIn(ola.page, 'Tiltak som er endret')).toHaveText([/Lån ut flygelet.*Ansvarlig: Kari Nordmann/]);
  await ola.page.getByRole('button', { name: 'Lån ut flygelet' }).tap();
  await expect(dialog.getByLabel('Ansvarlig')).toHaveValue('Kari Nordmann');
  await expect(dialog.getByLabel('Frist')).toHaveValue('2199-03-12');
  await ola.page.keyboard.press('Escape');
});

/** What the board was: kept, looked at, gone back to and copied, by a facilitator. */
import { expect, PHONE, test } from './support/fixtures.ts';

test('[E60] a facilitator keeps a version, looks at it later and goes back to it, and everybody sees that', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('I dag', 'Koret øver i kirka');
  await ola.note('Koret øver i kirka').click();
  await ola.page.getByRole('button', { name: 'Samle i tema' }).click();
  await ola.page.locator('.theme [contenteditable]').waitFor();
  await ola.page.keyboard.type('Rom å øve i');
  await ola.page.keyboard.press('Enter');
  await ola.saved();
  await siri.page.getByRole('button', { name: 'Meny', exact: true }).click();
  await siri.page.getByRole('button', { name: 'Versjoner' }).click();
  const dialog = siri.page.getByRole('dialog', { name: 'Versjoner' });
  await dialog.getByRole('button', { name: 'Ta vare på tavla nå' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Skriv et navn');
  await dialog.getByLabel('Navn på versjonen').fill('Første samling');
  await dialog.getByRole('button', { name: 'Ta vare på tavla nå' }).click();
  await expect(dialog.getByText('«Første samling» er tatt vare på.')).toBeVisible();
  await siri.page.keyboard.press('Escape');

  await ola.writeIn('I dag', 'Kommet til siden');
  await ola.saved();
  await siri.page.getByRole('button', { name: 'Meny', exact: true }).click();
  await siri.page.getByRole('button', { name: 'Versjoner' }).click();
  await dialog.getByRole('button', { name: /Se på.*Første samling/ }).click();
  await expect(dialog.getByText('Dette er en gammel versjon')).toBeVisible();
  await expect(dialog.getByRole('img', { name: 'Bilde av tavla slik den var' })).toBeVisible();
  await expect(dialog.locator('.first-painting')).toHaveAttribute('data-painted', 'true');
  await dialog.getByText('Les som tekst').click();
  await expect(dialog.getByRole('heading', { name: 'Rom å øve i' })).toBeVisible();
  await expect(dialog.getByText('Koret øver i kirka')).toBeVisible();
  await expect(dialog.getByText('Kommet til siden')).toHaveCount(0);

  await dialog.getByRole('button', { name: 'Gå tilbake til denne versjonen' }).click();
  await expect(ola.note('Kommet til siden')).toBeAttached();
  await dialog.getByRole('button', { name: 'Gå tilbake', exact: true }).click();
  await expect(dialog.getByText('Tavla er slik den var')).toBeVisible();
  await expect(ola.note('Kommet til siden')).toHaveCount(0);
  await expect(ola.note('Koret øver i kirka')).toBeAttached();
  await expect(dialog.getByRole('list', { name: 'Tidligere versjoner' }).getByRole('listitem').first()).toContainText(
    'Rett før dere gikk tilbake',
  );
  await ola.writeIn('I dag', 'Skriver videre');
  await ola.saved();
});

test('[E61] a new board is made of a version, with its notes and a link of its own', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  await siri.writeIn('I dag', 'Er med over');
  await siri.saved();
  await siri.page.getByRole('button', { name: 'Meny', exact: true }).click();
  await siri.page.getByRole('button', { name: 'Versjoner' }).click();
  const dialog = siri.page.getByRole('dialog', { name: 'Versjoner' });
  await dialog.getByLabel('Navn på versjonen').fill('Mal');
  await dialog.getByRole('button', { name: 'Ta vare på tavla nå' }).click();
  await dialog.getByRole('button', { name: /Se på.*Mal/ }).click();
  await dialog.getByRole('button', { name: 'Lag ny tavle av denne' }).click();
  await dialog.getByLabel('Tittel på den nye tavla').fill('Andre runde');
  await dialog.getByRole('button', { name: 'Lag ny tavle av denne' }).click();
  await expect(siri.page.getByRole('heading', { name: 'Ta vare på denne lenken' })).toBeVisible();
  await siri.page.getByRole('button', { name: 'Jeg har tatt vare på den, gå til tavla' }).click();
  await siri.page.getByLabel('Hva heter du?').fill('Siri');
  await siri.page.getByRole('button', { name: 'Bli med' }).click();
  await expect(siri.note('Er med over')).toBeAttached();
  await expect(siri.page.getByText('Andre runde').first()).toBeVisible();
  expect(siri.page.url()).not.toContain(new URL(links.facilitator).pathname);
});

test('[E62] versions are reached and read by keyboard and on a phone, and by nobody but facilitators', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri', PHONE);
  await siri.writeIn('I dag', 'Fra telefonen');
  await siri.saved();
  const ola = await join(links.participant, 'Ola');
  await ola.page.getByRole('button', { name: 'Meny', exact: true }).click();
  await expect(ola.page.getByRole('button', { name: 'Forlat tavla' })).toBeVisible();
  await expect(ola.page.getByRole('button', { name: 'Versjoner' })).toHaveCount(0);

  const { page } = siri;
  await page.getByRole('button', { name: 'Meny', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Versjoner' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Versjoner' });
  await dialog.getByLabel('Navn på versjonen').fill('Fra telefonen');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /Se på.*Fra telefonen/ }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Til alle versjoner' })).toBeFocused();
  const widest = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(widest).toBeLessThanOrEqual(0);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('list', { name: 'Tidligere versjoner' })).toBeVisible();
});

test('[E63] a facilitator deletes the board, everybody is told at once, and the deletion can be taken back', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('I dag', 'Står der ennå');
  await ola.saved();
  await siri.page.getByRole('button', { name: 'Meny', exact: true }).click();
  await siri.page.getByRole('button', { name: 'Slett tavla' }).click();
  const dialog = siri.page.getByRole('dialog', { name: 'Vil du slette tavla?' });
  await dialog.getByRole('button', { name: 'Slett tavla' }).click();
  await expect(ola.page.getByRole('alert')).toContainText('Tavla er slettet');
  await expect(ola.page.getByRole('button', { name: 'Angre slettingen' })).toHaveCount(0);
  await siri.page.getByRole('button', { name: 'Angre slettingen' }).click();
  await expect(siri.note('Står der ennå')).toBeAttached({ timeout: 30_000 });
});

test('[E64] deleting for good takes the board’s title, and then there is no such board', async ({
  makeBoard,
  join,
}) => {
  const { board, links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const ola = await join(links.participant, 'Ola');
  await siri.page.getByRole('button', { name: 'Meny', exact: true }).click();
  await siri.page.getByRole('button', { name: 'Slett tavla' }).click();
  const dialog = siri.page.getByRole('dialog', { name: 'Vil du slette tavla?' });
  await dialog.getByLabel('Slett for godt med en gang').check();
  await dialog.getByRole('button', { name: 'Slett tavla' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Det er ikke tittelen på tavla.');
  await dialog.getByLabel('Skriv tittelen på tavla').fill(board.title);
  await dialog.getByRole('button', { name: 'Slett tavla' }).click();
  await expect(siri.page.getByRole('heading', { name: 'Tenk sammen, på én tavle' })).toBeVisible();
  await expect(ola.page.getByRole('alert')).toContainText('Tavla er slettet');
  await ola.page.reload();
  await expect(ola.page.getByText('Denne tavla finnes ikke.')).toBeVisible();
});

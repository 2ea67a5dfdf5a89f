import { expect, PHONE, test } from './support/fixtures.ts';

test('[E93] on a screen for all: what is asked, the time left and the way in, and nothing that is for hands', async ({
  server,
  makeBoard,
  join,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const { page } = siri;
  const wall = page.getByRole('region', { name: 'Storskjerm' });
  await page.getByRole('button', { name: 'Start: Forankring' }).click();
  await siri.writeIn('Begrunnelse', 'For barna');
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('button', { name: 'Vis på storskjerm' }).click();
  await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Hvorfor gjør vi dette, og hvem står bak?');
  await expect(wall.getByRole('timer')).toHaveText(/^(20:00|19:\d\d)$/);
  await expect(wall.getByRole('img', { name: /QR/ })).toBeVisible();
  await expect(siri.note('For barna')).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByTestId('tools.select')).toBeHidden();

  const code = (await wall.locator('.projected-digits').innerText()).replaceAll(/\s/g, '');
  const phone = await newPerson(PHONE);
  await phone.goto(server.origin);
  await phone.getByLabel('Har du fått en kode?').fill(code);
  await phone.keyboard.press('Enter');
  await phone.getByLabel('Hva heter du?').fill('Ola');
  await phone.getByRole('button', { name: 'Bli med' }).tap();
  await expect(phone.getByRole('region', { name: 'Fase', exact: true })).toContainText('Forankring');

  await page.keyboard.press('Escape');
  await expect(wall).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeVisible();
  const vera = await join(links.viewer, 'Vera');
  await vera.page.getByRole('button', { name: 'Meny' }).click();
  await vera.page.getByRole('button', { name: 'Vis på storskjerm' }).click();
  await expect(vera.page.getByRole('region', { name: 'Storskjerm' }).getByRole('timer')).toBeVisible();
  await expect(vera.page.locator('.projector .qr-code')).toHaveCount(0);
  await vera.page.getByRole('button', { name: 'Lukk storskjermen' }).click();
  await expect(vera.page.getByRole('banner')).toBeVisible();
});
